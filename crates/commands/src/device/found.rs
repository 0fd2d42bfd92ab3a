//! A profile comes to be: its keys, its database and its first records, all or nothing.

use ed25519_dalek::SigningKey;
use jisr_domain::center::Staff;
use jisr_domain::id::{DeviceId, StaffId};
use jisr_store::key::{KeyError, NewProfile};
use jisr_store::{Founding, NewDevice, Store, StoreError};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::core::Core;
use crate::error::CommandError;
use crate::session::enter;
use crate::settings::Language;
use crate::user::public_user;

/// What a profile is made of.
pub(super) struct Founded<'a> {
    pub(super) language: Language,
    /// Name of the center in Arabic and in French, for the unlock screen.
    pub(super) center_names: (Option<String>, Option<String>),
    pub(super) device: NewDevice,
    pub(super) staff: StaffId,
    pub(super) user: &'a Staff,
    pub(super) user_key: &'a SigningKey,
    pub(super) passphrase: &'a str,
}

/// Makes the profile, writes its first records with `fill`, unlocks it, and gives its recovery code as printed.
///
/// # Errors
/// A profile already there; a passphrase too short; those of `fill`; the disk refusing. Nothing is left then.
pub(super) fn found(
    core: &Core,
    new: Founded<'_>,
    fill: impl FnOnce(&Store) -> Result<(), CommandError>,
) -> Result<String, CommandError> {
    let founding = Founding::begin(&core.dir).map_err(|error| match error {
        StoreError::AlreadyExists => KeyError::AlreadyExists.into(),
        error => CommandError::from(error),
    })?;
    let (center_ar, center_fr) = new.center_names;
    let profile = NewProfile {
        device_id: new.device.device.0,
        language: new.language.code().to_owned(),
        center_name_ar: center_ar.unwrap_or_default(),
        center_name_fr: center_fr.unwrap_or_default(),
    };
    let (unlocked, code) = core.keys.elsewhere(founding.folder()).create(
        profile,
        public_user(new.staff, new.user),
        new.user_key.as_bytes(),
        new.passphrase,
        &mut core.randomness(),
    )?;
    let store = Store::create(founding.folder(), &unlocked.db_key, new.device)?;
    store.set_setting("language", Some(new.language.code()))?;
    fill(&store)?;
    drop(store);
    founding.settle()?;
    enter(core, unlocked, false)?;
    Ok(code.printed().to_string())
}

/// A fresh id (UUIDv7).
pub(super) fn fresh_id(core: &Core) -> Uuid {
    let mut random = [0u8; 10];
    core.host.random(&mut random);
    uuid::Builder::from_unix_timestamp_millis(core.host.now_ms(), &random).into_uuid()
}

/// A fresh name for a device.
pub(super) fn fresh_device(core: &Core) -> DeviceId {
    let mut bytes = [0u8; 16];
    core.host.random(&mut bytes);
    DeviceId(Uuid::from_bytes(bytes))
}

/// A fresh secret key.
pub(super) fn fresh_secret(core: &Core) -> Zeroizing<[u8; 32]> {
    let mut secret = Zeroizing::new([0u8; 32]);
    core.host.random(secret.as_mut());
    secret
}
