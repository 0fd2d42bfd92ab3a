//! Opening a closed case again.

use jisr_domain::case::{CaseEventType, CaseStatus};

use super::ReopenArgs;
use super::event::{EventDetails, record};
use super::rules::{can_manage, state_of, visible_case};
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// Opens a closed case again, and says why.
///
/// # Errors
/// The case unknown or not closed; not the director's nor one's own to open; no reason given.
pub fn reopen(session: &Session<'_>, args: ReopenArgs) -> Result<Written, CommandError> {
    let note = input::clean_text("note", &args.note)?.ok_or(CommandError::Field {
        field: "note",
        code: Code::Required,
    })?;
    session.write(|tx| {
        visible_case(tx.reader(), session, args.case)?;
        let state = state_of(tx.reader(), args.case)?;
        if !can_manage(session, &state) {
            return Err(CommandError::Forbidden);
        }
        if state.status == CaseStatus::Open {
            return Err(CommandError::Rule(Code::CaseOpen));
        }
        let details = EventDetails {
            note: Some(note),
            ..EventDetails::default()
        };
        let id = record(session, tx, args.case, CaseEventType::Reopened, details)?;
        Ok(Written { id: id.to_string() })
    })
}
