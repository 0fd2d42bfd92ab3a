//! A connection to the encrypted file, set as every connection is.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::{Result, StoreError};

/// Statements kept prepared a connection: three for each kind, and those of the log, search and access.
const PREPARED: usize = 192;

/// Bytes of the smallest database there can be: one page.
const SMALLEST: u64 = 4096;

/// Opens the file for writing. Gives [`StoreError::Damaged`] when page 1 does not authenticate.
pub(super) fn open(path: &Path, key: &[u8; 32], create: bool) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    } else if std::fs::metadata(path)?.len() < SMALLEST {
        // SQLite would take an emptied file, or the first bytes of one, for a new database, and make one of it.
        return Err(StoreError::Damaged);
    }
    let conn = Connection::open_with_flags(path, flags)?;
    unlock(&conn, key)?;
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    settings(&conn)?;
    Ok(conn)
}

/// Opens the file for reading.
pub(crate) fn open_reader(path: &Path, key: &[u8; 32]) -> Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    unlock(&conn, key)?;
    settings(&conn)?;
    // There are several, on laptops with little memory; what the busiest list reads again and again fits.
    conn.pragma_update(None, "cache_size", -10_000)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

/// Gives the raw key: no stretching, the key is random (the passphrase was stretched for its slot).
pub(crate) fn unlock(conn: &Connection, key: &[u8; 32]) -> Result<()> {
    conn.execute_batch(&format!("PRAGMA key = {};", *literal(key)))?;
    Ok(())
}

/// The key as SQLCipher takes a raw one.
pub(crate) fn literal(key: &[u8; 32]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(80));
    text.push_str("\"x'");
    for byte in key {
        let _ = write!(text, "{byte:02x}");
    }
    text.push_str("'\"");
    text
}

fn settings(conn: &Connection) -> Result<()> {
    conn.busy_timeout(Duration::from_secs(10))?;
    // A plan made once stays: without this, every statement with a bound limit or range is prepared again each time it
    // is asked with another value.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.pragma_update(None, "foreign_keys", false)?;
    // Sorts and intermediate results hold what the file encrypts: never on disk in clear.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    conn.pragma_update(None, "cache_size", -16_000)?;
    conn.set_prepared_statement_cache_capacity(PREPARED);
    Ok(())
}
