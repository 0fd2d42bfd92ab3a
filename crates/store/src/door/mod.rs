//! The one write door.

mod numbers;
mod tx;
mod write;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use ed25519_dalek::SigningKey;
use jisr_domain::id::StaffId;
use jisr_domain::record::Kind;
use uuid::Uuid;

pub use tx::Tx;
pub(crate) use write::new_fields;

use crate::{Store, StoreError};

/// Who writes: taken from the unlocked session, never from an argument of the interface.
pub struct Actor<'a> {
    /// Who.
    pub staff: StaffId,
    /// The key that signs what they say.
    pub key: &'a SigningKey,
}

/// When.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// UTC, milliseconds since 1970.
    pub ms: u64,
    /// The civil day in Morocco.
    pub today: NaiveDate,
}

/// What a write or a round changed: what the interface must read again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The records, those taken away included.
    pub records: BTreeSet<(Kind, Uuid)>,
}

impl Changes {
    /// The kinds among them.
    pub fn kinds(&self) -> BTreeSet<Kind> {
        self.records.iter().map(|(kind, _)| *kind).collect()
    }
}

impl Store {
    /// Runs `f` as one transaction of `actor`: rows, change log, clock, signature and audit are written
    /// together or not at all. The network is never awaited inside, and `f` does not call the store again: it
    /// reads through [`Tx::reader`].
    ///
    /// # Errors
    /// What `f` gives; [`StoreError::GivenUp`] when `f` went on after a failure inside the transaction; disk and
    /// database errors. Nothing is then written.
    pub fn write<T, E: From<StoreError>>(
        &self,
        actor: &Actor<'_>,
        moment: &Moment,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, Changes), E> {
        self.transact(|sql| {
            let mut tx = Tx::begin(sql, actor.staff, *moment)?;
            let value = f(&mut tx)?;
            let changes = tx.finish(actor.key)?;
            Ok((value, changes))
        })
    }
}
