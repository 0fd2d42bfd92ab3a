//! From what the database holds to what a view shows, and to whom: the one place where a record is kept
//! from somebody who may not know of it.

mod access;
mod any;
mod card;
mod held;
mod household;
mod list;
mod one;
mod redact;
mod words;

pub use access::{audit_view, may_see, may_see_case, must_see, person_hidden, visible_person};
pub use any::{AnyRecord, any_record};
pub use card::{case_card, person_card, person_card_of, staff_card, staff_card_of};
pub use held::{conflicts, record_view, record_view_by_id};
pub use household::{household_view, lives_there, past_households};
pub use list::{
    appointment_view, appointments_to_come, consent_view, contact_view, reception_view,
};
pub use one::{
    People, PersonRecords, Tied, are_one, everybody_tied, known, may_be_reached, person_records,
    reach, tied,
};
pub use redact::redact;
pub use words::{dialled, in_words, role_words, word};
