//! A draft no longer needed.

use super::DraftArgs;
use crate::error::CommandError;
use crate::input::id;
use crate::session::Session;
use crate::view::Empty;

/// `draft.discard`: throwing away what is not there is done already.
///
/// # Errors
/// [`CommandError::NotFound`] for what is no id; the database.
pub fn discard(session: &Session<'_>, args: DraftArgs) -> Result<Empty, CommandError> {
    drop_draft(session, Some(&args.draft))?;
    Ok(Empty {})
}

/// Throws away the draft of the one at work that became a record. Called once the record is kept: what was
/// typed is never in neither place.
///
/// # Errors
/// [`CommandError::NotFound`] for what is no id; the database.
pub(crate) fn drop_draft(session: &Session<'_>, draft: Option<&str>) -> Result<(), CommandError> {
    if let Some(draft) = draft {
        session.store().drop_draft(session.staff(), id(draft)?)?;
        session.touch("draft");
    }
    Ok(())
}
