//! Files of encrypted bytes. A whole one has its address for a name, one that still arrives ends in `.part`.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use jisr_sync::attachment::{PIECE, TAG, piece_start};

use crate::Result;
use crate::open::sync_dir;

const FOLDER: &str = "attachments";
const PART: &str = ".part";

/// The folder of a profile's attachments.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// The one of the profile in `dir`.
    pub(crate) fn of(dir: &Path) -> Self {
        Self(dir.join(FOLDER))
    }

    fn whole(&self, address: &str) -> PathBuf {
        self.0.join(address)
    }

    fn part(&self, address: &str) -> PathBuf {
        self.0.join(format!("{address}{PART}"))
    }

    fn ready(&self) -> Result<()> {
        if !self.0.is_dir() {
            fs::create_dir_all(&self.0)?;
            if let Some(profile) = self.0.parent() {
                sync_dir(profile)?;
            }
        }
        Ok(())
    }

    /// Puts a whole file in place: written aside, flushed, renamed.
    pub(crate) fn place(&self, address: &str, sealed: &[u8]) -> Result<()> {
        self.ready()?;
        let mut file = File::create(self.part(address))?;
        file.write_all(sealed)?;
        file.sync_all()?;
        drop(file);
        self.finish(address)
    }

    /// A file whose every byte arrived takes its name.
    pub(crate) fn finish(&self, address: &str) -> Result<()> {
        fs::rename(self.part(address), self.whole(address))?;
        sync_dir(&self.0)
    }

    /// Adds piece `n` to a file that arrives, and flushes it.
    pub(crate) fn add(&self, address: &str, n: u32, sealed: &[u8]) -> Result<()> {
        self.ready()?;
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(self.part(address))?;
        file.seek(SeekFrom::Start(piece_start(n)))?;
        file.write_all(sealed)?;
        file.sync_data()?;
        Ok(())
    }

    /// A whole file; none when it is not there.
    pub(crate) fn read(&self, address: &str) -> Result<Option<Vec<u8>>> {
        there(fs::read(self.whole(address)))
    }

    /// A file that arrives, as far as it is here.
    pub(crate) fn read_part(&self, address: &str) -> Result<Option<Vec<u8>>> {
        there(fs::read(self.part(address)))
    }

    /// Piece `n` of a whole file; none when it is not there.
    pub(crate) fn piece(&self, address: &str, n: u32) -> Result<Option<Vec<u8>>> {
        let Some(mut file) = there(File::open(self.whole(address)))? else {
            return Ok(None);
        };
        file.seek(SeekFrom::Start(piece_start(n)))?;
        let mut sealed = Vec::new();
        let most = u64::try_from(PIECE + TAG).unwrap_or(0);
        file.take(most).read_to_end(&mut sealed)?;
        Ok(Some(sealed))
    }

    /// Takes a file away, whole or not.
    pub(crate) fn remove(&self, address: &str) -> Result<()> {
        for path in [self.whole(address), self.part(address)] {
            there(fs::remove_file(path))?;
        }
        Ok(())
    }

    /// The names of all that is there.
    pub(crate) fn names(&self) -> Result<BTreeSet<String>> {
        let mut names = BTreeSet::new();
        let Some(entries) = there(fs::read_dir(&self.0))? else {
            return Ok(names);
        };
        for entry in entries {
            names.extend(entry?.file_name().into_string());
        }
        Ok(names)
    }

    /// How long a whole file is; none when it is not there.
    pub(crate) fn length(&self, address: &str) -> Result<Option<u64>> {
        Ok(there(fs::metadata(self.whole(address)))?.map(|found| found.len()))
    }

    /// Copies a whole file to where `other` keeps it, and flushes it; nothing when it is not there.
    pub(crate) fn copy_to(&self, other: &Self, address: &str) -> Result<Option<u64>> {
        let Some(mut from) = there(File::open(self.whole(address)))? else {
            return Ok(None);
        };
        other.ready()?;
        let mut to = File::create(other.whole(address))?;
        let bytes = std::io::copy(&mut from, &mut to)?;
        to.sync_all()?;
        Ok(Some(bytes))
    }

    /// Flushes the folder itself, where there is one.
    pub(crate) fn flush(&self) -> Result<()> {
        if self.0.is_dir() {
            sync_dir(&self.0)?;
        }
        Ok(())
    }

    /// Takes away what goes by this name.
    pub(crate) fn remove_named(&self, name: &str) -> Result<()> {
        there(fs::remove_file(self.0.join(name)))?;
        Ok(())
    }
}

/// The name of a file that arrives.
pub(crate) fn part_name(address: &str) -> String {
    format!("{address}{PART}")
}

fn there<T>(found: std::io::Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}
