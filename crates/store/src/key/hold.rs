use std::fs::File;

use super::error::KeyError;
use super::{ProfileKeys, file};

/// The key slots, as they are until this is dropped: who unlocks or changes something meanwhile waits.
pub struct HeldStill(#[allow(dead_code, reason = "held for its lock")] File);

impl ProfileKeys {
    /// Holds the slots still, for a copy of the profile whose database is under `db_key`.
    ///
    /// # Errors
    /// [`KeyError::RekeyPending`], [`KeyError::StaleKey`] when the database changed its key since; those of any read.
    pub fn hold_still(&self, db_key: &[u8; 32]) -> Result<HeldStill, KeyError> {
        let lock = file::lock(self.dir())?;
        file::load(self.dir())?.check_settled(db_key)?;
        Ok(HeldStill(lock))
    }

    /// How many times the slots were written: a file that says less than once was seen is an older one.
    ///
    /// # Errors
    /// Those of any read.
    pub fn generation(&self) -> Result<u64, KeyError> {
        Ok(file::load(self.dir())?.generation)
    }
}

#[cfg(test)]
impl HeldStill {
    /// For a folder without slots.
    pub(crate) fn of(dir: &std::path::Path) -> Self {
        Self(file::lock(dir).expect("the folder"))
    }
}
