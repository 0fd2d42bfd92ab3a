//! People: looked up, registered, shown, corrected.

mod check;
mod duplicates;
mod get;
mod register;
mod search;
mod update;
mod view;

pub use check::check;
pub use duplicates::duplicates;
pub use get::{get, person_view};
pub use register::register;
pub(crate) use search::cases_of;
pub use search::search;
pub use update::update;
pub use view::*;
