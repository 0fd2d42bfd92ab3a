//! One process a profile, and the fingerprint that tells a wrong key from a torn page.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use crate::{Result, StoreError};

const LOCK: &str = "jisr.lock";

/// Takes the profile for this process.
pub(crate) fn take(dir: &Path) -> Result<File> {
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(dir.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Whether `key` opened this database before. The fingerprint of a random 256-bit key tells nothing about it.
pub(super) fn matches(lock: &mut File, key: &[u8; 32]) -> Result<bool> {
    let mut text = String::new();
    lock.seek(SeekFrom::Start(0))?;
    // A torn fingerprint is no fingerprint.
    if lock.take(128).read_to_string(&mut text).is_err() {
        return Ok(false);
    }
    Ok(text.trim() == fingerprint(key))
}

/// Notes that `key` opens this database.
pub(super) fn remember(lock: &mut File, key: &[u8; 32]) -> Result<()> {
    if !matches(lock, key)? {
        lock.set_len(0)?;
        lock.seek(SeekFrom::Start(0))?;
        writeln!(lock, "{}", fingerprint(key))?;
        lock.sync_all()?;
    }
    Ok(())
}

fn fingerprint(key: &[u8; 32]) -> String {
    blake3::derive_key("jisr 2026 database key fingerprint 1", key)
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Flushes a folder, so that a rename in it survives a power cut.
pub(crate) fn sync_dir(dir: &Path) -> Result<()> {
    if cfg!(unix) {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}
