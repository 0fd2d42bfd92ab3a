//! What an unlocked profile holds.

use std::sync::Arc;

use ed25519_dalek::SigningKey;
use jisr_store::Store;
use jisr_store::key::Unlocked;

use crate::device::SessionView;

/// What is held while somebody is at work. Dropped, and its secrets wiped, at the lock.
pub struct Open {
    pub(crate) store: Arc<Store>,
    pub(crate) me: SessionView,
    pub(crate) signing: SigningKey,
    pub(crate) unlocked: Arc<Unlocked>,
}
