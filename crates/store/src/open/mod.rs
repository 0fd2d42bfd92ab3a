//! The open database of a profile: one writer, a few readers, one process.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use jisr_domain::id::{CenterId, DeviceId};
use rusqlite::{Connection, TransactionBehavior};
use zeroize::Zeroizing;

mod check;
mod connect;
mod device;
mod lock;
mod migrate;
mod reach;
mod whole;

#[cfg(test)]
pub(crate) use connect::literal as key_literal;
pub(crate) use connect::{open_reader, unlock as give_key};
pub use device::DeviceInfo;
pub(crate) use lock::{sync_dir, take as take_lock};
#[cfg(test)]
pub(crate) use migrate::test as migrations;
pub(crate) use migrate::version as schema;
pub(crate) use reach::{FILE as REACH_FILE, copy as copy_reach};
pub use whole::Lacking;
pub(crate) use whole::lacking;

use reach::Reach;

use crate::key::DATABASE_FILE;
use crate::source::Touched;
use crate::{Reader, Result, StoreError};

/// Readers kept open when idle.
const IDLE_READERS: usize = 3;

/// What a new profile says of its device.
pub struct NewDevice {
    /// Its name in changes.
    pub device: DeviceId,
    /// Secret half of the key that signs its requests (Ed25519).
    pub device_secret: [u8; 32],
    /// The center it works for.
    pub center: CenterId,
    /// Its label in case numbers until the hub gives one: four characters of its key.
    pub label: String,
}

/// The encrypted database of a profile. Shared between threads; one process per profile.
pub struct Store {
    path: PathBuf,
    /// Read for as long as a reader runs, written by a rekey.
    key: RwLock<Zeroizing<[u8; 32]>>,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Written under the writer.
    reach: Mutex<Reach>,
    /// Who is told what is read.
    touched: Mutex<Option<Touched>>,
    lock: File,
}

