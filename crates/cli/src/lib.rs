//! `jisr-cli`: the same commands as the window, with no window. It proves that the core knows no shell, and
//! serves scripts, tests and the demonstration.

pub mod demo;
pub mod host;
pub mod match_names;
