//! The step that asks whether somebody may be reached, and their card: one answer.

use jisr_domain::id::PersonId;
use jisr_domain::person::{Person, SafeContact};
use jisr_domain::record::{Fields, Kind, Strictness};
use jisr_store::Tx;
use serde_json::{Value, json};

use super::RecordStepArgs;
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;

/// Writes on the card what the step says. An answer that protects more than the card is taken at once. One that protects
/// less changes it only for somebody who was asked and saw what the card says; a stricter answer they did not see stays
/// in force, and then the step is not recorded either: the track never says what the card does not.
///
/// # Errors
/// [`CommandError::Rule`] with `safe_contact_differs`; a view that did not show what is there; the database.
pub(super) fn answer_on_card(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    person: PersonId,
    answer: SafeContact,
    args: &RecordStepArgs,
) -> Result<(), CommandError> {
    let one = crate::person::person_records(tx.reader(), session, person)?;
    let differs = CommandError::Rule(Code::SafeContactDiffers);
    let now = crate::person::known(tx.reader(), session, person)?
        .and_then(|(_, known)| known.safe_contact);
    let hours = args
        .safe_hours
        .as_deref()
        .map(|hours| input::clean_text("safe_hours", hours))
        .transpose()?
        .flatten()
        .filter(|_| answer == SafeContact::Hours);
    let mut fields = Fields::from([("safe_contact".to_owned(), json!(answer))]);
    if let Some(hours) = hours {
        fields.insert("safe_hours".to_owned(), json!(hours));
    }
    let says_so = now == Some(answer) && fields.len() == 1;
    match &args.card {
        None if lowers(now, answer) => return Err(differs),
        Some(card) if lowers(now, answer) => {
            if !one.records.contains(&card.person) {
                return Err(CommandError::NotFound);
            }
            tx.update(
                Kind::Person,
                card.person.0,
                fields,
                &input::seen(&card.seen)?,
            )?;
        }
        _ if says_so => {}
        _ => {
            // The records in which nobody asked would protect more than the answer given now.
            for record in one.records.iter().copied() {
                let held = tx.reader().find::<Person>(record)?.unwrap_or_default();
                if record == person || held.safe_contact == Some(SafeContact::Unknown) {
                    tx.update_as_shown(Kind::Person, record.0, fields.clone())?;
                }
            }
        }
    }
    let after = crate::person::known(tx.reader(), session, person)?
        .and_then(|(_, known)| known.safe_contact);
    if after == Some(answer) {
        Ok(())
    } else {
        Err(differs)
    }
}

/// Whether `answer` protects less than what the card says, once it says something.
pub(super) fn lowers(card: Option<SafeContact>, answer: SafeContact) -> bool {
    card.is_some_and(|card| card != SafeContact::Unknown && rank(card) > rank(answer))
}

/// How much an answer protects.
fn rank(answer: SafeContact) -> u8 {
    Strictness::Reachability.rank(&Value::from(answer.code()))
}
