//! A whole copy of a profile, made while people go on working in it, in this process or another.
//!
//! The database is copied as of one moment, through SQLite, which lets any number of processes read what one of them
//! writes. The key slots are held still meanwhile, so that both are of one moment. Attachments are files that never
//! change: those the copied database speaks of are there. The copy is made aside, opened and read through, and only then
//! put in its place.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use crate::attachment::{Folder, whole_here};
use crate::key::{DATABASE_FILE, HeldStill, SLOT_COPIES, make_folder};
use crate::open::{copy_reach, give_key, lacking, open_reader, sync_dir};
use crate::{Result, Store, StoreError};

/// A copy that was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BackedUp {
    /// Bytes of it, attachments included.
    pub bytes: u64,
    /// Attachments in it.
    pub attachments: u64,
}

/// Copies the profile in `dir`, whose database is under `key`, to the folder `to`, which is made. It opens there with
/// the same passphrases and the same recovery code. `_slots` keeps the key slots as they are meanwhile.
///
/// # Errors
/// [`StoreError::BackupPlace`] when there is anything at `to`, or it is inside the profile; [`StoreError::NotWhole`] when the profile itself is
/// short of something; [`StoreError::Damaged`] when what was copied does not read through; disk errors. Nothing is
/// then left at `to`.
pub fn back_up(dir: &Path, key: &[u8; 32], to: &Path, _slots: &HeldStill) -> Result<BackedUp> {
    let dir = fs::canonicalize(dir)?;
    if fs::symlink_metadata(to).is_ok() {
        return Err(StoreError::BackupPlace);
    }
    let parent = match to.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    make_folder(&parent)?;
    let name = to.file_name().ok_or(StoreError::BackupPlace)?;
    let parent = fs::canonicalize(parent)?;
    if parent.starts_with(&dir) {
        // What lies in the profile's own folder is lost with it.
        return Err(StoreError::BackupPlace);
    }
    let aside = Aside::make(parent.join(part_of(name)))?;
    let made = copy(&dir, key, &aside.0)?;
    read_through(&aside.0, key)?;
    flush(&aside.0)?;
    let place = parent.join(name);
    if fs::symlink_metadata(&place).is_ok() {
        return Err(StoreError::BackupPlace);
    }
    fs::rename(&aside.0, place)?;
    sync_dir(&parent)?;
    Ok(made)
}

fn part_of(name: &std::ffi::OsStr) -> OsString {
    let mut part = name.to_owned();
    part.push(".part");
    part
}

/// The folder a copy is made in; gone again unless it was put in its place.
struct Aside(PathBuf);

impl Aside {
    /// What an interrupted backup left there is thrown away.
    fn make(path: PathBuf) -> Result<Self> {
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        make_folder(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next backup to the same place.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(dir: &Path, key: &[u8; 32], aside: &Path) -> Result<BackedUp> {
    let from = open_reader(&dir.join(DATABASE_FILE), key)?;
    let short = lacking(&from, dir)?;
    if !short.is_nothing() {
        return Err(StoreError::NotWhole(short));
    }
    let path = aside.join(DATABASE_FILE);
    let mut made = BackedUp::default();
    {
        let mut to = Connection::open(&path)?;
        give_key(&to, key)?;
        // In one step: between two, a writer would have it begin again, and again.
        let copied = Backup::new(&from, &mut to)?.step(-1)?;
        if copied != StepResult::Done {
            return Err(StoreError::InUse);
        }
        to.pragma_update(None, "journal_mode", "DELETE")?;
        copy_reach(&to, aside)?;
        let (own, others) = (Folder::of(dir), Folder::of(aside));
        for address in whole_here(&to)? {
            // One the hub has may have been let go of meanwhile; it is fetched again.
            if let Some(bytes) = own.copy_to(&others, &address)? {
                made.attachments += 1;
                made.bytes += bytes;
            }
        }
        others.flush()?;
    }
    made.bytes += fs::metadata(&path)?.len();
    for name in SLOT_COPIES {
        match fs::copy(dir.join(name), aside.join(name)) {
            Ok(bytes) => made.bytes += bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(made)
}

/// Opens the copy as the program will, and reads every page of it.
fn read_through(copy: &Path, key: &[u8; 32]) -> Result<()> {
    let store = Store::open(copy, key)?;
    let wrong = store.integrity()?;
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Damaged)
    }
}

fn flush(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            File::options().write(true).open(entry.path())?.sync_all()?;
        }
    }
    sync_dir(folder)
}
