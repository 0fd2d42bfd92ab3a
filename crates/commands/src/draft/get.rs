//! A draft taken up again.

use super::{Draft, DraftArgs, shown};
use crate::error::CommandError;
use crate::input::id;
use crate::session::Session;

/// `draft.get`
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn get(session: &Session<'_>, args: DraftArgs) -> Result<Draft, CommandError> {
    let id = id(&args.draft)?;
    let kept = session.read(|reader| Ok(reader.draft(session.staff(), id)?))?;
    shown(kept.ok_or(CommandError::NotFound)?)
}
