//! A note.

use jisr_domain::id::NoteId;
use jisr_domain::note::{Note, NoteKind};

use super::AddNoteArgs;
use crate::code::Code;
use crate::draft::drop_draft;
use crate::error::CommandError;
use crate::input::{about, clean_record, happened, id};
use crate::session::Session;
use crate::view::Written;

/// `note.add`
///
/// # Errors
/// [`CommandError::Field`] with `required`, `day_to_come` or `other_person`; [`CommandError::NotFound`]; the
/// database.
pub fn add(session: &Session<'_>, args: AddNoteArgs) -> Result<Written, CommandError> {
    let mut note: Note = clean_record(&args.note)?;
    if note.body.is_none() {
        return Err(CommandError::Field {
            field: "body",
            code: Code::Required,
        });
    }
    note.kind = note.kind.or(Some(NoteKind::Remark));
    note.day = Some(happened(session, note.day)?);
    note.at = Some(session.now());
    note.by = Some(session.staff());
    let draft = args.draft.as_deref().map(id).transpose()?;
    let new = NoteId(session.new_id());
    session.write(|tx| {
        note.person = Some(about(tx.reader(), session, note.person, note.case)?);
        if let Some(corrected) = note.corrects {
            let held = tx
                .reader()
                .get::<Note>(corrected)?
                .ok_or(CommandError::NotFound)?;
            if (held.record.case, held.record.person) != (note.case, note.person) {
                return Err(CommandError::NotFound);
            }
        }
        tx.create(new, &note)?;
        drop_draft(tx, session, draft)
    })?;
    Ok(Written {
        id: new.to_string(),
    })
}
