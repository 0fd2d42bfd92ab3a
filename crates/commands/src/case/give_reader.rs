//! Giving a case nobody may read any more to somebody, without learning of it.

use jisr_domain::case::{CaseEventType, Readerless};
use jisr_domain::role::Role;

use super::GiveReaderArgs;
use super::event::{EventDetails, record};
use super::rules::ensure_assignable;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Written;

/// `case.give_reader`: names somebody in it and makes them its responsible one, whatever its confidentiality, which is not
/// told (sync rule 20). They find it after the next round.
///
/// # Errors
/// [`CommandError::Forbidden`] for whoever does not direct; [`CommandError::NotFound`] for a case that does not wait;
/// [`CommandError::Field`] with `unknown_value` for somebody who cannot be given a case.
pub fn give_reader(session: &Session<'_>, args: GiveReaderArgs) -> Result<Written, CommandError> {
    if session.me().role != Role::Director {
        return Err(CommandError::Forbidden);
    }
    session.write(|tx| {
        let notice = tx.reader().find::<Readerless>(args.case)?;
        if notice.and_then(|notice| notice.waits) != Some(true) {
            return Err(CommandError::NotFound);
        }
        ensure_assignable(tx.reader(), "staff", args.staff)?;
        for event in [CaseEventType::Named, CaseEventType::LeadSet] {
            record(session, tx, args.case, event, EventDetails::of(args.staff))?;
        }
        Ok(Written {
            id: args.case.to_string(),
        })
    })
}
