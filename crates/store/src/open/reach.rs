//! How far the database must reach.
//!
//! The database counts its transactions, and the number is also kept beside it, in `jisr.reach`. A copy made without
//! the write-ahead log opens like any other and is short of the last people; its own count then says less than the file
//! beside it, or the file is not there.
//!
//! The number beside is written after each commit, never before, and is not flushed: a power cut leaves it behind the
//! database and never ahead, so that no loss is told which did not happen. Two places of the file, a block of the disk
//! apart, are written in turn: of a torn one the other is left.
//!
//! A third place says what the file of the database alone held, without its log, when it was opened last: an older
//! file put back under a newer log would seem to reach as far, and hold pages of two times.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension, params};

use super::{connect, device, lock};
use crate::{Result, StoreError};

/// The file's name inside a profile folder.
pub(crate) const FILE: &str = "jisr.reach";

const COUNTER: &str = "transactions";
const KEY: &str = "reach_key";

/// Between the two places: a block of any disk.
const APART: usize = 4096;
const TURNS: [usize; 2] = [0, APART];
const GROUND: usize = 2 * APART;
const NUMBER: usize = 8;
const PLACE: usize = NUMBER + 32;

/// The file beside the open database.
pub(super) struct Reach {
    file: File,
    key: [u8; 32],
}

impl Reach {
    /// Opens the file beside the database of `conn`, made where there is none, and has it say what the database says.
    pub(super) fn beside(conn: &Connection, dir: &Path) -> Result<Self> {
        let known = key(conn)?;
        // The device's secret changes with its identity: the key made of it once stays.
        let key = match known {
            Some(key) => key,
            None => blake3::derive_key(
                "jisr 2026 reach of the database 1",
                device::load(conn)?.secret.as_slice(),
            ),
        };
        let n = count(conn)?;
        let reached = read(dir, &key)?;
        let ground = if emptied(conn)? {
            n
        } else {
            reached.ground.unwrap_or(0)
        };
        if reached.reach != Some(n) || reached.ground != Some(ground) {
            // Whole before the database speaks of it, or a power cut would look like a file left out of a copy.
            make(dir, &key, n, ground)?;
        }
        if known.is_none() {
            let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
            conn.execute(
                "INSERT INTO setting (key, value) VALUES (?1, ?2)",
                params![KEY, hex],
            )?;
            emptied(conn)?;
        }
        Ok(Self {
            file: OpenOptions::new().write(true).open(dir.join(FILE))?,
            key,
        })
    }

    /// Says that the database has reached `n`. A disk that refuses leaves it saying less, which misleads nobody.
    pub(super) fn note(&mut self, n: u64) {
        let turn = if n.is_multiple_of(2) {
            TURNS[0]
        } else {
            TURNS[1]
        };
        if self.file.seek(SeekFrom::Start(turn as u64)).is_ok() {
            let _ = self.file.write_all(&place(&self.key, turn, n));
        }
    }
}

/// Counts one more transaction, inside it.
pub(super) fn raise(conn: &Connection) -> Result<u64> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO counter (name, last) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last",
    )?;
    let n: i64 = statement.query_row([COUNTER], |row| row.get(0))?;
    Ok(crate::state::uint(n))
}

/// Whether the database of `conn` is short of what the file in `dir` says it reached. Safe to ask while it is written.
pub(crate) fn falls_short(conn: &Connection, dir: &Path) -> Result<bool> {
    let Some(key) = key(conn)? else {
        // Never opened by a program that counts.
        return Ok(false);
    };
    // The file first: what is written meanwhile is in the database too.
    let told = read(dir, &key)?.reach;
    let n = count(conn)?;
    Ok(told.is_none_or(|told| n < told))
}

/// Whether the file of the database of `conn`, without its log, is older than what the log was written over. Asked
/// before anybody writes.
pub(super) fn is_under_a_newer_log(
    conn: &Connection,
    path: &Path,
    dir: &Path,
    database_key: &[u8; 32],
) -> Result<bool> {
    let Some(key) = key(conn)? else {
        return Ok(false);
    };
    let Some(ground) = read(dir, &key)?.ground else {
        return Ok(false);
    };
    if ground == 0 || count(conn)? < ground {
        return Ok(false);
    }
    // A page a power cut tore while the log was brought in is whole in the log: it tells nothing here.
    Ok(alone(path, database_key).is_ok_and(|alone| alone < ground))
}

