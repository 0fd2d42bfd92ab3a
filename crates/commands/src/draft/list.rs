//! What was begun and not finished.

use super::{Draft, DraftsArgs, shown};
use crate::error::CommandError;
use crate::session::Session;

/// `draft.list`: one's own, last touched first.
///
/// # Errors
/// The database.
pub fn list(session: &Session<'_>, args: DraftsArgs) -> Result<Vec<Draft>, CommandError> {
    let kept = session.read(|reader| Ok(reader.drafts(session.staff())?))?;
    kept.into_iter()
        .filter(|draft| args.form.as_ref().is_none_or(|form| *form == draft.kind))
        .map(shown)
        .collect()
}
