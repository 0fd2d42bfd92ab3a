use zeroize::Zeroizing;

use super::error::KeyError;
use super::seal::{fingerprint, random_key};
use super::slots::PendingRekey;
use super::wrap::Holder;
use super::{ProfileKeys, Randomness, Unlocked, file};

impl ProfileKeys {
    /// Makes a new database key and seals it to every slot beside the present one. When this returns,
    /// both copies of the slots are flushed, and whichever key the file is under after a power cut,
    /// every user can open it. Then run `PRAGMA rekey`, then [`ProfileKeys::finish_rekey`].
    ///
    /// # Errors
    /// [`KeyError::StaleKey`], [`KeyError::RekeyPending`], [`KeyError::Damaged`] when the slots were
    /// altered by someone without the key, and those of any write: do not rekey then.
    pub fn begin_rekey(
        &self,
        by: &Unlocked,
        rng: &mut dyn Randomness,
    ) -> Result<Zeroizing<[u8; 32]>, KeyError> {
        let _lock = file::lock(self.dir())?;
        let mut slots = file::load(self.dir())?;
        slots.check_settled(&by.db_key)?;
        let new = random_key(rng);

        let device_id = slots.device_id;
        let holder = slots.recovery_holder();
        slots
            .recovery
            .wrap
            .check(&holder, &by.db_key, false, None)?;
        slots
            .recovery
            .wrap
            .deliver(&holder, &by.db_key, &new, None, rng)?;
        for slot in &mut slots.slots {
            let holder = Holder::staff(device_id, slot.staff);
            slot.wrap
                .check(&holder, &by.db_key, false, Some(&slot.escrow))?;
            slot.wrap
                .deliver(&holder, &by.db_key, &new, Some(&slot.escrow), rng)?;
        }
        slots.pending = Some(PendingRekey {
            db_key: fingerprint(&new),
        });
        file::save(self.dir(), &mut slots)?;
        Ok(new)
    }

    /// Settles a rekey, given the key that opens the file: the new one, and it becomes the only one;
    /// the old one, and the rekey is taken back and still due. May be called again.
    ///
    /// # Errors
    /// [`KeyError::StaleKey`] when the key is neither; those of any write.
    pub fn finish_rekey(&self, opened_with: &[u8; 32]) -> Result<(), KeyError> {
        let _lock = file::lock(self.dir())?;
        let mut slots = file::load(self.dir())?;
        let given = fingerprint(opened_with);
        match slots.pending.take() {
            Some(pending) if pending.db_key == given => {
                slots.db_key = pending.db_key;
                slots.rekey_due = false;
            }
            Some(_) if slots.db_key == given => {
                slots.recovery.wrap.take_back();
                for slot in &mut slots.slots {
                    slot.wrap.take_back();
                }
            }
            None if slots.db_key == given => return Ok(()),
            _ => return Err(KeyError::StaleKey),
        }
        file::save(self.dir(), &mut slots)
    }
}
