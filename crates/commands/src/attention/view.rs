//! What waits for a person's decision: conflicts, and changes the hub did not take.

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
    /// As handed back with the choice.
    pub seen: String,
    /// The fields, with every value, who and when.
    pub fields: Vec<Conflict>,
}

/// A transaction the hub did not take. Nothing of it is lost: its values are here.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct RefusedItem {
    /// Which transaction.
    pub tx: String,
    /// `rejected` or `held`.
    pub verdict: String,
    /// Why, as a code of the locales.
    pub code: String,
    /// What it would have written.
    pub changes: Vec<RefusedChange>,
    /// When, milliseconds UTC, as a decimal string.
    pub at_ms: String,
}

/// One change of it.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct RefusedChange {
    /// Kind code of the record.
    pub kind: String,
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
