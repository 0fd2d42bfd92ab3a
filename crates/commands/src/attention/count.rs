//! How much waits for a decision, for badges.

use jisr_store::Reader;

use crate::error::CommandError;

/// Records with fields in conflict, and transactions the hub did not take.
pub(crate) fn count(reader: &Reader<'_>) -> Result<u32, CommandError> {
    let waiting = reader.conflicts()?.len() + reader.attention()?.len();
    Ok(u32::try_from(waiting).unwrap_or(u32::MAX))
}
