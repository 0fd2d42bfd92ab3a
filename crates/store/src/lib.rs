//! The encrypted database of a profile: keys, tables, migrations, the one write door, search, and what the
//! device knows of its hub.
//!
//! Every mutation of a record passes [`Store::write`]: in one SQLite transaction it writes the rows, the change
//! log with its clock and signature, the audit entry, and gives back what changed. Everything else that is
//! synced arrives by [`Store::publish`], also in one transaction. Numbers of rules are those of
//! `docs/sync-protocol.md`.
//!
//! Reads go through [`Store::read`]: one snapshot, never waiting for a writer.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

pub mod key;

mod access;
mod act;
mod attachment;
mod audit;
mod backup;
mod case;
mod door;
mod draft;
mod duplicate;
mod error;
mod founding;
mod import;
mod incident;
mod log;
mod open;
mod referral;
mod replay;
mod round;
mod search;
mod setting;
mod source;
mod state;

#[cfg(test)]
mod tests;

pub use attachment::{Offer, Place, Placed, Taken, Wanted};
pub use audit::AuditEntry;
pub use backup::{BackedUp, back_up};
pub use case::{CaseQuery, PlanAccess};
pub use door::{Actor, Changes, Moment, Tx};
pub use draft::Draft;
pub use duplicate::{Pair, Portion};
pub use error::StoreError;
pub use founding::{Founding, finish as finish_founding};
pub use import::ListKept;
pub use incident::{Incident, KeptIncident, MOST_INCIDENTS};
pub use open::{DeviceInfo, Lacking, NewDevice, Store};
pub use round::{AttentionChange, AttentionItem};
pub use rusqlite::{Row as SqlRow, params};
pub use search::{Alike, Filed, PersonHit};
pub use source::{Local, Touched, made_of};
pub use state::{ConflictValue, FieldConflict, Held, Reader};

/// What every call of this crate gives.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;
