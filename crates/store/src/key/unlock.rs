use uuid::Uuid;

use super::create::{FreshSlot, unlocked};
use super::error::KeyError;
use super::seal::Key;
use super::slots::{Slot, Slots};
use super::wrap::DbKeys;
use super::{ProfileKeys, Randomness, Unlocked, file};

impl ProfileKeys {
    /// Opens a user's slot. `now_ms` is the device's clock, Unix milliseconds.
    ///
    /// Afterwards the slot is brought up to date if it was behind: weaker stretching than this device
    /// wants, a database key changed by someone else, a recovery code replaced. A disk or a memory that
    /// refuses this does not keep anyone out: the next unlock tries again.
    ///
    /// # Errors
    /// [`KeyError::WrongPassphrase`] (counted, on disk), [`KeyError::TooSoon`],
    /// [`KeyError::NoSuchUser`], [`KeyError::NoProfile`], [`KeyError::Damaged`],
    /// [`KeyError::NotEnoughMemory`], [`KeyError::Io`].
    pub fn unlock(
        &self,
        staff: Uuid,
        passphrase: &str,
        now_ms: i64,
        rng: &mut dyn Randomness,
    ) -> Result<Unlocked, KeyError> {
        let _lock = file::lock(self.dir())?;
        let mut slots = file::load(self.dir())?;
        let verified = self.verify(&mut slots, staff, passphrase, now_ms)?;
        let mut changed = slots.attempts.remove(&staff).is_some();
        if let Ok(Some(slot)) = self.brought_up_to_date(&slots, &verified, passphrase, rng) {
            slots.replace(slot);
            changed = true;
        }
        if changed {
            // See above: the user is in, whatever the disk says.
            let _ = file::save(self.dir(), &mut slots);
        }
        Ok(unlocked(&slots, staff, verified.keys, verified.own.signing))
    }

    /// Checks a passphrase, counting and recording a wrong one.
    pub(super) fn verify(
        &self,
        slots: &mut Slots,
        staff: Uuid,
        passphrase: &str,
        now_ms: i64,
    ) -> Result<Verified, KeyError> {
        let slot = slots.slot(staff)?.clone();
        if let Some(record) = slots.attempts.get_mut(&staff) {
            let before = record.counted_from_ms();
            let retry_after_seconds = record.wait(now_ms);
            if retry_after_seconds > 0 {
                if record.counted_from_ms() != before {
                    file::save(self.dir(), slots)?;
                }
                return Err(KeyError::TooSoon {
                    retry_after_seconds,
                });
            }
        }
        let holder = slots.user(staff);
        let own_key = slot.kdf.stretch(passphrase)?;
        let Some(opened) = slot.wrap.open(&holder, &own_key)? else {
            let (attempts, retry_after_seconds) =
                slots.attempts.entry(staff).or_default().count(now_ms);
            // A disk that refuses must not turn "wrong passphrase" into something else.
            let _ = file::save(self.dir(), slots);
            return Err(KeyError::WrongPassphrase {
                retry_after_seconds,
                attempts,
            });
        };
        let next = slots.pending.as_ref().map(|p| &p.db_key);
        let keys = slot.wrap.db_keys(&holder, &opened, &slots.db_key, next)?;
        let signing = opened.signing.ok_or(KeyError::Damaged)?;
        Ok(Verified {
            keys,
            own_key,
            own: FreshSlot {
                staff,
                exchange: opened.exchange,
                signing,
            },
            slot,
        })
    }

    fn brought_up_to_date(
        &self,
        slots: &Slots,
        verified: &Verified,
        passphrase: &str,
        rng: &mut dyn Randomness,
    ) -> Result<Option<Slot>, KeyError> {
        let Verified {
            slot,
            own,
            keys,
            own_key,
        } = verified;
        if slots.pending.is_some() {
            // The caller finishes the rekey first; the next unlock finds things settled.
            return Ok(None);
        }
        if slot.kdf.raised_to(self.kdf).is_some() {
            return own
                .under_passphrase(self, slots, keys, passphrase, rng)
                .map(Some);
        }
        if slot.wrap.is_behind() || slot.escrow.to != slots.recovery.wrap.public {
            return own
                .under_key(slots, keys, slot.kdf.clone(), own_key, rng)
                .map(Some);
        }
        Ok(None)
    }
}

/// A slot opened by its user's passphrase.
pub(super) struct Verified {
    pub(super) keys: DbKeys,
    pub(super) own: FreshSlot,
    own_key: Key,
    slot: Slot,
}
