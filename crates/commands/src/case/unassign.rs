//! Taking a case from somebody.

use jisr_domain::case::CaseEventType;

use super::UnassignArgs;
use super::event::{EventDetails, record};
use super::rules::{can_manage, open_case, state_of};
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Written;

/// Takes an open case from a colleague. The last one stays until another is there: a case is never nobody's.
///
/// # Errors
/// The case unknown or closed; not the director's nor one's own to take; somebody it is not given to, or the
/// only one.
pub fn unassign(session: &Session<'_>, args: UnassignArgs) -> Result<Written, CommandError> {
    session.write(|tx| {
        open_case(tx.reader(), session, args.case)?;
        let state = state_of(tx.reader(), args.case)?;
        if !can_manage(session, &state) {
            return Err(CommandError::Forbidden);
        }
        if !state.assigned.contains(&args.staff) {
            return Err(CommandError::Rule(Code::NotAssigned));
        }
        if state.assigned.len() == 1 {
            return Err(CommandError::Rule(Code::LastAssigned));
        }
        let details = EventDetails::of(args.staff);
        let id = record(session, tx, args.case, CaseEventType::Unassigned, details)?;
        Ok(Written { id: id.to_string() })
    })
}
