//! What reception is not shown: case content, on records it otherwise sees.

use jisr_domain::record::{Fields, Record, Sensitivity};
use serde_json::Value;

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
    let care = |name: &str| {
        R::DEFINITION
            .field(name)
            .is_some_and(|field| field.sensitivity == Sensitivity::Care)
    };
    let fields: Fields = held.record.to_fields().map_err(CommandError::answer)?;
    let kept: Fields = fields
        .into_iter()
        .filter(|(name, value)| !care(name) || *value == Value::Null)
        .collect();
    held.record = R::from_fields(&kept).map_err(CommandError::answer)?;
    held.conflicts.retain(|conflict| !care(&conflict.field));
    Ok(held)
}
