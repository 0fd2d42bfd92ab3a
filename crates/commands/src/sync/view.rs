//! Where synchronisation stands.

use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

/// `sync.status`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct SyncStatus {
    /// The hub's address; none: the program works by itself.
    pub hub: Option<String>,
    /// Changes that wait to be sent.
    pub pending: u64,
    /// A round is running.
    pub running: Option<SyncProgress>,
    /// When the last whole round ended, milliseconds UTC, as a decimal string.
    pub last_done_ms: Option<String>,
    /// Why the last round failed, as a code of the locales; none after a whole round.
    pub last_error: Option<String>,
    /// By how many minutes this device's clock was found off, when more than two (sync rule 28).
    pub clock_off_minutes: Option<i64>,
    /// Grows whenever a round changed something: refetch.
    pub data_version: u64,
    /// Conflicts and refused changes.
    pub attention: u32,
    /// Attachments that wait to be sent.
    pub attachments_to_send: u64,
    /// Attachments that wait to be fetched.
    pub attachments_to_fetch: u64,
    /// Why some of them did not travel in the last round, as a code of the locales. The records did.
    pub attachments_error: Option<String>,
}

/// A running round.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct SyncProgress {
    /// `reaching`, `sending`, `receiving`, `publishing`, `attaching`.
    pub phase: String,
    /// Records, or pieces of attachments, done in this phase.
    pub done: u64,
    /// Of so many; 0 when not known yet.
    pub total: u64,
    /// Bytes over the network so far, both ways.
    pub bytes: u64,
    /// Seconds left, when they can be told.
    pub seconds_left: Option<u64>,
}

/// `sync.run`: the answer of one whole round, for the command line.
#[derive(Clone, Debug, Default, Serialize, TS, JsonSchema)]
pub struct SyncReport {
    /// What left.
    pub pushed: Moved,
    /// What arrived.
    pub pulled: Moved,
    /// Pieces of attachments, of 256 KiB at most.
    pub attachments: Pieces,
    /// Requests made.
    pub round_trips: u64,
    /// What waits for a decision.
    pub attention: u32,
}

/// Pieces of attachments on the wire.
#[derive(Clone, Copy, Debug, Default, Serialize, TS, JsonSchema)]
pub struct Pieces {
    /// That left.
    pub sent: u64,
    /// That arrived.
    pub received: u64,
}

/// An amount of records and bytes on the wire.
#[derive(Clone, Debug, Default, Serialize, TS, JsonSchema)]
pub struct Moved {
    /// Records.
    pub records: u64,
    /// Compressed bytes.
    pub bytes: u64,
}
