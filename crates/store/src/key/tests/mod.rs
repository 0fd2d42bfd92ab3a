#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attempts;
mod passphrase;
mod power_cut;
mod recovery;
mod rekey;
mod tampering;
mod users;

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use uuid::Uuid;

use super::{
    KdfParams, KeyError, NewProfile, ProfileKeys, PublicUser, Randomness, RecoveryCode, Unlocked,
};

pub(super) const AMINA: Uuid = Uuid::from_u128(0xA);
pub(super) const BILAL: Uuid = Uuid::from_u128(0xB);
pub(super) const SALMA: Uuid = Uuid::from_u128(0x5);
pub(super) const LAPTOP: Uuid = Uuid::from_u128(0xD);

pub(super) const AMINA_SAYS: &str = "زيتون بلدي وخبز سخون";
pub(super) const BILAL_SAYS: &str = "le train de Benguerir part à 7 h";
pub(super) const SALMA_SAYS: &str = "quatre chaises bleues";

/// Monday morning, Unix milliseconds.
pub(super) const MORNING: i64 = 1_790_000_000_000;

/// Repeatable bytes that never repeat within one test.
pub(super) fn dice(seed: u64) -> impl FnMut(&mut [u8]) {
    let mut drawn = 0_u64;
    move |buf| {
        drawn += 1;
        let mut hasher = blake3::Hasher::new();
        hasher
            .update(&seed.to_le_bytes())
            .update(&drawn.to_le_bytes());
        hasher.finalize_xof().fill(buf);
    }
}

/// Amina's laptop: a profile folder with her as the first user.
pub(super) struct Laptop {
    folder: TempDir,
    pub(super) keys: ProfileKeys,
    pub(super) amina: Unlocked,
    pub(super) code: RecoveryCode,
    pub(super) dice: Box<dyn Randomness>,
}

pub(super) fn person(
    staff: Uuid,
    name_ar: &str,
    name_lat: &str,
    role: &str,
    sex: &str,
) -> PublicUser {
    PublicUser {
        staff,
        name_ar: name_ar.into(),
        name_lat: name_lat.into(),
        role: role.into(),
        sex: sex.into(),
    }
}

pub(super) fn bilal() -> PublicUser {
    person(BILAL, "بلال أوشن", "Bilal Ouchen", "caseworker", "m")
}

impl Laptop {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keys = ProfileKeys::at(folder.path(), KdfParams::light());
        let mut dice = Box::new(dice(1));
        let profile = NewProfile {
            device_id: LAPTOP,
            language: "ar".into(),
            center_name_ar: "مركز النخيل".into(),
            center_name_fr: "Centre Annakhil".into(),
        };
        let user = person(AMINA, "أمينة تازي", "Amina Tazi", "director", "f");
        let (amina, code) = keys
            .create(profile, user, &[7; 32], AMINA_SAYS, &mut *dice)
            .unwrap();
        Self {
            folder,
            keys,
            amina,
            code,
            dice,
        }
    }

    pub(super) fn with_bilal() -> Self {
        let mut laptop = Self::new();
        laptop
            .keys
            .add_user(&laptop.amina, bilal(), BILAL_SAYS, &mut *laptop.dice)
            .unwrap();
        laptop
    }

    pub(super) fn unlock(
        &mut self,
        staff: Uuid,
        says: &str,
        now_ms: i64,
    ) -> Result<Unlocked, KeyError> {
        self.keys.unlock(staff, says, now_ms, &mut *self.dice)
    }

    pub(super) fn main_copy(&self) -> PathBuf {
        self.folder.path().join("slots.json")
    }

    pub(super) fn second_copy(&self) -> PathBuf {
        self.folder.path().join("slots.json.bak")
    }

    /// Both copies as someone with the disk would keep them.
    pub(super) fn copy_slots(&self) -> [Vec<u8>; 2] {
        [
            fs::read(self.main_copy()).unwrap(),
            fs::read(self.second_copy()).unwrap(),
        ]
    }

    pub(super) fn put_back(&self, copies: &[Vec<u8>; 2]) {
        fs::write(self.main_copy(), &copies[0]).unwrap();
        fs::write(self.second_copy(), &copies[1]).unwrap();
    }
}

/// The error of something that may hold secrets, which have no printed form.
pub(super) fn refused<T>(result: Result<T, KeyError>) -> KeyError {
    result.err().expect("this should have been refused")
}
