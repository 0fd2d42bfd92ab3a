//! How one holder, a user or the recovery code, keeps the database key.
//!
//! A wrap seals, under the holder's own key, the database key of the day and an X25519 secret. When
//! somebody else changes the database key, they seal the new one to the X25519 public half: a delivery.
//! So a rekey needs nobody else's passphrase, and who was removed cannot read it, whatever old keys and
//! old copies they kept. Each delivery is proved under the key before it, which only people with
//! access know, so nobody can slip in a key of their own.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::Randomness;
use super::error::KeyError;
use super::seal::{
    Blob, Key, Sealed, SealedBox, exchange_public, fingerprint, open, open_box, prove, seal,
    seal_to,
};
use super::slots::Escrow;

/// Version of a wrap's inner layout, part of what is authenticated.
const VERSION: u32 = 1;

/// Who a wrap belongs to, on which device: part of what is authenticated, so that a slot cannot be
/// passed off as another's.
pub(super) struct Holder(Vec<u8>);

impl Holder {
    pub(super) fn staff(device_id: Uuid, staff: Uuid) -> Self {
        Self([device_id.as_bytes().as_slice(), b"staff", staff.as_bytes()].concat())
    }

    pub(super) fn recovery(device_id: Uuid) -> Self {
        Self([device_id.as_bytes().as_slice(), b"recovery"].concat())
    }

