//! What reception is not shown: case content, on records it otherwise sees.

use jisr_domain::record::{Definition, Fields, Record};
use serde_json::Value;
use uuid::Uuid;

use crate::error::CommandError;
use crate::session::Session;
use crate::view::RecordView;

/// The record without its fields about care, for a role that does not follow cases. Whoever wrote the record
/// (`own`) keeps seeing what they wrote.
///
/// # Errors
/// When the record cannot be read back.
pub fn redact<R: Record>(
    session: &Session<'_>,
    mut held: RecordView<R>,
    own: bool,
) -> Result<RecordView<R>, CommandError> {
    if own || session.me().role.follows_cases() {
        return Ok(held);
    }
    let fields: Fields = held.record.to_fields().map_err(CommandError::answer)?;
    let in_case = is_in_case::<R>(&fields);
    let read = |name: &str| reads_field(session, &R::DEFINITION, name, in_case);
    let kept: Fields = fields
        .iter()
        .filter(|(name, value)| read(name) || **value == Value::Null)
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    held.record = R::from_fields(&kept).map_err(CommandError::answer)?;
    held.conflicts.retain(|conflict| read(&conflict.field));
    Ok(held)
}

/// Whether a record of these fields is of a case.
pub fn is_in_case<R: Record>(fields: &Fields) -> bool {
    // Which case it is of is among its fields; its own id matters to cases alone.
    let about = R::DEFINITION.about;
    about.subject(Uuid::nil(), fields).case().is_some()
}

/// Whether the one at work reads this field of a record they may know of; one that is not declared has nothing to hide.
pub fn reads_field(
    session: &Session<'_>,
    definition: &Definition,
    field: &str,
    in_case: bool,
) -> bool {
    definition
        .field(field)
        .is_none_or(|field| field.sensitivity.is_read_by(session.me().role, in_case))
}
