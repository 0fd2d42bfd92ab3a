//! What must be known at once: of a person, by whoever meets them; of a case, by whoever follows it.

use jisr_domain::note::Flag;
use jisr_domain::record::{Kind, Record};
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::{audit_view, may_see, must_see};
use crate::error::CommandError;
use crate::input::{self, Asked, WriteRules};
use crate::person::{PersonArgs, person_records};
use crate::record::{reads_field, record_view_by_id};
use crate::session::Session;
use crate::view::{Edit, RecordView, Written};

/// `flag.add`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct AddFlagArgs {
    /// The flag: `person` (or `case`) and `reason` are required.
    pub flag: Flag,
}

/// `flag.add`
///
/// # Errors
/// Those of [`input::create`].
pub fn add(session: &Session<'_>, args: AddFlagArgs) -> Result<Written, CommandError> {
    input::create(session, &args.flag, None, |_, _| Ok(()))
}

/// `flag.update`: told otherwise, or resolved by saying what became of it.
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Flag>) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for Flag {
    /// What was learnt in a case is written by those who follow cases.
    fn allowed(asked: &Asked<'_, Self>, after: &mut Self) -> Result<(), CommandError> {
        if is_read(asked.session, after) {
            Ok(())
        } else {
            Err(CommandError::Forbidden)
        }
    }
}

/// Whether the one at work reads what a flag says: one of a person always, one of a case with the case.
fn is_read(session: &Session<'_>, flag: &Flag) -> bool {
    reads_field(session, &Flag::DEFINITION, "reason", flag.case.is_some())
}

/// `flag.list`: those of a person the one at work may read; those that stand first, then the newest.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn list(
    session: &Session<'_>,
    args: PersonArgs,
) -> Result<Vec<RecordView<Flag>>, CommandError> {
    let mut found = session.read(|reader| {
        must_see(reader, session, Some(args.person), None)?;
        let mut found = Vec::new();
        for (id, flag) in person_records(reader, session, args.person)?.all::<Flag>(reader)? {
            if is_read(session, &flag) && may_see(reader, session, flag.person, flag.case)? {
                found.push(record_view_by_id::<Flag>(reader, id)?);
            }
        }
        Ok(found)
    })?;
    for flag in &found {
        audit_view(session, flag.record.case, Kind::Person, args.person.0)?;
    }
    let today = session.today();
    found.sort_by_key(|flag| {
        (
            !flag.record.stands(today),
            std::cmp::Reverse(flag.record.noted_on),
        )
    });
    Ok(found)
}
