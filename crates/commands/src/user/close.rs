//! A colleague who no longer works on this device.

use jisr_domain::record::Kind;

use crate::code::Code;
use crate::device::CloseUserArgs;
use crate::error::CommandError;
use crate::session::{Session, change_key};
use crate::view::Empty;

/// Closes a colleague's way into this device: their slot goes, and the database gets another key, since they could
/// read the one before. What they wrote stays theirs, in the history and on its way to the hub.
///
/// # Errors
/// Oneself; nobody of that name here; the disk refusing.
pub fn close(session: &Session<'_>, args: CloseUserArgs) -> Result<Empty, CommandError> {
    if args.slot.0 == session.open.unlocked.staff {
        return Err(CommandError::Rule(Code::OwnAccount));
    }
    let _due = session
        .core
        .keys
        .remove_user(&session.open.unlocked, args.slot.0)?;
    session.write(|tx| Ok(tx.audit("close_user", Some(Kind::Staff), Some(args.slot.0), &[])?))?;
    // The slots remember that a new key is due: where the disk refuses it now, the next unlock gives it.
    let _ = change_key(session.core);
    session.note_keys();
    session.touch(Kind::Staff.code());
    Ok(Empty {})
}
