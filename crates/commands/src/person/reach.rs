//! Whether somebody may be called, written to or visited at home.

use jisr_domain::id::PersonId;
use jisr_domain::person::Reach;
use jisr_store::Reader;

use super::known;
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;

/// Whether somebody may be reached, by the most protective answer among their records: nobody is called on the word
/// of one record while another says no. Not asked is no.
///
/// # Errors
/// The database.
pub fn reach(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<Reach, CommandError> {
    Ok(known(reader, session, person)?
        .map(|(_, person)| Reach::of(&person))
        .unwrap_or_default())
}

/// Makes sure that somebody may be called, written to or visited at home.
///
/// # Errors
/// [`CommandError::Rule`] with `contact_unsafe`, `safe_contact_first` or `safe_hours_first`: each reason is its own.
pub fn may_be_reached(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<(), CommandError> {
    let code = match reach(reader, session, person)? {
        Reach::Free | Reach::Hours => return Ok(()),
        Reach::HoursUnknown => Code::SafeHoursFirst,
        Reach::NotAsked => Code::SafeContactFirst,
        Reach::Never => Code::ContactUnsafe,
    };
    Err(CommandError::Rule(code))
}
