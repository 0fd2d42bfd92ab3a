//! How much waits for a decision, for badges.

use jisr_store::Reader;

use super::list::waiting;
use crate::error::CommandError;
use crate::session::Session;

/// As many as `attention.list` shows the one at work: a count must not tell of a record they may not know of.
pub(crate) fn count(reader: &Reader<'_>, session: &Session<'_>) -> Result<u32, CommandError> {
    let waiting = waiting(reader, session)?;
    Ok(
        u32::try_from(waiting.conflicts.len() + waiting.refused.len() + waiting.readerless.len())
            .unwrap_or(u32::MAX),
    )
}
