//! What went wrong on this device: a bounded log in the encrypted file, for whoever helps.
//!
//! Its texts are `&'static str`, which nothing somebody typed and nothing a record holds can be: what may stand in it is
//! written in the program.

use rusqlite::{OptionalExtension, params};

use crate::state::{int, uint};
use crate::{Reader, Result, Store};

/// Lines kept. The oldest go first.
pub const MOST_INCIDENTS: u32 = 500;

/// Something that went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    /// When, UTC milliseconds.
    pub at_ms: u64,
    /// What sort of thing.
    pub what: &'static str,
    /// The command it happened in.
    pub command: Option<&'static str>,
    /// The code it was refused or failed with.
    pub code: Option<&'static str>,
    /// What the code alone does not tell: a field of the declaration, a sort of disk error.
    pub cause: Option<&'static str>,
    /// Milliseconds it took.
    pub took_ms: u64,
    /// The version of the program.
    pub version: &'static str,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptIncident {
    /// The first time, UTC milliseconds.
    pub first_at_ms: u64,
    /// The last of those in a row that are the same, UTC milliseconds.
    pub last_at_ms: u64,
    /// How many they are.
    pub times: u64,
    /// What sort of thing.
    pub what: String,
    /// The command it happened in.
    pub command: Option<String>,
    /// The code it was refused or failed with.
    pub code: Option<String>,
    /// What the code alone does not tell.
    pub cause: Option<String>,
    /// Milliseconds it took; the longest.
    pub took_ms: u64,
    /// The version of the program.
    pub version: String,
}

impl Store {
    /// Keeps `incidents`, the oldest first. The same again and again is one line.
    ///
    /// # Errors
    /// Database errors; nothing is kept then.
    pub fn keep_incidents(&self, incidents: &[Incident]) -> Result<()> {
        self.alone(|conn| {
            for one in incidents {
                let same: Option<i64> = conn
                    .prepare_cached(
                        "SELECT n FROM incident WHERE n = (SELECT max(n) FROM incident)
                         AND what = ?1 AND command IS ?2 AND code IS ?3 AND cause IS ?4 AND version = ?5",
                    )?
                    .query_row(
                        params![one.what, one.command, one.code, one.cause, one.version],
                        |row| row.get(0),
                    )
                    .optional()?;
                match same {
                    Some(n) => conn
                        .prepare_cached("UPDATE incident SET last_at = ?2, times = times + 1, took = max(took, ?3) WHERE n = ?1")?
                        .execute(params![n, int(one.at_ms), int(one.took_ms)])?,
                    None => conn
                        .prepare_cached(
                            "INSERT INTO incident (n, first_at, last_at, times, what, command, code, cause, took, version)
                             VALUES ((SELECT coalesce(max(n), 0) + 1 FROM incident), ?1, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)",
                        )?
                        .execute(params![
                            int(one.at_ms), one.what, one.command, one.code, one.cause, int(one.took_ms), one.version
                        ])?,
                };
            }
            conn.prepare_cached(
                "DELETE FROM incident WHERE n <= (SELECT max(n) FROM incident) - ?1",
            )?
            .execute([MOST_INCIDENTS])?;
            Ok(())
        })
    }
}

impl Reader<'_> {
    /// What went wrong, the newest first.
    ///
    /// # Errors
    /// Database errors.
    pub fn incidents(&self) -> Result<Vec<KeptIncident>> {
        self.sql(
            "SELECT first_at, last_at, times, what, command, code, cause, took, version FROM incident ORDER BY n DESC",
            [],
            |row| {
                Ok(KeptIncident {
                    first_at_ms: uint(row.get(0)?),
                    last_at_ms: uint(row.get(1)?),
                    times: uint(row.get(2)?),
                    what: row.get(3)?,
                    command: row.get(4)?,
                    code: row.get(5)?,
                    cause: row.get(6)?,
                    took_ms: uint(row.get(7)?),
                    version: row.get(8)?,
                })
            },
        )
    }

    /// The codes with which the hub refused what waits for somebody to settle it, and how many transactions each.
    ///
    /// # Errors
    /// Database errors.
    pub fn refusals(&self) -> Result<Vec<(String, u64)>> {
        self.sql(
            "SELECT code, count(*) FROM verdict GROUP BY code ORDER BY code",
            [],
            |row| Ok((row.get(0)?, uint(row.get(1)?))),
        )
    }

    /// The schema of the file: the number of its last migration.
    ///
    /// # Errors
    /// Database errors.
    pub fn schema(&self) -> Result<i64> {
        crate::open::schema(self.conn())
    }
}
