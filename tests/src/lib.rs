//! Personas and devices shared by the tests that cross crates.

pub mod browser;
pub mod hub;
pub mod laptop;
pub mod layout;
pub mod main_job;
pub mod programs;
pub mod register;
pub mod screen;
pub mod typist;
pub mod window;
pub mod words;
