//! A person the center did not know.

use jisr_domain::id::{PersonId, ReceptionId};
use jisr_domain::reception::Reception;
use jisr_domain::record::{Fields, Kind};
use jisr_store::Tx;
use serde_json::json;

use super::RegisterArgs;
use crate::access::must_see;
use crate::code::Code;
use crate::draft::drop_draft;
use crate::error::CommandError;
use crate::input::{create, id};
use crate::session::Session;
use crate::view::Written;

/// `person.register`: the person, tied to the passage at the desk they came by.
///
/// # Errors
/// [`CommandError::Field`] with `name_missing`, `sex_missing`, `birth_missing` or `birth_unreadable`;
/// [`CommandError::Rule`] with `reception_taken` when the passage is another person's; the database.
pub fn register(session: &Session<'_>, args: RegisterArgs) -> Result<Written, CommandError> {
    let draft = args.draft.as_deref().map(id).transpose()?;
    create(session, &args.person, None, |tx, new| {
        if let Some(reception) = &args.reception {
            tie(tx, session, ReceptionId(id(reception)?), new)?;
        }
        drop_draft(tx, session, draft)
    })
}

fn tie(
    tx: &mut Tx<'_>,
    session: &Session<'_>,
    reception: ReceptionId,
    person: PersonId,
) -> Result<(), CommandError> {
    let held = tx
        .reader()
        .get::<Reception>(reception)?
        .ok_or(CommandError::NotFound)?;
    must_see(tx.reader(), session, held.record.person, None)?;
    if held.record.person.is_some() {
        return Err(CommandError::Rule(Code::ReceptionTaken));
    }
    let fields = Fields::from([("person".to_owned(), json!(person))]);
    tx.update_as_shown(Kind::Reception, reception.0, fields)?;
    Ok(())
}
