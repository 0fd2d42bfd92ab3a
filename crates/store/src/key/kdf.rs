use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::error::KeyError;
use super::seal::{Blob, Key};
use super::{Randomness, passphrase};

const ALGORITHM: &str = "argon2id";
const SALT_BYTES: usize = 16;

// A tampered file must not make the program take all memory or run for hours.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_ITERATIONS: u32 = 32;
const MOST_LANES: u32 = 16;

/// How hard a passphrase is stretched by Argon2id (RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParams {
    /// Memory filled, in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub iterations: u32,
    /// Lanes the memory is split in.
    pub lanes: u32,
}

impl KdfParams {
    /// What the app uses: about a quarter of a second on an office laptop, six times the memory OWASP
    /// asks for as a minimum.
    pub const STANDARD: Self = Self {
        memory_kib: 128 * 1024,
        iterations: 3,
        lanes: 2,
    };

    /// For machines where [`KdfParams::STANDARD`] takes more than a second or does not fit in memory.
    pub const MODEST: Self = Self {
        memory_kib: 64 * 1024,
        iterations: 3,
        lanes: 2,
    };

    /// For tests and simulations only: a stolen file stretched like this is guessed at full speed.
    pub const fn light() -> Self {
        Self {
            memory_kib: 16,
            iterations: 1,
            lanes: 1,
        }
    }
}

/// The parameters and salt of one slot, as stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SlotKdf {
    algorithm: String,
    memory_kib: u32,
    iterations: u32,
    lanes: u32,
    salt: Blob,
}

impl SlotKdf {
    pub(super) fn new(params: KdfParams, rng: &mut dyn Randomness) -> Self {
        let mut salt = vec![0; SALT_BYTES];
        rng.fill(&mut salt);
        Self {
            algorithm: ALGORITHM.to_owned(),
            memory_kib: params.memory_kib,
            iterations: params.iterations,
            lanes: params.lanes,
            salt: Blob(salt),
        }
    }

    /// What this slot should be raised to, or nothing when it is at least as strong as `wanted`.
    /// Never lowers either cost. Lanes are not a strength and alone are no reason to rewrite a slot.
    pub(super) fn raised_to(&self, wanted: KdfParams) -> Option<KdfParams> {
        let weaker = self.memory_kib < wanted.memory_kib || self.iterations < wanted.iterations;
        weaker.then(|| KdfParams {
            memory_kib: self.memory_kib.max(wanted.memory_kib),
            iterations: self.iterations.max(wanted.iterations),
            lanes: wanted.lanes,
        })
    }

    /// Stretches a passphrase into the key that wraps a slot's secrets.
    pub(super) fn stretch(&self, passphrase: &str) -> Result<Key, KeyError> {
        let sane = self.algorithm == ALGORITHM
            && self.memory_kib <= MOST_MEMORY_KIB
            && self.iterations <= MOST_ITERATIONS
            && self.lanes <= MOST_LANES
            && self.salt.0.len() == SALT_BYTES;
        if !sane {
            return Err(KeyError::Damaged);
        }
        let typed = passphrase::normalise(passphrase)?;
        let params = Params::new(self.memory_kib, self.iterations, self.lanes, Some(32))
            .map_err(|_| KeyError::Damaged)?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(typed.as_bytes(), &self.salt.0, key.as_mut())
            .map_err(|e| match e {
                argon2::Error::OutOfMemory => KeyError::NotEnoughMemory {
                    needed_kib: self.memory_kib,
                },
                _ => KeyError::Damaged,
            })?;
        Ok(key)
    }
}
