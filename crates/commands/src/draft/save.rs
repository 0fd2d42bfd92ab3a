//! What is typed is kept.

use jisr_store::Local;

use super::{Draft, SaveDraftArgs, shown};
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{clean_text, id};
use crate::session::Session;

/// Bytes one draft may hold: a form with its longest texts many times over.
const LARGEST: usize = 1 << 20;
/// Characters of the name of a form.
const FORM: usize = 64;

/// `draft.save`: in place of what was kept before under the same id.
///
/// # Errors
/// [`CommandError::Field`] with `required` or `text_too_long`; [`CommandError::NotFound`] for somebody else's
/// draft; the database.
pub fn save(session: &Session<'_>, args: SaveDraftArgs) -> Result<Draft, CommandError> {
    let form = clean_text("form", &args.form)?.ok_or(CommandError::Field {
        field: "form",
        code: Code::Required,
    })?;
    let body = serde_json::to_string(&args.body).map_err(CommandError::argument)?;
    if body.len() > LARGEST || form.chars().count() > FORM {
        return Err(CommandError::Field {
            field: "body",
            code: Code::TextTooLong,
        });
    }
    let draft = jisr_store::Draft {
        id: args
            .draft
            .as_deref()
            .map_or_else(|| Ok(session.new_id()), id)?,
        staff: session.staff(),
        kind: form,
        title: clean_text("title", args.title.as_deref().unwrap_or_default())?.unwrap_or_default(),
        body,
        seen: None,
        updated_at: session.now_ms(),
    };
    session.store().save_draft(&draft)?;
    session.touch(Local::Draft.code());
    let kept = session.read(|reader| Ok(reader.draft(session.staff(), draft.id)?))?;
    shown(kept.ok_or(CommandError::NotFound)?)
}
