//! Drafts: what is being typed, kept at every field, on this device only.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `draft.save`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct SaveDraftArgs {
    /// Which; a new one when absent.
    #[serde(default)]
    pub draft: Option<String>,
    /// What it will become: `intake`, `note`, `visit`, `referral` …
    pub form: String,
    /// What it is about, for the list of drafts.
    #[serde(default)]
    pub title: Option<String>,
    /// Everything typed, `seen` tokens included. `case` names the case it is written in: closing the case asks about it.
    #[ts(type = "unknown")]
    pub body: serde_json::Value,
}

/// A draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS, JsonSchema)]
pub struct Draft {
    /// Which.
    pub draft: String,
    /// What it will become.
    pub form: String,
    /// What it is about.
    pub title: Option<String>,
    /// Everything typed.
    #[ts(type = "unknown")]
    pub body: serde_json::Value,
    /// When it was last kept, milliseconds UTC, as a decimal string.
    pub saved_at_ms: String,
}

/// `draft.get`, `draft.discard`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct DraftArgs {
    /// Which.
    pub draft: String,
}

/// `draft.list`
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct DraftsArgs {
    /// Only these.
    pub form: Option<String>,
}
