//! People: looked up, registered, shown, corrected.

mod card;
mod check;
mod duplicates;
mod get;
mod reach;
mod records;
mod register;
mod search;
mod tied;
mod update;
mod view;

pub use card::{person_card, person_card_of};
pub use check::check;
pub use duplicates::duplicates;
pub use get::{get, person_view};
pub(crate) use reach::refusal;
pub use reach::{Reachable, may_be_reached, reach};
pub use records::{People, PersonRecords, known, person_records};
pub use register::register;
pub(crate) use search::cases_of;
pub use search::search;
pub use tied::{Tied, are_one, everybody_tied, tied};
pub use update::update;
pub use view::*;
