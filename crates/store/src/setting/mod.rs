//! Settings of this device: never synced.

use rusqlite::{OptionalExtension, params};

use crate::{Reader, Result, Store};

impl Reader<'_> {
    /// The setting called `key`.
    ///
    /// # Errors
    /// Database errors.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }
}

impl Store {
    /// Sets `key`, or forgets it.
    ///
    /// # Errors
    /// Database errors.
    pub fn set_setting(&self, key: &str, value: Option<&str>) -> Result<()> {
        self.alone(|conn| {
            match value {
                Some(value) => conn.execute(
                    "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    params![key, value],
                )?,
                None => conn.execute("DELETE FROM setting WHERE key = ?1", [key])?,
            };
            Ok(())
        })
    }
}
