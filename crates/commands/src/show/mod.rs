//! From what the database holds to what a view shows, and to whom: the one place where a record is kept
//! from somebody who may not know of it.

mod access;
mod card;
mod held;
mod letter;
mod list;
mod redact;

pub use access::{may_see, may_see_case, must_see, person_hidden, visible_person, watch};
pub use card::{case_card, person_card, person_card_of, staff_card, staff_card_of};
pub use held::{conflicts, held};
pub use letter::{dialled, in_words, letterhead, print, role_words};
pub use list::{appointment_view, appointments_to_come, consent_view, household_view, reception_view};
pub use redact::redact;
