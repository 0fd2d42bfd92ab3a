//! Changes: what a person did, named by the device that wrote it down.

use std::collections::BTreeMap;
use std::fmt;

use jisr_domain::id::{DeviceId, StaffId};
use jisr_domain::record::Fields;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::clock::Stamp;

/// Version of the record declarations this build writes. Additive only.
pub const SCHEMA: u32 = 1;

/// A transaction above this many changes is refused by the door (rule 7).
pub const MAX_CHANGES: usize = 1_000;

/// A transaction above this many bytes is refused by the door (rule 7).
pub const MAX_BYTES: usize = 1 << 20;

/// The name of a change: its device, and its place in that device's own series, dense from 1 (rule 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(DeviceId, u64)", into = "(DeviceId, u64)")]
pub struct Dot {
    /// Who wrote it down.
    pub device: DeviceId,
    /// Its place, from 1.
    pub seq: u64,
}

impl From<(DeviceId, u64)> for Dot {
    fn from((device, seq): (DeviceId, u64)) -> Self {
        Self { device, seq }
    }
}
impl From<Dot> for (DeviceId, u64) {
    fn from(dot: Dot) -> Self {
        (dot.device, dot.seq)
    }
}
impl fmt::Display for Dot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.device, self.seq)
    }
}

/// Which dots of each field the writer had on screen (rule 4).
pub type SeenDots = BTreeMap<String, Vec<Dot>>;

/// What the user payload: the part their key signs. It does not name the dot, so that a device that must take a
/// new identity (rule 9) renumbers without asking anybody to sign again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangePayload {
    /// When, by the device's clock.
    pub stamp: Stamp,
    /// The transaction it belongs to: applied, rejected or held as a whole.
    pub tx: Uuid,
    /// Version of the declarations it was written under.
    pub schema: u32,
    /// Who.
    pub actor: StaffId,
    /// Kind of the record, as a code: a newer version may know kinds this one does not (rule 12).
    pub kind: String,
    /// Which record.
    pub id: Uuid,
    /// The values written.
    pub patch: Fields,
}

/// A change, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its name.
    pub dot: Dot,
    /// What its writer had on screen.
    pub seen: SeenDots,
    /// What they said.
    pub payload: ChangePayload,
}

/// A change as logged and as sent: its bytes never change (rule 2).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Logged {
    /// Its place in its device's series.
    #[serde(rename = "q")]
    pub seq: u64,
    /// [`SeenDots`] as written.
    #[serde(rename = "s")]
    pub seen: Box<RawValue>,
    /// [`ChangePayload`] as written.
    #[serde(rename = "d")]
    pub payload: Box<RawValue>,
}

/// Why a logged change cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("a logged change cannot be read: {0}")]
pub struct Unreadable(#[from] serde_json::Error);

impl Logged {
    /// Writes a change down.
    ///
    /// # Errors
    /// When a value cannot be written as JSON.
    pub fn write(change: &Change) -> Result<Self, Unreadable> {
        Ok(Self {
            seq: change.dot.seq,
            seen: RawValue::from_string(serde_json::to_string(&change.seen)?)?,
            payload: RawValue::from_string(serde_json::to_string(&change.payload)?)?,
        })
    }

    /// Reads it back as a change of `device`.
    ///
    /// # Errors
    /// When the bytes are not what this version or an older one writes.
    pub fn read(&self, device: DeviceId) -> Result<Change, Unreadable> {
        Ok(Change {
            dot: Dot {
                device,
                seq: self.seq,
            },
            seen: serde_json::from_str(self.seen.get())?,
            payload: serde_json::from_str(self.payload.get())?,
        })
    }

    /// Hash of its payload: what the chain is made of, so that a payload can be erased without breaking it.
    pub fn payload_hash(&self, device: DeviceId) -> ChangeHash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"jisr change 1\0");
        hasher.update(device.0.as_bytes());
        hasher.update(&self.seq.to_le_bytes());
        hasher.update(self.seen.get().as_bytes());
        hasher.update(b"\0");
        hasher.update(self.payload.get().as_bytes());
        ChangeHash(*hasher.finalize().as_bytes())
    }

    /// Bytes it takes in the log and, before compression, on the wire.
    pub fn size(&self) -> usize {
        self.seen.get().len() + self.payload.get().len() + 32
    }
}

/// A link of a device's chain of changes: BLAKE3 over the link before and the payload hash (rule 2).
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct ChangeHash(pub [u8; 32]);

impl ChangeHash {
    /// The link after this one.
    pub fn then(self, payload: ChangeHash) -> ChangeHash {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.0);
        hasher.update(&payload.0);
        ChangeHash(*hasher.finalize().as_bytes())
    }
}

impl fmt::Display for ChangeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&blake3::Hash::from_bytes(self.0).to_hex())
    }
}
impl fmt::Debug for ChangeHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
impl Serialize for ChangeHash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for ChangeHash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        blake3::Hash::from_hex(text.as_bytes())
            .map(|hash| Self(*hash.as_bytes()))
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const DEVICE: DeviceId = DeviceId(Uuid::from_u128(1));

    fn logged(seq: u64, payload: &str) -> Logged {
        Logged {
            seq,
            seen: RawValue::from_string("{}".to_owned()).unwrap(),
            payload: RawValue::from_string(payload.to_owned()).unwrap(),
        }
    }

    #[test]
    fn rule_2_the_bytes_of_a_change_stay_those_written_whatever_version_reads_them() {
        // Spaces, another order, a field of a later version.
        let line = r#"{"q":7,"s":{ "phone" : [] },"d":{"patch": {"phone":"0611"},  "id":"00000000-0000-0000-0000-000000000002","kind":"person","actor":"00000000-0000-0000-0000-000000000003","schema":9,"tx":"00000000-0000-0000-0000-000000000004","stamp":5,"mood":"calm"}}"#;
        let change: Logged = serde_json::from_str(line).unwrap();
        assert_eq!(change.read(DEVICE).unwrap().payload.patch["phone"], "0611");
        assert_eq!(serde_json::to_string(&change).unwrap(), line);
    }

    #[test]
    fn rule_2_the_chain_is_over_hashes_and_tells_any_byte_changed_before_its_end() {
        let (one, two) = (logged(1, r#"{"patch":1}"#), logged(2, r#"{"patch":2}"#));
        let link = |hashes: [ChangeHash; 2]| {
            hashes
                .into_iter()
                .fold(ChangeHash::default(), ChangeHash::then)
        };
        let whole = link([one.payload_hash(DEVICE), two.payload_hash(DEVICE)]);
        // The first payload may be erased: its hash is enough to follow the chain.
        let kept = one.payload_hash(DEVICE);
        assert_eq!(link([kept, two.payload_hash(DEVICE)]), whole);
        let other = logged(1, r#"{"patch": 1}"#);
        assert_ne!(
            link([other.payload_hash(DEVICE), two.payload_hash(DEVICE)]),
            whole
        );
        assert_ne!(
            link([two.payload_hash(DEVICE), one.payload_hash(DEVICE)]),
            whole
        );
        let elsewhere = DeviceId(Uuid::from_u128(2));
        assert_ne!(one.payload_hash(elsewhere), one.payload_hash(DEVICE));
    }
}
