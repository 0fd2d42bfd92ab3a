//! Personas and devices shared by the tests that cross crates.

pub mod browser;
pub mod hub;
pub mod laptop;
pub mod programs;
pub mod screen;
pub mod window;
pub mod words;
