//! A person the center did not know.

use jisr_domain::id::{PersonId, ReceptionId};
use jisr_domain::reception::Reception;
use jisr_domain::record::{Fields, Kind};
use jisr_store::Tx;
use serde_json::json;

use super::RegisterArgs;
use super::check::refused;
use crate::access::must_see;
use crate::code::Code;
use crate::draft::drop_draft;
use crate::error::CommandError;
use crate::input::{clean_record, id};
use crate::session::Session;
use crate::view::Written;

/// `person.register`: the person, tied to the passage at the desk they came by.
///
/// # Errors
/// [`CommandError::Field`] with `name_missing`, `sex_missing`, `birth_missing` or `birth_unreadable`;
/// [`CommandError::Rule`] with `reception_taken` when the passage is another person's; the database.
pub fn register(session: &Session<'_>, args: RegisterArgs) -> Result<Written, CommandError> {
    let mut person = clean_record(&args.person)?;
    if person.estimated_age.is_some() && person.estimated_on.is_none() {
        person.estimated_on = Some(session.today());
    }
    // What says that somebody came with a list is the list's to write.
    person.import = None;
    person.import_remark = None;
    person.withdrawn_on = None;
    person.check_registered(session.today()).map_err(refused)?;
    let draft = args.draft.as_deref().map(id).transpose()?;
    let new = PersonId(session.new_id());
    session.write(|tx| {
        tx.create(new, &person)?;
        if let Some(reception) = &args.reception {
            tie(tx, session, ReceptionId(id(reception)?), new)?;
        }
        drop_draft(tx, session, draft)
    })?;
    Ok(Written {
        id: new.to_string(),
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
