//! A record as a view holds it.

use jisr_domain::record::Record;
use jisr_store::Reader;

use crate::error::CommandError;
use crate::user::staff_card;
use crate::view::{Conflict, ConflictValue, RecordView};

/// What the database holds, with the names of those who wrote values in conflict.
///
/// # Errors
/// The database.
pub fn record_view<R: Record>(
    reader: &Reader<'_>,
    held: jisr_store::Held<R>,
) -> Result<RecordView<R>, CommandError> {
    Ok(RecordView {
        id: held.id.to_string(),
        record: held.record,
        seen: held.seen,
        conflicts: conflicts(reader, held.conflicts)?,
        only_here: held.only_here,
        pending: held.pending,
    })
}

/// [`held`], by the id of a record just listed.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn record_view_by_id<R: Record>(
    reader: &Reader<'_>,
    id: R::Id,
) -> Result<RecordView<R>, CommandError> {
    record_view(reader, reader.get::<R>(id)?.ok_or(CommandError::NotFound)?)
}

/// Fields in conflict, newest value first.
///
/// # Errors
/// The database.
pub fn conflicts(
    reader: &Reader<'_>,
    fields: Vec<jisr_store::FieldConflict>,
) -> Result<Vec<Conflict>, CommandError> {
    fields
        .into_iter()
        .map(|conflict| {
            let values = conflict
                .values
                .into_iter()
                .map(|value| {
                    Ok(ConflictValue {
                        value: value.value,
                        staff: staff_card(reader, value.actor)?,
                        at_ms: value.at_ms.to_string(),
                    })
                })
                .collect::<Result<Vec<_>, CommandError>>()?;
            Ok(Conflict {
                field: conflict.field.to_owned(),
                values,
            })
        })
        .collect()
}
