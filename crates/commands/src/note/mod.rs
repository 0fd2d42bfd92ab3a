//! Notes: written once, corrected by a new one.

mod add;
mod view;

pub use add::add;
pub use view::*;
