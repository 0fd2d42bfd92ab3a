//! Another recovery code, when the slip was lost or seen.

use jisr_domain::record::Kind;
use jisr_domain::role::Role;

use super::{RecoveryCodeReplaced, ReplaceRecoveryCodeArgs};
use crate::error::CommandError;
use crate::session::Session;

/// Gives the device another recovery code: from then on the slip printed before opens nothing. It is asked with one's
/// passphrase, since whoever holds the code can open the device. Where nobody of the device keeps accounts, whoever
/// works on it may.
///
/// # Errors
/// Not theirs to change; a wrong passphrase, counted as at the unlock; the disk refusing.
pub fn replace_recovery_code(
    session: &Session<'_>,
    args: ReplaceRecoveryCodeArgs,
) -> Result<RecoveryCodeReplaced, CommandError> {
    let keys = &session.core.keys;
    let kept = |role: &str| Role::from_code(role).is_some_and(Role::keeps_accounts);
    let users = keys.profile()?.public.users;
    if !session.me().role.keeps_accounts() && users.iter().any(|user| kept(&user.role)) {
        return Err(CommandError::Forbidden);
    }
    let mine = session.open.unlocked.staff;
    let unlock = || {
        keys.unlock(
            mine,
            &args.passphrase,
            session.core.clock_ms(),
            &mut session.core.randomness(),
        )
    };
    let by = unlock()?;
    let code = keys.replace_recovery_code(&by, &mut session.core.randomness())?;
    // Brings one's own signing key under the new code at once; a colleague's comes with their next unlock.
    unlock()?;
    session.note_keys();
    session.write(|tx| {
        Ok(tx.audit(
            "replace_recovery_code",
            Some(Kind::Staff),
            Some(session.staff().0),
            &[],
        )?)
    })?;
    Ok(RecoveryCodeReplaced {
        recovery_code: code.printed().to_string(),
    })
}
