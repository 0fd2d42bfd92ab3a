//! The slots file's content.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::attempts::AttemptRecord;
use super::error::KeyError;
use super::kdf::SlotKdf;
use super::seal::{Blob, SealedBox, fingerprint};
use super::wrap::{Holder, Wrap};

/// The format this release writes, and the newest it reads.
pub(super) const FORMAT: u32 = 1;

/// The part of the file that is in clear, to draw the unlock screen before anything is decrypted.
/// Anyone holding the device can read it, so it holds no more than the names on the office doors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicProfile {
    /// "ar", "fr" or "en".
    pub language: String,
    /// The center's name in Arabic.
    pub center_name_ar: String,
    /// The center's name in French.
    pub center_name_fr: String,
    /// Who can unlock here, in the order they were added.
    pub users: Vec<PublicUser>,
}

/// One name on the unlock screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicUser {
    /// The member of staff.
    pub staff: Uuid,
    /// Name in Arabic script.
    pub name_ar: String,
    /// Name in Latin script.
    pub name_lat: String,
    /// Role code of the staff record.
    pub role: String,
    /// Sex code of the staff record; Arabic titles agree with it.
    pub sex: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Slots {
    /// Grows with every write; tells an investigator which of two copies is later.
    pub(super) generation: u64,
    pub(super) device_id: Uuid,
    /// Fingerprint of the database key.
    pub(super) db_key: Blob,
    pub(super) pending: Option<PendingRekey>,
    /// Someone was removed since the database key was last changed.
    pub(super) rekey_due: bool,
    pub(super) slots: Vec<Slot>,
    pub(super) recovery: RecoverySlot,
    pub(super) attempts: BTreeMap<Uuid, AttemptRecord>,
    pub(super) public: PublicProfile,
}

/// A change of database key that was begun. The last delivery of every slot is the new key's.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct PendingRekey {
    /// Fingerprint of the new key.
    pub(super) db_key: Blob,
}

/// One user's way in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Slot {
    pub(super) staff: Uuid,
    pub(super) kdf: SlotKdf,
    pub(super) wrap: Wrap,
    pub(super) escrow: Escrow,
}

/// The user's signing secret, sealed to the recovery code.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Escrow {
    /// The recovery slot's public key it was sealed to.
    pub(super) to: Blob,
    pub(super) signing: SealedBox,
}

/// The printed recovery code's way in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct RecoverySlot {
    pub(super) wrap: Wrap,
}

impl Slots {
    pub(super) fn slot(&self, staff: Uuid) -> Result<&Slot, KeyError> {
        self.slots
            .iter()
            .find(|s| s.staff == staff)
            .ok_or(KeyError::NoSuchUser)
    }

    pub(super) fn replace(&mut self, slot: Slot) {
        match self.slots.iter_mut().find(|s| s.staff == slot.staff) {
            Some(old) => *old = slot,
            None => self.slots.push(slot),
        }
    }

    pub(super) fn user(&self, staff: Uuid) -> Holder {
        Holder::staff(self.device_id, staff)
    }

    pub(super) fn recovery_holder(&self) -> Holder {
        Holder::recovery(self.device_id)
    }

    /// Refuses a key that is not the database's, and any change while a rekey is half done: whoever
    /// holds one key of two cannot keep every slot able to open both.
    pub(super) fn check_settled(&self, db_key: &[u8; 32]) -> Result<(), KeyError> {
        if self.pending.is_some() {
            return Err(KeyError::RekeyPending);
        }
        if fingerprint(db_key) != self.db_key {
            return Err(KeyError::StaleKey);
        }
        Ok(())
    }
}
