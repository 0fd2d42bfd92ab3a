//! Sync: push changes, pull state. The rules are in `docs/sync-protocol.md`; numbers in comments and tests
//! name them.
//!
//! Pure: no file, no socket, no clock, no randomness. The storage and the transport are other crates'; this
//! one says what a change is, what it does to a record, what goes over the wire and what to do next.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

pub mod apply;
pub mod attachment;
pub mod change;
pub mod clock;
pub mod feed;
pub mod machine;
pub mod seen;
pub mod sign;
pub mod state;
pub mod wire;

pub use apply::apply;
pub use change::{Change, ChangeHash, ChangePayload, Dot, Logged};
pub use clock::{Clock, Stamp};
pub use seen::Seen;
pub use state::{FieldState, RecordState, Sibling};
