//! A note.

use jisr_domain::note::Note;

use super::AddNoteArgs;
use crate::draft::drop_draft;
use crate::error::CommandError;
use crate::input::{WriteRules, create, id};
use crate::session::Session;
use crate::view::Written;

/// `note.add`
///
/// # Errors
/// Those of [`create`].
pub fn add(session: &Session<'_>, args: AddNoteArgs) -> Result<Written, CommandError> {
    let draft = args.draft.as_deref().map(id).transpose()?;
    create(session, &args.note, None, |tx, _| {
        drop_draft(tx, session, draft)
    })
}

impl WriteRules for Note {}