/// What the file counts without its log.
fn alone(path: &Path, key: &[u8; 32]) -> Result<u64> {
    let mut uri = "file:".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' => uri.push(char::from(*byte)),
            other if other.is_ascii_alphanumeric() => uri.push(char::from(*other)),
            other => uri.push_str(&format!("%{other:02x}")),
        }
    }
    uri.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let conn = Connection::open_with_flags(uri, flags)?;
    connect::unlock(&conn, key)?;
    count(&conn)
}

/// Brings the log into the file and empties it. Gives whether that could be done.
fn emptied(conn: &Connection) -> Result<bool> {
    let busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
        row.get::<_, bool>(0)
    })?;
    Ok(!busy)
}

/// Makes the file of a copy of `conn` in `dir`.
pub(crate) fn copy(conn: &Connection, dir: &Path) -> Result<()> {
    match key(conn)? {
        Some(key) => {
            let n = count(conn)?;
            make(dir, &key, n, n)
        }
        None => Ok(()),
    }
}

fn count(conn: &Connection) -> Result<u64> {
    let mut statement = conn.prepare_cached("SELECT last FROM counter WHERE name = ?1")?;
    let n: Option<i64> = statement
        .query_row([COUNTER], |row| row.get(0))
        .optional()?;
    Ok(crate::state::uint(n.unwrap_or(0)))
}

fn key(conn: &Connection) -> Result<Option<[u8; 32]>> {
    let mut statement = conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    let hex: Option<String> = statement.query_row([KEY], |row| row.get(0)).optional()?;
    let Some(hex) = hex else {
        return Ok(None);
    };
    let hash = blake3::Hash::from_hex(&hex).map_err(|_| StoreError::Damaged)?;
    Ok(Some(*hash.as_bytes()))
}

/// What the file says, as far as it is of this database.
#[derive(Default)]
struct Reached {
    /// The furthest the database reached.
    reach: Option<u64>,
    /// What its file held alone when it was opened last.
    ground: Option<u64>,
}

fn read(dir: &Path, key: &[u8; 32]) -> Result<Reached> {
    let mut bytes = Vec::new();
    match File::open(dir.join(FILE)) {
        Ok(file) => file
            .take((GROUND + PLACE) as u64)
            .read_to_end(&mut bytes)
            .map(|_| ())?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Reached::default()),
        Err(error) => return Err(error.into()),
    }
    let at = |at: usize| {
        let found = bytes.get(at..at + PLACE)?;
        let n = u64::from_le_bytes(found.get(..NUMBER)?.try_into().ok()?);
        (found == place(key, at, n)).then_some(n)
    };
    Ok(Reached {
        reach: TURNS.into_iter().filter_map(at).max(),
        ground: at(GROUND),
    })
}

fn make(dir: &Path, key: &[u8; 32], n: u64, ground: u64) -> Result<()> {
    let mut bytes = vec![0; GROUND + PLACE];
    for (at, n) in [(TURNS[0], n), (TURNS[1], n), (GROUND, ground)] {
        bytes.splice(at..at + PLACE, place(key, at, n));
    }
    let beside = dir.join(format!("{FILE}.tmp"));
    let mut file = File::create(&beside)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, dir.join(FILE))?;
    lock::sync_dir(dir)
}

/// A number as it stands at `at` in the file: nobody without the database can say another.
fn place(key: &[u8; 32], at: usize, n: u64) -> [u8; PLACE] {
    let number = n.to_le_bytes();
    let mut hasher = blake3::Hasher::new_keyed(key);
    // Either turn says the same; the ground is another thing.
    hasher.update(if at == GROUND {
        b"ground".as_slice()
    } else {
        b"reach"
    });
    hasher.update(&number);
    let mut place = [0; PLACE];
    place[..NUMBER].copy_from_slice(&number);
    place[NUMBER..].copy_from_slice(hasher.finalize().as_bytes());
    place
}
