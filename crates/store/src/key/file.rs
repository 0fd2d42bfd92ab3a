//! Reading and writing `slots.json` so that no power cut loses every way into the database.
//!
//! Both copies are brought to the same content by every write, the second one first, each by writing
//! beside it, flushing and renaming. At any moment at least one copy is whole, and once a write has
//! returned both are: a rekey can then start without the older copy being a key short, and a
//! passphrase that was changed or a user who was removed is in neither.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::KeyError;
use super::slots::{FORMAT, Slots};

const MAIN: &str = "slots.json";
const SECOND: &str = "slots.json.bak";
const LOCK: &str = "slots.lock";

/// Both copies, in the order they are written.
pub(crate) const COPIES: [&str; 2] = [SECOND, MAIN];

// Hundreds of users fit in a tenth of it; more is not a slots file.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    /// BLAKE3 of `body` as serialised here. It finds torn files, it proves nothing.
    checksum: String,
    body: &'a Slots,
}

#[derive(Deserialize)]
struct Heading {
    format: String,
    version: u32,
}

#[derive(Deserialize)]
struct Whole {
    checksum: String,
    body: Slots,
}

const FORMAT_NAME: &str = "jisr-slots";

pub(super) fn exists(dir: &Path) -> bool {
    [MAIN, SECOND].iter().any(|name| dir.join(name).exists())
}

/// Keeps every other process out of the slots until dropped. Without it two programs could each count
/// one wrong attempt where there were two, or undo each other's change.
pub(super) fn lock(dir: &Path) -> Result<File, KeyError> {
    let file = private()
        .truncate(false)
        .open(dir.join(LOCK))
        .map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => KeyError::NoProfile,
            _ => e.into(),
        })?;
    file.lock()?;
    Ok(file)
}

/// The first whole copy.
pub(super) fn load(dir: &Path) -> Result<Slots, KeyError> {
    match load_one(&dir.join(MAIN)) {
        Err(KeyError::NoProfile | KeyError::Damaged) => {}
        other => return other,
    }
    match load_one(&dir.join(SECOND)) {
        // A missing second copy beside a torn main one is damage, not an empty folder.
        Err(KeyError::NoProfile) if exists(dir) => Err(KeyError::Damaged),
        other => other,
    }
}

fn load_one(path: &Path) -> Result<Slots, KeyError> {
    let file = File::open(path).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => KeyError::NoProfile,
        _ => e.into(),
    })?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES).read_to_end(&mut bytes)?;
    let heading: Heading = serde_json::from_slice(&bytes).map_err(|_| KeyError::Damaged)?;
    if heading.format != FORMAT_NAME {
        return Err(KeyError::Damaged);
    }
    if heading.version > FORMAT {
        return Err(KeyError::NewerFormat {
            found: heading.version,
        });
    }
    let whole: Whole = serde_json::from_slice(&bytes).map_err(|_| KeyError::Damaged)?;
    if whole.checksum != checksum(&whole.body)? {
        return Err(KeyError::Damaged);
    }
    Ok(whole.body)
}

/// Writes both copies. On an error the profile is as it was: the main copy is written last.
pub(super) fn save(dir: &Path, slots: &mut Slots) -> Result<(), KeyError> {
    slots.generation = slots.generation.saturating_add(1);
    let written = Written {
        format: FORMAT_NAME,
        version: FORMAT,
        checksum: checksum(slots)?,
        body: slots,
    };
    let bytes = serde_json::to_vec_pretty(&written).map_err(io::Error::from)?;
    write_one(dir, SECOND, &bytes)?;
    write_one(dir, MAIN, &bytes)?;
    Ok(())
}

fn checksum(slots: &Slots) -> Result<String, KeyError> {
    let bytes = serde_json::to_vec(slots).map_err(io::Error::from)?;
    Ok(blake3::hash(&bytes).to_hex().to_string())
}

fn write_one(dir: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let beside = dir.join(format!("{name}.tmp"));
    let mut file = private().truncate(true).open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, dir.join(name))?;
    sync_folder(dir)
}

/// Makes the profile folder, readable by its owner only.
pub(crate) fn make_folder(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(dir)
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// A rename survives a power cut only once its folder is flushed.
#[cfg(unix)]
fn sync_folder(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()
}

/// Windows flushes the rename with the file system's own journal and refuses to open folders.
#[cfg(not(unix))]
fn sync_folder(_dir: &Path) -> io::Result<()> {
    Ok(())
}
