//! Every passage at the desk, with or without a file.

mod list;
mod open;
mod receipt;
mod show;
mod update;
mod view;

pub use list::list;
pub(crate) use list::of_day;
pub use open::open;
pub use receipt::receipt;
pub use show::reception_view;
pub use update::update;
pub use view::*;
