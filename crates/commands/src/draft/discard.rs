//! A draft no longer needed.

use jisr_store::{Local, Tx};
use uuid::Uuid;

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
    session
        .store()
        .drop_draft(session.staff(), id(&args.draft)?)?;
    session.touch(Local::Draft.code());
    Ok(Empty {})
}

/// Throws away the draft of the one at work together with what it became.
pub(crate) fn drop_draft(
    tx: &mut Tx<'_>,
    session: &Session<'_>,
    draft: Option<Uuid>,
) -> Result<(), CommandError> {
    if let Some(draft) = draft {
        tx.drop_draft(draft)?;
        session.touch(Local::Draft.code());
    }
    Ok(())
}
