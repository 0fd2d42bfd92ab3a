//! A whole copy of the profile.

use std::path::Path;

use jisr_store::BackedUp;
use jisr_store::key::KeyError;

use super::UnlockArgs;
use crate::core::Core;
use crate::error::CommandError;

/// Copies the whole profile to the folder `to`, which is made, with the passphrase of one of its users: the copy opens
/// with the passphrases of all of them. It is for the host alone, and needs no session: the window may be open on the
/// profile, in this process or another, and goes on working.
///
/// # Errors
/// No profile; a wrong passphrase, counted as at the unlock; something at `to` already; a profile that is not whole
/// itself; a change of key under way; the disk.
pub fn back_up(core: &Core, args: &UnlockArgs, to: &Path) -> Result<BackedUp, CommandError> {
    if !core.holds_profile()? {
        return Err(KeyError::NoProfile.into());
    }
    let unlocked = core.keys.unlock(
        args.staff.0,
        &args.passphrase,
        core.clock_ms(),
        &mut core.randomness(),
    )?;
    let slots = core.keys.hold_still(&unlocked.db_key)?;
    Ok(jisr_store::back_up(
        &core.dir,
        &unlocked.db_key,
        to,
        &slots,
    )?)
}
