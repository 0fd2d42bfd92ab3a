//! Giving a case to somebody.

use jisr_domain::case::CaseEventType;

use super::AssignArgs;
use super::event::{EventDetails, record};
use super::rules::{can_manage, ensure_assignable, leaves_out, open_case, state_of};
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// Gives an open case to a colleague, as the responsible one or beside them.
///
/// # Errors
/// The case unknown or closed; not the director's nor one's own to give; a colleague who follows no cases, or
/// whom a sealed case does not name.
pub fn assign(session: &Session<'_>, args: AssignArgs) -> Result<Written, CommandError> {
    let note = args
        .note
        .as_deref()
        .map(|note| input::clean_text("note", note))
        .transpose()?
        .flatten();
    session.write(|tx| {
        let held = open_case(tx.reader(), session, args.case)?;
        let state = state_of(tx.reader(), args.case)?;
        if !can_manage(session, &state) {
            return Err(CommandError::Forbidden);
        }
        ensure_assignable(tx.reader(), "staff", args.staff)?;
        if leaves_out(&held.record, &state, args.staff) {
            return Err(CommandError::Rule(Code::NotNamed));
        }
        let already = if args.lead {
            state.lead == Some(args.staff)
        } else {
            state.assigned.contains(&args.staff)
        };
        if already {
            return Err(CommandError::Rule(Code::AssignedAlready));
        }
        let event = if args.lead {
            CaseEventType::LeadSet
        } else {
            CaseEventType::Assigned
        };
        let id = record(
            session,
            tx,
            args.case,
            event,
            EventDetails {
                note,
                ..EventDetails::of(args.staff)
            },
        )?;
        Ok(Written { id: id.to_string() })
    })
}
