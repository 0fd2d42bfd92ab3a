//! What somebody finds on arriving.

mod get;
mod task;
mod view;

pub use get::get;
pub use view::*;
