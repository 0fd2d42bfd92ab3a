//! Lists under way, kept on this device until their last row is written: encrypted like everything else, never synced.

mod people;

use jisr_domain::id::{ImportId, StaffId};
use rusqlite::{OptionalExtension, params};

use crate::state::{id_at, sql_id};
use crate::{Reader, Result, Store, Tx};

/// A list kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListKept {
    /// Whose import it is.
    pub staff: StaffId,
    /// What was decided about it, as JSON of whoever imports.
    pub plan: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Tx<'_> {
    /// Keeps a list, in place of what was kept of this import before.
    ///
    /// # Errors
    /// Database errors.
    pub fn keep_list(&mut self, import: ImportId, plan: &str, bytes: &[u8]) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO import_source (import, staff, plan, bytes) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (import) DO UPDATE SET plan = excluded.plan, bytes = excluded.bytes",
            )?
            .execute(params![
                sql_id(import.0),
                sql_id(self.actor().0),
                plan,
                bytes
            ])?;
        Ok(())
    }

    /// Forgets what was kept of an import.
    ///
    /// # Errors
    /// Database errors.
    pub fn drop_list(&mut self, import: ImportId) -> Result<()> {
        self.conn()
            .prepare_cached("DELETE FROM import_source WHERE import = ?1")?
            .execute([sql_id(import.0)])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// What is kept of an import on this device.
    ///
    /// # Errors
    /// Database errors.
    pub fn list_kept(&self, import: ImportId) -> Result<Option<ListKept>> {
        Ok(self
            .conn()
            .prepare_cached("SELECT staff, plan, bytes FROM import_source WHERE import = ?1")?
            .query_row([sql_id(import.0)], |row| {
                Ok(ListKept {
                    staff: StaffId(id_at(row, 0)?),
                    plan: row.get(1)?,
                    bytes: row.get(2)?,
                })
            })
            .optional()?)
    }

    /// The imports of which something is kept on this device.
    ///
    /// # Errors
    /// Database errors.
    pub fn lists_kept(&self) -> Result<Vec<ImportId>> {
        self.sql("SELECT import FROM import_source", [], |row| {
            Ok(ImportId(id_at(row, 0)?))
        })
    }
}

impl Store {
    /// [`Reader::list_kept`] on a fresh snapshot.
    ///
    /// # Errors
    /// Database errors.
    pub fn list_kept(&self, import: ImportId) -> Result<Option<ListKept>> {
        self.read(|reader| reader.list_kept(import))
    }
}
