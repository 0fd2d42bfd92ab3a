//! The keys of the encrypted database: who can open it, with what, and how that changes.
//!
//! A profile folder holds `jisr.db`, encrypted under a random 256-bit database key, and `slots.json`
//! beside it (with a second copy, `slots.json.bak`), which holds that key once per user under a
//! passphrase and once under a printed recovery code. `docs/decisions/002-key-slots.md` says why it has
//! this shape, `docs/threat-model.md` what it does and does not defend.
//!
//! Opening a profile:
//!
//! 1. [`ProfileKeys::profile`] draws the unlock screen: nothing in it is secret.
//! 2. [`ProfileKeys::unlock`] gives [`Unlocked`]; open `jisr.db` with `db_key`.
//! 3. Where [`Unlocked::alternative`] is set, power was cut during a rekey: if `db_key` does not open
//!    the file, `alternative` does. Call [`ProfileKeys::finish_rekey`] with the one that did.

mod attempts;
mod create;
mod error;
mod file;
mod hold;
mod kdf;
mod passphrase;
mod publish;
mod recover;
mod recovery_code;
mod rekey;
mod seal;
mod slots;
mod unlock;
mod user;
mod wrap;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use uuid::Uuid;
use zeroize::Zeroizing;

pub use create::NewProfile;
pub use error::KeyError;
pub(crate) use file::{COPIES as SLOT_COPIES, make_folder};
pub use hold::HeldStill;
pub use kdf::KdfParams;
pub use passphrase::{MAXIMUM_CHARS, MINIMUM_CHARS, check_new as check_new_passphrase};
pub use publish::Profile;
pub use recover::Recovered;
pub use recovery_code::RecoveryCode;
pub use slots::{PublicProfile, PublicUser};
pub use user::RekeyDue;

/// The encrypted database's file name inside a profile folder.
pub const DATABASE_FILE: &str = "jisr.db";

/// A source of unpredictable bytes; in the app, the operating system's.
pub trait Randomness {
    /// Fills the whole of `buf`.
    fn fill(&mut self, buf: &mut [u8]);
}

impl<F: FnMut(&mut [u8])> Randomness for F {
    fn fill(&mut self, buf: &mut [u8]) {
        self(buf);
    }
}

/// The key slots of one profile folder.
///
/// Holds no secret and no open file: every call reads the folder afresh, under a lock file that keeps
/// the app and the command line from overwriting each other.
#[derive(Debug, Clone)]
pub struct ProfileKeys {
    dir: PathBuf,
    kdf: KdfParams,
}

impl ProfileKeys {
    /// The keys of the profile in `dir`. `kdf` is the stretching wanted for passphrases on this device:
    /// new slots use it and weaker ones are brought up to it when their user unlocks.
    pub fn at(dir: impl Into<PathBuf>, kdf: KdfParams) -> Self {
        Self {
            dir: dir.into(),
            kdf,
        }
    }

    /// The keys of the profile in another folder, stretched alike.
    #[must_use]
    pub fn elsewhere(&self, dir: impl Into<PathBuf>) -> Self {
        Self::at(dir, self.kdf)
    }

    /// Where the encrypted database of this profile is.
    pub fn database_path(&self) -> PathBuf {
        self.dir.join(DATABASE_FILE)
    }

    /// Whether the folder holds key slots already, readable or not.
    pub fn exists(&self) -> bool {
        file::exists(&self.dir)
    }

    fn dir(&self) -> &Path {
        &self.dir
    }
}

/// What an unlocked profile hands out. Its secrets are wiped when it is dropped; it cannot be printed.
pub struct Unlocked {
    /// The device this profile belongs to.
    pub device_id: Uuid,
    /// The member of staff who unlocked.
    pub staff: Uuid,
    /// The raw key of `jisr.db`.
    pub db_key: Zeroizing<[u8; 32]>,
    /// This user's ed25519 signing secret on this device.
    pub user_key: Zeroizing<[u8; 32]>,
    /// Set between [`ProfileKeys::begin_rekey`] and [`ProfileKeys::finish_rekey`]: the other key the
    /// file may be under.
    pub alternative: Option<Zeroizing<[u8; 32]>>,
    /// Someone was removed since the last rekey: the database should get a new key.
    pub rekey_due: bool,
}

impl Unlocked {
    /// The public half of [`Unlocked::user_key`], to register with the staff record.
    pub fn verifying_key(&self) -> [u8; 32] {
        seal::verifying_key(&self.user_key)
    }
}
