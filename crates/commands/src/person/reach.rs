//! Whether somebody may be called, written to or visited at home.

use jisr_domain::id::PersonId;
use jisr_domain::person::{Person, Reach};
use jisr_store::Reader;
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use super::known;
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;

/// Whether somebody may be called, written to or visited at home, by the most protective answer among their records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Reachable {
    /// Whether they may.
    pub may_be_reached: bool,
    /// Why, or why not.
    pub reach: Reach,
    /// The hours at which they said they may.
    pub hours: Option<String>,
}

impl Reachable {
    /// What is known of a person from all their records makes of it.
    pub(crate) fn of(known: &Person) -> Self {
        let reach = Reach::of(known);
        Self {
            may_be_reached: reach.allowed(),
            reach,
            hours: known.safe_hours.clone(),
        }
    }
}

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
    refusal(reach(reader, session, person)?).map_or(Ok(()), |code| Err(CommandError::Rule(code)))
}

/// What is answered to whoever would reach somebody who must not be; nothing where they may be.
pub(crate) fn refusal(reach: Reach) -> Option<Code> {
    match reach {
        Reach::Free | Reach::Hours => None,
        Reach::HoursUnknown => Some(Code::SafeHoursFirst),
        Reach::NotAsked => Some(Code::SafeContactFirst),
        Reach::Never => Some(Code::ContactUnsafe),
    }
}
