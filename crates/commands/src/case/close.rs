//! Closing a case.

use jisr_domain::case::CaseEventType;

use super::CloseArgs;
use super::event::{Said, record};
use super::rules::{decides, open_case, state_of};
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// Closes an open case. Steps left open hold nothing up.
///
/// # Errors
/// The case unknown or closed already; not the director's nor one's own to close.
pub fn close(session: &Session<'_>, args: CloseArgs) -> Result<Written, CommandError> {
    let note = args
        .note
        .as_deref()
        .map(|note| input::clean_text("note", note))
        .transpose()?
        .flatten();
    session.write(|tx| {
        open_case(tx.reader(), session, args.case)?;
        if !decides(session, &state_of(tx.reader(), args.case)?) {
            return Err(CommandError::Forbidden);
        }
        let said = Said {
            reason: Some(args.reason),
            note,
            ..Said::default()
        };
        let id = record(session, tx, args.case, CaseEventType::Closed, said)?;
        Ok(Written { id: id.to_string() })
    })
}
