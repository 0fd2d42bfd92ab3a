//! The cryptography, and nothing else: sealing under a key, sealing to a public key, proofs.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use curve25519_dalek::MontgomeryPoint;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use super::Randomness;
use super::error::KeyError;

/// A 256-bit secret.
pub(super) type Key = Zeroizing<[u8; 32]>;

const NONCE_BYTES: usize = 24;

// Each use of a key has its own derivation, so that no two uses can be played against each other.
const FINGERPRINT: &str = "jisr 2026 database key: fingerprint";
const PROOF: &str = "jisr 2026 database key: proofs over key slots";
const BOX: &str = "jisr 2026 key slots: sealed box";

/// Public or encrypted bytes, base64 in the file.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Blob(pub(super) Vec<u8>);

impl Blob {
    pub(super) fn array<const N: usize>(&self) -> Result<[u8; N], KeyError> {
        self.0.as_slice().try_into().map_err(|_| KeyError::Damaged)
    }
}

impl fmt::Debug for Blob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64.encode(&self.0))
    }
}

impl Serialize for Blob {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        BASE64
            .decode(text)
            .map(Self)
            .map_err(serde::de::Error::custom)
    }
}

/// Bytes sealed by XChaCha20-Poly1305.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Sealed {
    nonce: Blob,
    wrapped: Blob,
}

pub(super) fn random_key(rng: &mut dyn Randomness) -> Key {
    let mut key = Zeroizing::new([0; 32]);
    rng.fill(key.as_mut());
    key
}

pub(super) fn seal(
    key: &[u8; 32],
    aad: &[u8],
    secret: &[u8],
    rng: &mut dyn Randomness,
) -> Result<Sealed, KeyError> {
    let mut nonce = [0; NONCE_BYTES];
    rng.fill(&mut nonce);
    let wrapped = XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(nonce), Payload { msg: secret, aad })
        .map_err(|_| KeyError::Damaged)?;
    Ok(Sealed {
        nonce: Blob(nonce.to_vec()),
        wrapped: Blob(wrapped),
    })
}

/// The sealed bytes; `Ok(None)` when the key or the associated data is not the one used to seal.
pub(super) fn open(
    key: &[u8; 32],
    aad: &[u8],
    sealed: &Sealed,
) -> Result<Option<Zeroizing<Vec<u8>>>, KeyError> {
    let nonce = XNonce::from(sealed.nonce.array::<NONCE_BYTES>()?);
    let payload = Payload {
        msg: &sealed.wrapped.0,
        aad,
    };
    Ok(XChaCha20Poly1305::new(key.into())
        .decrypt(&nonce, payload)
        .ok()
        .map(Zeroizing::new))
}

/// Bytes sealed to the holder of an X25519 secret, by someone who knows only its public half.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SealedBox {
    ephemeral: Blob,
    sealed: Sealed,
}

impl SealedBox {
    /// What a proof over this box covers.
    pub(super) fn bytes(&self) -> [&[u8]; 3] {
        [
            &self.ephemeral.0,
            &self.sealed.nonce.0,
            &self.sealed.wrapped.0,
        ]
    }
}

/// The public half of an X25519 secret.
pub(super) fn exchange_public(secret: &[u8; 32]) -> [u8; 32] {
    MontgomeryPoint::mul_base_clamped(*secret).to_bytes()
}

pub(super) fn seal_to(
    public: &[u8; 32],
    aad: &[u8],
    secret: &[u8],
    rng: &mut dyn Randomness,
) -> Result<SealedBox, KeyError> {
    let once = random_key(rng);
    let ephemeral = exchange_public(&once);
    let key = box_key(&once, public, &ephemeral, public)?;
    Ok(SealedBox {
        ephemeral: Blob(ephemeral.to_vec()),
        sealed: seal(&key, aad, secret, rng)?,
    })
}

pub(super) fn open_box(
    secret: &[u8; 32],
    aad: &[u8],
    sealed: &SealedBox,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let ephemeral = sealed.ephemeral.array()?;
    let key = box_key(secret, &ephemeral, &ephemeral, &exchange_public(secret))?;
    open(&key, aad, &sealed.sealed)?.ok_or(KeyError::Damaged)
}

fn box_key(
    secret: &[u8; 32],
    point: &[u8; 32],
    ephemeral: &[u8; 32],
    public: &[u8; 32],
) -> Result<Key, KeyError> {
    let shared = Zeroizing::new(MontgomeryPoint(*point).mul_clamped(*secret).to_bytes());
    // A point of small order gives a secret anyone can predict.
    if shared.iter().all(|b| *b == 0) {
        return Err(KeyError::Damaged);
    }
    let material = Zeroizing::new([shared.as_slice(), ephemeral, public].concat());
    Ok(Zeroizing::new(blake3::derive_key(BOX, &material)))
}

/// Tells which database key this is without giving it away.
pub(super) fn fingerprint(db_key: &[u8; 32]) -> Blob {
    Blob(blake3::derive_key(FINGERPRINT, db_key).to_vec())
}

/// A proof that someone holding `db_key` wrote these parts.
pub(super) fn prove(db_key: &[u8; 32], parts: &[&[u8]]) -> Blob {
    let key = Zeroizing::new(blake3::derive_key(PROOF, db_key));
    let mut hasher = blake3::Hasher::new_keyed(&key);
    for part in parts {
        // With its length, so that bytes cannot move from one part to the next.
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    Blob(hasher.finalize().as_bytes().to_vec())
}

/// Derives the key that a recovery code's 160 bits stand for. They need no stretching.
pub(super) fn recovery_key(code: &[u8]) -> Key {
    Zeroizing::new(blake3::derive_key("jisr 2026 recovery code", code))
}

/// The public half of an ed25519 signing secret.
pub(super) fn verifying_key(signing: &[u8; 32]) -> [u8; 32] {
    ed25519_dalek::SigningKey::from_bytes(signing)
        .verifying_key()
        .to_bytes()
}
