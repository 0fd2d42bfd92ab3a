//! A new profile is made aside and put in its place whole: whenever power is cut, the folder holds no profile or
//! all of one.
//!
//! Everything is written in `setting-up` first. Renaming that folder to `set-up` is the moment the profile exists:
//! before it nothing counts and the next set-up begins anew; after it only files are moved, which whoever opens the
//! profile next finishes.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::key::{DATABASE_FILE, SLOT_COPIES, make_folder};
use crate::open::{REACH_FILE, sync_dir, take_lock};
use crate::{Result, StoreError};

const UNFINISHED: &str = "setting-up";
const WHOLE: &str = "set-up";

/// A profile being made. Dropped before [`Founding::settle`], it leaves nothing behind.
pub struct Founding {
    dir: PathBuf,
    aside: PathBuf,
    _lock: File,
}

impl Founding {
    /// Begins in `dir`, which holds no profile. What an earlier set-up left unfinished is thrown away: it never held
    /// a record.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] for a folder with a profile; [`StoreError::InUse`]; disk errors.
    pub fn begin(dir: &Path) -> Result<Self> {
        make_folder(dir)?;
        finish(dir)?;
        let lock = take_lock(dir)?;
        if files().any(|name| dir.join(name).exists()) {
            return Err(StoreError::AlreadyExists);
        }
        let aside = dir.join(UNFINISHED);
        remove(&aside)?;
        make_folder(&aside)?;
        Ok(Self {
            dir: dir.to_owned(),
            aside,
            _lock: lock,
        })
    }

    /// Where the profile is being made.
    pub fn folder(&self) -> &Path {
        &self.aside
    }

    /// Puts the profile, closed by now, in its place.
    ///
    /// # Errors
    /// Disk errors.
    pub fn settle(self) -> Result<()> {
        sync_dir(&self.aside)?;
        fs::rename(&self.aside, self.dir.join(WHOLE))?;
        sync_dir(&self.dir)?;
        move_in(&self.dir)
    }
}

impl Drop for Founding {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next set-up.
        let _ = remove(&self.aside);
    }
}

/// Finishes a set-up that was cut off when its profile was whole and not yet in place. Does nothing otherwise.
///
/// # Errors
/// [`StoreError::InUse`] while another process does it; disk errors.
pub fn finish(dir: &Path) -> Result<()> {
    if !dir.join(WHOLE).exists() {
        return Ok(());
    }
    let _lock = take_lock(dir)?;
    move_in(dir)
}

fn move_in(dir: &Path) -> Result<()> {
    let whole = dir.join(WHOLE);
    let waiting: Vec<String> = files().filter(|name| whole.join(name).exists()).collect();
    // Never over a profile that is there: where both hold a file, somebody else's stands in this place.
    if waiting.iter().any(|name| dir.join(name).exists()) {
        return Ok(());
    }
    for name in waiting {
        fs::rename(whole.join(&name), dir.join(&name))?;
    }
    sync_dir(dir)?;
    remove(&whole)
}

/// The files of a profile, the database first: keys that are there have something to open.
fn files() -> impl Iterator<Item = String> {
    ["", "-wal", "-shm"]
        .map(|suffix| format!("{DATABASE_FILE}{suffix}"))
        .into_iter()
        .chain([REACH_FILE.to_owned()])
        .chain(SLOT_COPIES.map(str::to_owned))
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
