//! Where the hub keeps things. One trait, so that the same hub stands on embedded SQLite and on PostgreSQL.
//!
//! [`Database`] gives transactions; the parts of [`Transaction`] are row operations without a rule in
//! them. The rules are in `take`, `feed` and `enrol`. Work is handed over as a closure that may be run again
//! from the start: a database with several writers retries what deadlocked (rule 23).

use std::path::Path;

use crate::HubError;

mod feeds;
mod pieces;
mod records;
mod registry;
pub mod sqlite;

pub use feeds::{Feeds, Membership, StoredRow};
pub use pieces::Pieces;
pub use records::{Key, LoggedChange, RecordRow, Records, Stand, TxRow};
pub use registry::{Binding, CenterRow, CodeRow, DeviceRow, Registry, UserRow};

/// Everything that can be asked within one transaction.
pub trait Transaction: Registry + Records + Feeds + Pieces {}
impl<T: Registry + Records + Feeds + Pieces> Transaction for T {}

/// Work to be done in one transaction; may run more than once.
pub type Work<'a> = &'a mut dyn FnMut(&dyn Transaction) -> Result<(), HubError>;

/// A database.
pub trait Database: Send + Sync {
    /// Runs `work` in a transaction that commits when it succeeds and leaves no trace when it fails.
    ///
    /// # Errors
    /// What `work` fails with, or the database's own.
    fn write(&self, work: Work<'_>) -> Result<(), HubError>;

    /// Runs `work` on one snapshot.
    ///
    /// # Errors
    /// What `work` fails with, or the database's own.
    fn read(&self, work: Work<'_>) -> Result<(), HubError>;

    /// Writes a whole copy, as protected as the original, while the hub serves.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    fn backup(&self, to: &Path) -> Result<(), HubError>;

    /// What is physically wrong with the stored bytes, one line each; nothing when all is well.
    ///
    /// # Errors
    /// When the check itself cannot run.
    fn damage(&self) -> Result<Vec<String>, HubError>;
}

impl dyn Database {
    /// [`Database::write`] with an answer.
    ///
    /// # Errors
    /// As `work`.
    pub fn writing<T>(
        &self,
        mut work: impl FnMut(&dyn Transaction) -> Result<T, HubError>,
    ) -> Result<T, HubError> {
        let mut answer = None;
        self.write(&mut |tx| {
            answer = Some(work(tx)?);
            Ok(())
        })?;
        answer.ok_or(HubError::Damaged {
            what: "a transaction",
        })
    }

    /// [`Database::read`] with an answer.
    ///
    /// # Errors
    /// As `work`.
    pub fn reading<T>(
        &self,
        mut work: impl FnMut(&dyn Transaction) -> Result<T, HubError>,
    ) -> Result<T, HubError> {
        let mut answer = None;
        self.read(&mut |tx| {
            answer = Some(work(tx)?);
            Ok(())
        })?;
        answer.ok_or(HubError::Damaged {
            what: "a transaction",
        })
    }
}