impl Store {
    /// Makes the database of a new profile in `dir`, under `key`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] when there is one; [`StoreError::InUse`]; disk errors.
    pub fn create(dir: &Path, key: &[u8; 32], device: NewDevice) -> Result<Self> {
        std::fs::create_dir_all(dir)?;
        let lock = lock::take(dir)?;
        let path = dir.join(DATABASE_FILE);
        if path.exists() {
            return Err(StoreError::AlreadyExists);
        }
        // Built aside and renamed: a power cut never leaves a half-made database under the real name.
        let unfinished = dir.join(format!("{DATABASE_FILE}.new"));
        for suffix in ["", "-wal", "-shm"] {
            match std::fs::remove_file(dir.join(format!("{DATABASE_FILE}.new{suffix}"))) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error.into());
                }
                _ => {}
            }
        }
        {
            let mut conn = connect::open(&unfinished, key, true)?;
            migrate::run(&mut conn)?;
            device::insert(&conn, &device)?;
            conn.pragma_update(None, "journal_mode", "DELETE")?;
        }
        std::fs::rename(&unfinished, &path)?;
        lock::sync_dir(dir)?;
        Self::opened(path, key, lock, false)
    }

    /// Opens the database of the profile in `dir`.
    ///
    /// # Errors
    /// [`StoreError::InUse`], [`StoreError::Missing`], [`StoreError::WrongKey`], [`StoreError::Damaged`],
    /// [`StoreError::NewerSchema`], [`StoreError::NotWhole`], disk errors.
    pub fn open(dir: &Path, key: &[u8; 32]) -> Result<Self> {
        Self::open_in(dir, key, false)
    }

    /// Opens it although it is not whole: what is missing is given up.
    ///
    /// # Errors
    /// As [`Store::open`], but for [`StoreError::NotWhole`].
    pub fn open_as_it_is(dir: &Path, key: &[u8; 32]) -> Result<Self> {
        Self::open_in(dir, key, true)
    }

    fn open_in(dir: &Path, key: &[u8; 32], as_it_is: bool) -> Result<Self> {
        let path = dir.join(DATABASE_FILE);
        if !path.exists() {
            return Err(StoreError::Missing);
        }
        let lock = lock::take(dir)?;
        Self::opened(path, key, lock, as_it_is)
    }

    fn opened(path: PathBuf, key: &[u8; 32], mut lock: File, as_it_is: bool) -> Result<Self> {
        let dir = path.parent().ok_or(StoreError::Missing)?;
        let mut writer = match connect::open(&path, key, false) {
            // Page 1 does not authenticate: another key, or the page is torn. The fingerprint tells which.
            Err(StoreError::Damaged) if !lock::matches(&mut lock, key)? => {
                return Err(StoreError::WrongKey);
            }
            other => other?,
        };
        if migrate::version(&writer)? == 0 {
            // A file without tables was never one of ours, or is one no longer: nothing is made in its place.
            return Err(StoreError::Damaged);
        }
        // Before anything is written or swept away: what is missing may still be brought.
        let mut lacking = whole::lacking(&writer, dir)?;
        lacking.database |= reach::is_under_a_newer_log(&writer, &path, dir, key)?;
        if !as_it_is && !lacking.is_nothing() {
            return Err(StoreError::NotWhole(lacking));
        }
        let upgraded = migrate::run(&mut writer)?;
        lock::remember(&mut lock, key)?;
        if upgraded {
            let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
            crate::replay::show_again(&tx)?;
            tx.commit()?;
        }
        device::load(&writer)?;
        crate::attachment::sweep_all(&writer, &crate::attachment::Folder::of(dir))?;
        let reach = Reach::beside(&writer, dir)?;
        Ok(Self {
            path,
            key: RwLock::new(Zeroizing::new(*key)),
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            reach: Mutex::new(reach),
            touched: Mutex::default(),
            lock,
        })
    }

    /// Reads one snapshot. `f` does not call the store again.
    ///
    /// # Errors
    /// What `f` gives, or the database's own.
    pub fn read<T>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        self.try_read(f)
    }

    /// [`Store::read`] for a caller with an error type of its own.
    ///
    /// # Errors
    /// What `f` gives, or the database's own.
    pub fn try_read<T, E: From<StoreError>>(
        &self,
        f: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let key = self.key.read().unwrap_or_else(PoisonError::into_inner);
        let touched = held(&self.touched).clone();
        // Watched, nothing is prepared beforehand: what is prepared tells what it reads.
        let idle = if touched.is_some() {
            None
        } else {
            held(&self.readers).pop()
        };
        let mut conn = match idle {
            Some(conn) => conn,
            None => connect::open_reader(&self.path, &key)?,
        };
        if let Some(touched) = &touched {
            touched.listen(&mut conn)?;
        }
        let result = {
            let tx = conn.unchecked_transaction().map_err(StoreError::from)?;
            f(&Reader::on(&tx))
        };
        if touched.is_some() {
            return result;
        }
        let mut idle = held(&self.readers);
        if idle.len() < IDLE_READERS {
            idle.push(conn);
        }
        result
    }

    /// Has `touched` told the tables of every read from now on: slower, for whoever asks what an answer is made of.
    pub fn watch_reads(&self, touched: Touched) {
        *held(&self.touched) = Some(touched);
    }

    /// The device, its hub, its mark and its clock.
    ///
    /// # Errors
    /// Database errors.
    pub fn device(&self) -> Result<DeviceInfo> {
        self.read(|reader| reader.device())
    }

    /// The folder of the profile.
    pub(crate) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        held(&self.writer)
    }

    /// Runs `f` in one transaction of the writer.
    pub(crate) fn alone<T>(&self, f: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        match self.transact(f) {
            // A torn page is not told as a lack of memory, which would be tried again and again.
            Err(StoreError::Memory(_)) if self.is_torn() => Err(StoreError::Damaged),
            done => done,
        }
    }

    /// The one place where a transaction begins and ends: one that wrote is counted, and how far the database reaches
    /// is told beside it.
    pub(crate) fn transact<T, E: From<StoreError>>(
        &self,
        f: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = self.writer();
        let tx = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let before = tx.total_changes();
        let value = f(&tx)?;
        let counted = (tx.total_changes() > before)
            .then(|| reach::raise(&tx))
            .transpose()?;
        tx.commit().map_err(StoreError::from)?;
        if let Some(n) = counted {
            held(&self.reach).note(n);
        }
        Ok(value)
    }
}

/// A panic elsewhere leaves nothing half-done here: a connection's transaction is rolled back when dropped.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) use device::{load as load_device, save as save_device};
