//! A record of a kind known only when the program runs, for lists that mix kinds.

use jisr_domain::record::{Fields, Kind, Record, Subject};
use jisr_domain::with_kind;
use jisr_store::{FieldConflict, Reader};
use uuid::Uuid;

use crate::error::CommandError;
use crate::session::Session;

/// A record, whatever its kind.
pub struct AnyRecord {
    /// What is shown.
    pub fields: Fields,
    /// For the edits that follow.
    pub seen: String,
    /// Fields with more than one value.
    pub conflicts: Vec<FieldConflict>,
    /// What it is about.
    pub subject: Subject,
}

/// The record, for those who may know of it.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn any_record(
    reader: &Reader<'_>,
    session: &Session<'_>,
    kind: Kind,
    id: Uuid,
) -> Result<AnyRecord, CommandError> {
    let record = read(reader, kind, id)?.ok_or(CommandError::NotFound)?;
    if reader.may_know(&record.subject, session.staff())? {
        Ok(record)
    } else {
        Err(CommandError::NotFound)
    }
}

fn read(reader: &Reader<'_>, kind: Kind, id: Uuid) -> Result<Option<AnyRecord>, CommandError> {
    with_kind!(kind, R => whole::<R>(reader, id))
}

fn whole<R: Record>(reader: &Reader<'_>, id: Uuid) -> Result<Option<AnyRecord>, CommandError> {
    let Some(held) = reader.get::<R>(R::Id::from(id))? else {
        return Ok(None);
    };
    let fields = held.record.to_fields().map_err(CommandError::answer)?;
    Ok(Some(AnyRecord {
        subject: R::DEFINITION.about.subject(id, &fields),
        fields,
        seen: held.seen,
        conflicts: held.conflicts,
    }))
}
