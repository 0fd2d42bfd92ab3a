//! What somebody finds on arriving.

mod center;
mod get;
mod task;
mod view;

pub use center::center;
pub use get::get;
pub use view::*;
