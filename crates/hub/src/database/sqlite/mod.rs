//! The hub on embedded SQLite, encrypted with SQLCipher.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction as SqlTransaction, TransactionBehavior};

use super::{Database, Work};
use crate::HubError;
use crate::key::HubKey;

mod columns;
mod feeds;
mod pieces;
mod records;
mod registry;
mod remembered;

use remembered::Remembered;

mod migrations {
    refinery::embed_migrations!("migrations");
}

/// How long one writer waits for another (an administrator's command beside `serve`).
const BUSY: Duration = Duration::from_secs(30);
/// Readers kept open.
const READERS: usize = 4;

/// A folder's database: one writer, a few readers, write-ahead log.
pub struct Sqlite {
    path: PathBuf,
    key: HubKey,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

/// One transaction.
pub(super) struct Tx<'a> {
    sql: SqlTransaction<'a>,
    remembered: Remembered,
}

impl Sqlite {
    /// Opens the file, bringing its tables up to date; makes it when `create`.
    ///
    /// # Errors
    /// When there is no such file, the key is another, or the tables cannot be brought up to date.
    pub fn open(path: &Path, key: &HubKey, create: bool) -> Result<Self, HubError> {
        let mut writer = connect(path, key, create)?;
        // A push of thousands of changes touches pages all over the indexes: they are enciphered once, at its end.
        writer.execute_batch("PRAGMA cache_size = -65536")?;
        migrations::migrations::runner().run(&mut writer)?;
        Ok(Self {
            path: path.to_owned(),
            key: key.clone(),
            writer: Mutex::new(writer),
            readers: Mutex::default(),
        })
    }
}

/// A connection that has shown it holds the key.
fn connect(path: &Path, key: &HubKey, create: bool) -> Result<Connection, HubError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let connection = Connection::open_with_flags(path, flags)?;
    // A wrong key is told by the answer below, in words; SQLCipher's own lines on standard error tell nobody.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.execute_batch(&format!("PRAGMA key = \"x'{}'\"", key.hex()))?;
    connection.busy_timeout(BUSY)?;
    // Else every statement with a bound limit or range is prepared again each time it is asked with another value.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(|_| {
            HubError::Usage(format!(
                "{} cannot be opened with this key: give the hub.key it was made with",
                path.display()
            ))
        })?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;",
    )?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

impl Database for Sqlite {
    fn write(&self, work: Work<'_>) -> Result<(), HubError> {
        let mut writer = self
            .writer
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let tx = Tx {
            sql: writer.transaction_with_behavior(TransactionBehavior::Immediate)?,
            remembered: Remembered::writing(),
        };
        work(&tx)?;
        tx.sql.commit()?;
        Ok(())
    }

    fn read(&self, work: Work<'_>) -> Result<(), HubError> {
        let idle = self
            .readers
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .pop();
        let mut reader = match idle {
            Some(reader) => reader,
            None => connect(&self.path, &self.key, false)?,
        };
        let done = {
            let tx = Tx {
                sql: reader.transaction_with_behavior(TransactionBehavior::Deferred)?,
                remembered: Remembered::default(),
            };
            work(&tx)
        };
        let mut readers = self
            .readers
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if readers.len() < READERS {
            readers.push(reader);
        }
        done
    }

    fn backup(&self, to: &Path) -> Result<(), HubError> {
        if to.exists() {
            return Err(HubError::Usage(format!(
                "{} exists already: name a new file",
                to.display()
            )));
        }
        let target = to
            .to_str()
            .ok_or_else(|| HubError::Usage("the name of the file must be plain text".to_owned()))?;
        // The copy takes the key of the original: a backup is as protected as what it copies.
        connect(&self.path, &self.key, false)?.execute("VACUUM INTO ?1", [target])?;
        connect(to, &self.key, false)?.execute_batch("PRAGMA journal_mode = DELETE")?;
        crate::key::private(to)
    }

    fn damage(&self) -> Result<Vec<String>, HubError> {
        let reader = connect(&self.path, &self.key, false)?;
        let mut found = Vec::new();
        for pragma in [
            "PRAGMA cipher_integrity_check",
            "PRAGMA integrity_check",
            "PRAGMA foreign_key_check",
        ] {
            let mut statement = reader.prepare(pragma)?;
            let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
            for line in lines {
                let line = line?;
                if line != "ok" {
                    found.push(line);
                }
            }
        }
        Ok(found)
    }
}
