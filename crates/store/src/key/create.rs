use std::collections::BTreeMap;

use uuid::Uuid;

use super::error::KeyError;
use super::kdf::SlotKdf;
use super::recovery_code::RecoveryCode;
use super::seal::{Blob, Key, fingerprint, random_key, seal_to};
use super::slots::{Escrow, PublicProfile, PublicUser, RecoverySlot, Slot, Slots};
use super::wrap::{DbKeys, Holder, Wrap};
use super::{ProfileKeys, Randomness, Unlocked, file, passphrase};

/// What a new profile shows before it is unlocked.
#[derive(Debug, Clone)]
pub struct NewProfile {
    /// The device's id, one per installation.
    pub device_id: Uuid,
    /// "ar", "fr" or "en".
    pub language: String,
    /// The center's name in Arabic.
    pub center_name_ar: String,
    /// The center's name in French.
    pub center_name_fr: String,
}

impl ProfileKeys {
    /// Makes the folder and its key slots: a random database key, the first user's slot and the
    /// recovery slot. The code is returned once, to be printed; it is stored nowhere.
    ///
    /// `user_key` is the ed25519 secret the user signs with on this device.
    ///
    /// # Errors
    /// [`KeyError::AlreadyExists`]; a passphrase too short or too long; the disk or memory refusing.
    pub fn create(
        &self,
        profile: NewProfile,
        user: PublicUser,
        user_key: &[u8; 32],
        passphrase: &str,
        rng: &mut dyn Randomness,
    ) -> Result<(Unlocked, RecoveryCode), KeyError> {
        passphrase::check_new(passphrase)?;
        file::make_folder(self.dir())?;
        let _lock = file::lock(self.dir())?;
        if self.exists() {
            return Err(KeyError::AlreadyExists);
        }
        let keys = DbKeys {
            current: random_key(rng),
            next: None,
        };
        let code = RecoveryCode::random(rng);
        let mut slots = Slots {
            generation: 0,
            device_id: profile.device_id,
            db_key: fingerprint(&keys.current),
            pending: None,
            rekey_due: false,
            slots: Vec::new(),
            recovery: recovery_slot(&Holder::recovery(profile.device_id), &code, &keys, rng)?,
            attempts: BTreeMap::new(),
            public: PublicProfile {
                language: profile.language,
                center_name_ar: profile.center_name_ar,
                center_name_fr: profile.center_name_fr,
                users: vec![user.clone()],
            },
        };
        let fresh = FreshSlot {
            staff: user.staff,
            exchange: random_key(rng),
            signing: Key::new(*user_key),
        };
        let slot = fresh.under_passphrase(self, &slots, &keys, passphrase, rng)?;
        slots.replace(slot);
        file::save(self.dir(), &mut slots)?;
        Ok((unlocked(&slots, user.staff, keys, fresh.signing), code))
    }
}

/// A slot about to be written: the secrets that are the user's own.
pub(super) struct FreshSlot {
    pub(super) staff: Uuid,
    pub(super) exchange: Key,
    pub(super) signing: Key,
}

impl FreshSlot {
    /// Under a passphrase, with a new salt and this device's stretching.
    pub(super) fn under_passphrase(
        &self,
        at: &ProfileKeys,
        slots: &Slots,
        keys: &DbKeys,
        passphrase: &str,
        rng: &mut dyn Randomness,
    ) -> Result<Slot, KeyError> {
        let kdf = SlotKdf::new(at.kdf, rng);
        let own_key = kdf.stretch(passphrase)?;
        self.under_key(slots, keys, kdf, &own_key, rng)
    }

    /// Under an already stretched passphrase.
    pub(super) fn under_key(
        &self,
        slots: &Slots,
        keys: &DbKeys,
        kdf: SlotKdf,
        own_key: &[u8; 32],
        rng: &mut dyn Randomness,
    ) -> Result<Slot, KeyError> {
        let holder = slots.user(self.staff);
        // Sealed anew each time rather than carried over: what lies in the file may not be ours.
        let recovery = &slots.recovery.wrap;
        recovery.check(
            &slots.recovery_holder(),
            &keys.current,
            slots.pending.is_some(),
            None,
        )?;
        let signing = seal_to(
            &recovery.public.array()?,
            &holder.aad("escrow"),
            self.signing.as_ref(),
            rng,
        )?;
        let escrow = Escrow {
            to: Blob(recovery.public.0.clone()),
            signing,
        };
        let wrap = Wrap::new(
            &holder,
            own_key,
            keys,
            &self.exchange,
            Some(&self.signing),
            Some(&escrow),
            rng,
        )?;
        Ok(Slot {
            staff: self.staff,
            kdf,
            wrap,
            escrow,
        })
    }
}

pub(super) fn recovery_slot(
    holder: &Holder,
    code: &RecoveryCode,
    keys: &DbKeys,
    rng: &mut dyn Randomness,
) -> Result<RecoverySlot, KeyError> {
    let exchange = random_key(rng);
    Ok(RecoverySlot {
        wrap: Wrap::new(holder, &code.key(), keys, &exchange, None, None, rng)?,
    })
}

pub(super) fn unlocked(slots: &Slots, staff: Uuid, keys: DbKeys, signing: Key) -> Unlocked {
    Unlocked {
        device_id: slots.device_id,
        staff,
        db_key: keys.current,
        user_key: signing,
        alternative: keys.next,
        rekey_due: slots.rekey_due,
    }
}
