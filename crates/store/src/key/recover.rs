use uuid::Uuid;

use super::create::{FreshSlot, recovery_slot, unlocked};
use super::error::KeyError;
use super::recovery_code::RecoveryCode;
use super::seal::{open_box, random_key};
use super::wrap::{DbKeys, to_key};
use super::{ProfileKeys, Randomness, Unlocked, file, passphrase};

/// A user back in by the recovery code, with a new passphrase.
pub struct Recovered {
    /// As after an unlock.
    pub unlocked: Unlocked,
    /// The user's signing key could not be brought back, because the code was replaced and they had not
    /// unlocked since: they have a new one, and its public half is to be registered.
    pub new_user_key: bool,
}

impl ProfileKeys {
    /// Gives a user who forgot their passphrase a new one, by the printed recovery code. Wrong attempts
    /// before it are forgotten. The code stays valid; once it has been typed before others,
    /// [`ProfileKeys::replace_recovery_code`] is in order.
    ///
    /// # Errors
    /// [`KeyError::WrongRecoveryCode`], [`KeyError::NoSuchUser`], a passphrase too short or too long,
    /// and those of any write.
    pub fn recover(
        &self,
        code: &RecoveryCode,
        staff: Uuid,
        new_passphrase: &str,
        rng: &mut dyn Randomness,
    ) -> Result<Recovered, KeyError> {
        passphrase::check_new(new_passphrase)?;
        let _lock = file::lock(self.dir())?;
        let mut slots = file::load(self.dir())?;
        let recovery = slots.recovery_holder();
        let wrap = &slots.recovery.wrap;
        let opened = wrap
            .open(&recovery, &code.key())?
            .ok_or(KeyError::WrongRecoveryCode)?;
        let next = slots.pending.as_ref().map(|p| &p.db_key);
        let keys = wrap.db_keys(&recovery, &opened, &slots.db_key, next)?;

        let slot = slots.slot(staff)?;
        let holder = slots.user(staff);
        let new_user_key = slot.escrow.to != wrap.public;
        let signing = if new_user_key {
            random_key(rng)
        } else {
            slot.wrap.check(
                &holder,
                &keys.current,
                slots.pending.is_some(),
                Some(&slot.escrow),
            )?;
            to_key(&open_box(
                &opened.exchange,
                &holder.aad("escrow"),
                &slot.escrow.signing,
            )?)?
        };
        let fresh = FreshSlot {
            staff,
            exchange: random_key(rng),
            signing,
        };
        let slot = fresh.under_passphrase(self, &slots, &keys, new_passphrase, rng)?;
        slots.replace(slot);
        slots.attempts.remove(&staff);
        file::save(self.dir(), &mut slots)?;
        Ok(Recovered {
            unlocked: unlocked(&slots, staff, keys, fresh.signing),
            new_user_key,
        })
    }

    /// Replaces the recovery code: the old paper opens nothing any more. The signing keys of the other
    /// users come under the new code when each next unlocks.
    ///
    /// # Errors
    /// [`KeyError::StaleKey`], [`KeyError::RekeyPending`], and those of any write.
    pub fn replace_recovery_code(
        &self,
        by: &Unlocked,
        rng: &mut dyn Randomness,
    ) -> Result<RecoveryCode, KeyError> {
        let _lock = file::lock(self.dir())?;
        let mut slots = file::load(self.dir())?;
        slots.check_settled(&by.db_key)?;
        let keys = DbKeys {
            current: by.db_key.clone(),
            next: None,
        };
        let code = RecoveryCode::random(rng);
        slots.recovery = recovery_slot(&slots.recovery_holder(), &code, &keys, rng)?;
        file::save(self.dir(), &mut slots)?;
        Ok(code)
    }
}
