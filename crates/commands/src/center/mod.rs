//! The center itself: what its letters say of it, and its logo.

mod get;
mod logo;
mod update;
mod view;

pub use get::get;
pub(crate) use logo::logo;
pub use logo::set_logo;
pub(crate) use update::reach;
pub use update::update;
pub use view::*;
