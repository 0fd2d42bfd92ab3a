use uuid::Uuid;

use super::create::{FreshSlot, unlocked};
use super::error::KeyError;
use super::seal::{random_key, verifying_key};
use super::slots::PublicUser;
use super::wrap::DbKeys;
use super::{ProfileKeys, Randomness, Unlocked, file, passphrase};

/// A slot was dropped: the database should now get a new key (see [`ProfileKeys::begin_rekey`]), since
/// the person removed could read the old one.
#[must_use = "without a rekey the person removed may still hold the key"]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RekeyDue;

impl ProfileKeys {
    /// Gives another member of staff a slot. Returns the public half of their new signing key, to
    /// register with their staff record.
    ///
    /// # Errors
    /// [`KeyError::UserExists`], [`KeyError::StaleKey`], [`KeyError::RekeyPending`], a passphrase too
    /// short or too long, and those of any write.
    pub fn add_user(
        &self,
        by: &Unlocked,
        user: PublicUser,
        passphrase: &str,
        rng: &mut dyn Randomness,
    ) -> Result<[u8; 32], KeyError> {
        passphrase::check_new(passphrase)?;
        let _lock = file::lock(self.dir())?;
        let mut slots = file::load(self.dir())?;
        slots.check_settled(&by.db_key)?;
        if slots.slot(user.staff).is_ok() {
            return Err(KeyError::UserExists);
        }
        let keys = DbKeys {
            current: by.db_key.clone(),
            next: None,
        };
        let fresh = FreshSlot {
            staff: user.staff,
            exchange: random_key(rng),
            signing: random_key(rng),
        };
        let slot = fresh.under_passphrase(self, &slots, &keys, passphrase, rng)?;
        slots.replace(slot);
        slots.public.users.retain(|u| u.staff != user.staff);
        slots.public.users.push(user);
        file::save(self.dir(), &mut slots)?;
        Ok(verifying_key(&fresh.signing))
    }

    /// Replaces a user's passphrase, given the old one. The X25519 secret is replaced too, so that an
    /// old copy of the slots and the old passphrase do not open keys to come.
    ///
    /// # Errors
    /// Those of [`ProfileKeys::unlock`] for the old passphrase, counted in the same way; the new one too
    /// short or too long.
    pub fn change_passphrase(
        &self,
        staff: Uuid,
        old: &str,
        new: &str,
        now_ms: i64,
        rng: &mut dyn Randomness,
    ) -> Result<Unlocked, KeyError> {
        passphrase::check_new(new)?;
        let _lock = file::lock(self.dir())?;
        let mut slots = file::load(self.dir())?;
        let verified = self.verify(&mut slots, staff, old, now_ms)?;
        let fresh = FreshSlot {
            exchange: random_key(rng),
            ..verified.own
        };
        let slot = fresh.under_passphrase(self, &slots, &verified.keys, new, rng)?;
        slots.replace(slot);
        slots.attempts.remove(&staff);
        file::save(self.dir(), &mut slots)?;
        Ok(unlocked(&slots, staff, verified.keys, fresh.signing))
    }

    /// Drops a user's slot from both copies of the file.
    ///
    /// # Errors
    /// [`KeyError::NoSuchUser`], [`KeyError::LastUser`], [`KeyError::StaleKey`],
    /// [`KeyError::RekeyPending`], and those of any write.
    pub fn remove_user(&self, by: &Unlocked, staff: Uuid) -> Result<RekeyDue, KeyError> {
        let _lock = file::lock(self.dir())?;
        let mut slots = file::load(self.dir())?;
        slots.check_settled(&by.db_key)?;
        slots.slot(staff)?;
        if slots.slots.len() == 1 {
            return Err(KeyError::LastUser);
        }
        slots.slots.retain(|s| s.staff != staff);
        slots.public.users.retain(|u| u.staff != staff);
        slots.attempts.remove(&staff);
        slots.rekey_due = true;
        file::save(self.dir(), &mut slots)?;
        Ok(RekeyDue)
    }
}