    pub(super) fn aad(&self, purpose: &str) -> Vec<u8> {
        [&self.0, purpose.as_bytes(), &VERSION.to_le_bytes()].concat()
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Wrap {
    version: u32,
    /// X25519 public half, which deliveries are sealed to.
    pub(super) public: Blob,
    /// Proof over the public parts under the database key sealed here.
    proof: Blob,
    sealed: Sealed,
    /// Database keys that came after the one sealed here, oldest first.
    deliveries: Vec<Delivery>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Delivery {
    db_key: SealedBox,
    /// Proof over the wrap's public parts, under the key delivered.
    proof: Blob,
    /// Proof over this delivery, under the key before it.
    sent_by: Blob,
}

/// The database key, and the one a rekey under way is changing it to.
pub(super) struct DbKeys {
    pub(super) current: Key,
    pub(super) next: Option<Key>,
}

/// What a holder's own key opens.
pub(super) struct Opened {
    db_key: Key,
    pub(super) exchange: Key,
    /// The user's signing secret; the recovery code has none.
    pub(super) signing: Option<Key>,
}

impl Wrap {
    /// Seals the keys for a holder, under `own_key`.
    pub(super) fn new(
        holder: &Holder,
        own_key: &[u8; 32],
        keys: &DbKeys,
        exchange: &[u8; 32],
        signing: Option<&[u8; 32]>,
        escrow: Option<&Escrow>,
        rng: &mut dyn Randomness,
    ) -> Result<Self, KeyError> {
        let mut secrets = Zeroizing::new(Vec::with_capacity(96));
        secrets.extend_from_slice(keys.current.as_ref());
        secrets.extend_from_slice(exchange);
        if let Some(signing) = signing {
            secrets.extend_from_slice(signing);
        }
        let public = Blob(exchange_public(exchange).to_vec());
        let mut wrap = Self {
            version: VERSION,
            proof: proof_over(&keys.current, holder, &public, escrow),
            public,
            sealed: seal(own_key, &holder.aad("secrets"), &secrets, rng)?,
            deliveries: Vec::new(),
        };
        if let Some(next) = &keys.next {
            wrap.deliver(holder, &keys.current, next, escrow, rng)?;
        }
        Ok(wrap)
    }

    /// Opens with the holder's own key; nothing if it is the wrong one.
    pub(super) fn open(
        &self,
        holder: &Holder,
        own_key: &[u8; 32],
    ) -> Result<Option<Opened>, KeyError> {
        if self.version != VERSION {
            return Err(KeyError::Damaged);
        }
        let Some(secrets) = open(own_key, &holder.aad("secrets"), &self.sealed)? else {
            return Ok(None);
        };
        let part = |at: usize| -> Result<Option<Key>, KeyError> {
            let Some(bytes) = secrets.get(at..at + 32) else {
                return Ok(None);
            };
            Ok(Some(to_key(bytes)?))
        };
        Ok(Some(Opened {
            db_key: part(0)?.ok_or(KeyError::Damaged)?,
            exchange: part(32)?.ok_or(KeyError::Damaged)?,
            signing: part(64)?,
        }))
    }

    /// Follows the deliveries to the database key whose fingerprint is `current`, and to the one of
    /// the rekey under way, `next`.
    pub(super) fn db_keys(
        &self,
        holder: &Holder,
        opened: &Opened,
        current: &Blob,
        next: Option<&Blob>,
    ) -> Result<DbKeys, KeyError> {
        let mut chain = vec![opened.db_key.clone()];
        for delivery in &self.deliveries {
            let before = chain.last().ok_or(KeyError::Damaged)?;
            check_proof(&delivery.sent_by, &delivery.sent_under(before, holder))?;
            let bytes = open_box(&opened.exchange, &holder.aad("delivery"), &delivery.db_key)?;
            chain.push(to_key(&bytes)?);
        }
        let find = |wanted: &Blob| {
            chain
                .iter()
                .find(|k| fingerprint(k) == *wanted)
                .cloned()
                .ok_or(KeyError::Damaged)
        };
        Ok(DbKeys {
            current: find(current)?,
            next: next.map(find).transpose()?,
        })
    }

    /// Seals a new database key to this holder, proved under the one before.
    pub(super) fn deliver(
        &mut self,
        holder: &Holder,
        before: &[u8; 32],
        new: &[u8; 32],
        escrow: Option<&Escrow>,
        rng: &mut dyn Randomness,
    ) -> Result<(), KeyError> {
        let mut delivery = Delivery {
            db_key: seal_to(&self.public.array()?, &holder.aad("delivery"), new, rng)?,
            proof: proof_over(new, holder, &self.public, escrow),
            sent_by: Blob(Vec::new()),
        };
        delivery.sent_by = delivery.sent_under(before, holder);
        self.deliveries.push(delivery);
        Ok(())
    }

    /// Takes back the last delivery: its rekey did not happen.
    pub(super) fn take_back(&mut self) {
        self.deliveries.pop();
    }

    /// Whether the holder still has deliveries to fold into the sealed part.
    pub(super) fn is_behind(&self) -> bool {
        !self.deliveries.is_empty()
    }

    /// Checks that the public parts were written by someone with access: to be done before anything is
    /// sealed to them. `pending` says that the last delivery is of a rekey under way.
    pub(super) fn check(
        &self,
        holder: &Holder,
        current: &[u8; 32],
        pending: bool,
        escrow: Option<&Escrow>,
    ) -> Result<(), KeyError> {
        let latest = self.deliveries.iter().rev().nth(usize::from(pending));
        let proof = latest.map_or(&self.proof, |d| &d.proof);
        check_proof(proof, &proof_over(current, holder, &self.public, escrow))
    }
}

impl Delivery {
    fn sent_under(&self, before: &[u8; 32], holder: &Holder) -> Blob {
        let [ephemeral, nonce, wrapped] = self.db_key.bytes();
        prove(
            before,
            &[
                &holder.aad("delivery"),
                ephemeral,
                nonce,
                wrapped,
                &self.proof.0,
            ],
        )
    }
}

fn proof_over(db_key: &[u8; 32], holder: &Holder, public: &Blob, escrow: Option<&Escrow>) -> Blob {
    let aad = holder.aad("slot");
    let mut parts: Vec<&[u8]> = vec![&aad, &public.0];
    if let Some(escrow) = escrow {
        parts.push(&escrow.to.0);
        parts.extend(escrow.signing.bytes());
    }
    prove(db_key, &parts)
}

fn check_proof(stored: &Blob, expected: &Blob) -> Result<(), KeyError> {
    // blake3's hashes compare in constant time.
    let (stored, expected) = (stored.array()?, expected.array()?);
    if blake3::Hash::from_bytes(stored) == blake3::Hash::from_bytes(expected) {
        Ok(())
    } else {
        Err(KeyError::Damaged)
    }
}

pub(super) fn to_key(bytes: &[u8]) -> Result<Key, KeyError> {
    let mut key = Zeroizing::new([0; 32]);
    if bytes.len() != key.len() {
        return Err(KeyError::Damaged);
    }
    key.copy_from_slice(bytes);
    Ok(key)
}
