//! Another key for the database.

use std::sync::Arc;

use ed25519_dalek::SigningKey;
use jisr_store::key::Unlocked;
use zeroize::Zeroizing;

use super::Open;
use crate::core::Core;
use crate::error::CommandError;

/// Puts the database of the unlocked profile under a new key. Every slot holds both keys while it happens.
///
/// # Errors
/// The disk refusing; the old key then still opens it.
pub(crate) fn change_key(core: &Core) -> Result<(), CommandError> {
    let mut held = core.open.write().map_err(|_| CommandError::Poisoned)?;
    let open = held.as_ref().map(Arc::clone).ok_or(CommandError::Locked)?;
    let old = &open.unlocked;
    let new = core.keys.begin_rekey(old, &mut core.randomness())?;
    if let Err(error) = open.store.rekey(&new) {
        core.keys.finish_rekey(&old.db_key)?;
        return Err(error.into());
    }
    core.keys.finish_rekey(&new)?;
    *held = Some(Arc::new(Open {
        store: Arc::clone(&open.store),
        me: open.me.clone(),
        signing: SigningKey::from_bytes(&old.user_key),
        unlocked: Arc::new(Unlocked {
            device_id: old.device_id,
            staff: old.staff,
            db_key: new,
            user_key: Zeroizing::new(*old.user_key),
            alternative: None,
            rekey_due: false,
        }),
    }));
    Ok(())
}
