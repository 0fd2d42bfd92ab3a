//! Cursors and rows of feeds (rules 13–16).

use jisr_domain::audience::Feed;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::state::RecordState;

/// How far a device has read a feed: everything up to `seq`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// Which feed.
    #[serde(flatten)]
    pub feed: Feed,
    /// The last row read; 0 before the first.
    pub seq: u64,
}

/// One row of a feed: the record, moved to a fresh place on each change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Which of the page's cursors this row belongs to: the page lists every feed followed, new ones too.
    #[serde(rename = "n")]
    pub cursor: usize,
    /// Its place in that feed.
    #[serde(rename = "q")]
    pub seq: u64,
    /// What it carries.
    #[serde(flatten)]
    pub body: RowBody,
}

/// What a row carries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum RowBody {
    /// The record, or those of its fields that moved since the cursor.
    #[serde(rename = "r")]
    Record {
        /// Kind code.
        #[serde(rename = "k")]
        kind: String,
        /// Which record.
        id: Uuid,
        /// `true`: every field, the record entered this feed after the cursor.
        #[serde(rename = "e", default, skip_serializing_if = "std::ops::Not::not")]
        entered: bool,
        /// The fields.
        #[serde(rename = "s")]
        state: RecordState,
    },
    /// The record a change of the reading device names stands as that device has it: whatever moved since what it
    /// holds, its own changes moved, at its own stamps. They are in its log, so that only one of them is named.
    #[serde(rename = "o")]
    Own {
        /// The place of that change in the device's series.
        #[serde(rename = "d")]
        change: u64,
    },
    /// The record is no longer for the readers of this feed (rule 16).
    #[serde(rename = "x")]
    Remove {
        /// Kind code.
        #[serde(rename = "k")]
        kind: String,
        /// Which record.
        id: Uuid,
    },
    /// What became of one of the device's transactions, when it was not simply applied (rule 10).
    #[serde(rename = "v")]
    Verdict(Verdict),
}

/// What became of a transaction that was not applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The transaction.
    pub tx: Uuid,
    /// Its first change.
    pub first: u64,
    /// Its last change.
    pub last: u64,
    /// What became of it.
    pub verdict: VerdictKind,
    /// Why, as a code of the locales.
    pub code: String,
}

/// The three ends of a transaction; the mark passes all of them (rule 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// In the hub's state. Only sent to free what was held or rejected before.
    Applied,
    /// Not allowed.
    Rejected,
    /// It depends on a rejected one.
    Held,
}
