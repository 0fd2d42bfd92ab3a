//! What waits for a person's decision: conflicts, and changes the hub did not take.

use chrono::NaiveDate;
use jisr_domain::id::CaseId;
use jisr_domain::record::Kind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{CaseCard, Conflict, PersonCard};

/// `attention.list`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Attention {
    /// Fields with more than one value.
    pub conflicts: Vec<ConflictItem>,
    /// Transactions the hub rejected or holds.
    pub refused: Vec<RefusedItem>,
    /// Cases nobody may read any more: each waits for somebody, and nothing else is told of it. For a director.
    pub readerless: Vec<ReaderlessCase>,
}

/// A case nobody may read any more.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ReaderlessCase {
    /// Which, for `case.give_reader`; it leads nowhere else.
    pub case: CaseId,
    /// Civil day since which it waits.
    pub since: Option<NaiveDate>,
}

/// A record with fields in conflict.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ConflictItem {
    /// Kind of the record.
    pub kind: Kind,
    /// Which record.
    pub id: String,
    /// The person it is about.
    pub person: Option<PersonCard>,
    /// The case it belongs to.
    pub case: Option<CaseCard>,
    /// What tells it from others of its kind: the paper, the day, the name. Only what is not itself in conflict.
    pub about: Vec<AboutField>,
    /// As handed back with the choice.
    pub seen: String,
    /// The fields, with every value, who and when.
    pub fields: Vec<Conflict>,
}

/// A field that says which record is meant.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct AboutField {
    /// Its name.
    pub field: String,
    /// Its value.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
}

/// A transaction the hub did not take. Nothing of it is lost: its values are here.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct RefusedItem {
    /// Which transaction.
    pub tx: String,
    /// What the hub made of it.
    pub verdict: RefusedVerdict,
    /// Why, as a code of the locales.
    pub code: String,
    /// What it would have written.
    pub changes: Vec<RefusedChange>,
    /// When, milliseconds UTC, as a decimal string.
    pub at_ms: String,
}

/// What the hub made of a transaction it did not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RefusedVerdict {
    /// It may be said again, once what the hub objected to is put right.
    Rejected,
    /// It rests on one that was rejected, and goes or falls with it.
    Held,
}

/// One change of it.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct RefusedChange {
    /// Kind of the record.
    pub kind: Kind,
    /// Which record.
    pub id: String,
    /// The person it is about.
    pub person: Option<PersonCard>,
    /// The values.
    #[ts(type = "Record<string, unknown>")]
    pub patch: std::collections::BTreeMap<String, serde_json::Value>,
}

/// `conflict.resolve`: an ordinary write by somebody who saw every value.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ResolveArgs {
    /// Kind of the record.
    pub kind: Kind,
    /// Which record.
    pub id: String,
    /// Which field.
    pub field: String,
    /// The value that stands: one of those listed, or another.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
    /// As handed out with the list.
    pub seen: String,
}

/// `attention.retry`, `attention.dismiss`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct RefusedArgs {
    /// Which transaction.
    pub tx: String,
}
