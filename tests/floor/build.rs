//! Builds the empty page into the program.
#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo on standard output"
)]

use std::process::ExitCode;

fn main() -> ExitCode {
    // Named by hand: Tauri watches only its default folders.
    println!("cargo:rerun-if-changed=page");
    match tauri_build::try_build(tauri_build::Attributes::new()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
