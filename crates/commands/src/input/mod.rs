//! What every value typed by a person passes on its way to a record, and what every edit must bring.

mod about;
mod clean;
mod day;
mod edit;
mod events;
mod write;

use serde::de::Error as _;

use crate::error::CommandError;

pub use about::{about, case_of, is_author, person_of};
pub use clean::{clean_fields, clean_record, clean_text};
pub use day::{believable, happened};
pub use edit::{Patch, check_field_rights, edit, edit_any, id, merged, seen};
pub use write::{Asked, WriteRules, circumstances, create, create_in, fault, update, update_in};

/// Refuses the name of a field, in the form of an argument that cannot be read.
pub fn refused(name: &str, why: &str) -> CommandError {
    CommandError::argument(serde_json::Error::custom(format!("`{name}` {why}")))
}
