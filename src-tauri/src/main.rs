//! The program with a window. All of it is in the library, so that tests can reach it.

// A release on Windows opens no console beside its window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match jisr_app::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("jisr: {error}");
            ExitCode::FAILURE
        }
    }
}
