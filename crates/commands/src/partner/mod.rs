//! The directory of partners.

mod create;
mod list;
mod update;
mod view;

pub use create::create;
pub use list::list;
pub use update::update;
pub use view::*;
