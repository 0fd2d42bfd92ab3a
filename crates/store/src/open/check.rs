//! Checks and a new key.

use std::sync::PoisonError;

use super::{Store, connect, held, lock};
use crate::{Result, StoreError};

impl Store {
    /// What is wrong with the file, the change chain or the audit chain: nothing when the list is empty. Reads
    /// every page.
    ///
    /// # Errors
    /// Database errors other than the damage looked for.
    pub fn integrity(&self) -> Result<Vec<String>> {
        let checked = self.read(|reader| {
            let mut found = reader.sql("PRAGMA cipher_integrity_check", [], |row| {
                row.get::<_, String>(0)
            })?;
            found.extend(
                reader
                    .sql("PRAGMA integrity_check", [], |row| row.get::<_, String>(0))?
                    .into_iter()
                    .filter(|line| line != "ok"),
            );
            found.extend(
                crate::audit::broken_at(reader.conn())?
                    .map(|n| format!("the audit log is broken at entry {n}")),
            );
            found.extend(
                crate::log::broken_at(reader.conn())?
                    .map(|seq| format!("the change log is broken at change {seq}")),
            );
            Ok(found)
        });
        match checked {
            Err(StoreError::Damaged) => Ok(vec!["the file is damaged".to_owned()]),
            other => other,
        }
    }

    /// Whether a page of the file is not what was written. Reads every page.
    pub fn is_torn(&self) -> bool {
        let wrong = self.read(|reader| {
            reader.sql("PRAGMA cipher_integrity_check", [], |row| {
                row.get::<_, String>(0)
            })
        });
        wrong.map_or(true, |found| !found.is_empty())
    }

    /// Puts the database under a new key. The key slots already hold both (see [`crate::key`]), so a power cut
    /// at any moment leaves a file one of the two opens.
    ///
    /// # Errors
    /// Disk and database errors; the old key then still opens it.
    pub fn rekey(&self, new: &[u8; 32]) -> Result<()> {
        let writer = self.writer();
        let mut key = self.key.write().unwrap_or_else(PoisonError::into_inner);
        held(&self.readers).clear();
        // Out of WAL, so that no frame under the old key outlives the change.
        writer.pragma_update(None, "journal_mode", "DELETE")?;
        let rekeyed = writer.execute_batch(&format!("PRAGMA rekey = {};", *connect::literal(new)));
        writer.pragma_update(None, "journal_mode", "WAL")?;
        rekeyed?;
        **key = *new;
        lock::remember(&mut self.lock.try_clone()?, new)
    }
}
