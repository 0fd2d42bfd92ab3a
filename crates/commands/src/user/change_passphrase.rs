//! A new passphrase for oneself.

use crate::device::ChangePassphraseArgs;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// Changes one's own passphrase on this device.
///
/// # Errors
/// The old one wrong, the new one too short.
pub fn change_passphrase(
    session: &Session<'_>,
    args: ChangePassphraseArgs,
) -> Result<Empty, CommandError> {
    session.core.keys.change_passphrase(
        session.open.unlocked.staff,
        &args.old,
        &args.new,
        session.core.clock_ms(),
        &mut session.core.randomness(),
    )?;
    session.note_keys();
    Ok(Empty {})
}
