//! What everybody who meets a person must know at once.

use jisr_domain::note::Flag;
use jisr_domain::record::Kind;
use schemars::JsonSchema;
use serde::Deserialize;
use ts_rs::TS;

use crate::access::{audit_view, may_see, must_see};
use crate::error::CommandError;
use crate::input::{self, WriteRules};
use crate::person::{PersonArgs, person_records};
use crate::record::record_view_by_id;
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

impl WriteRules for Flag {}

/// `flag.list`: those of a person the one at work may know of; those that stand first, then the newest.
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
            if may_see(reader, session, flag.person, flag.case)? {
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
