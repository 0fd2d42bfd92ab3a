//! What is told of the state of the program, without a value and without a name.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use super::IncidentKind;

/// What whoever helps is told: everything that leaves the device by it is on this page.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Diagnostics {
    /// The version of the program.
    pub version: String,
    /// The system and the machine it was built for: `linux x86_64`.
    pub system: String,
    /// The number of the last migration of the file.
    pub schema: u32,
    /// Why the hub refused what waits to be settled.
    pub refusals: Vec<Refusal>,
    /// What went wrong, the newest first.
    pub incidents: Vec<IncidentView>,
}

/// Transactions the hub refused for one reason.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Refusal {
    /// The reason.
    pub code: String,
    /// How many.
    pub transactions: u32,
}

/// Something that went wrong.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct IncidentView {
    /// The first time.
    pub first_at: DateTime<Utc>,
    /// The last of those in a row that are the same.
    pub last_at: DateTime<Utc>,
    /// How many they are.
    pub times: u32,
    /// What sort of thing.
    pub what: IncidentKind,
    /// The command it happened in.
    pub command: Option<String>,
    /// The code it was refused or failed with.
    pub code: Option<String>,
    /// Whether the words of that code can be said: they need nothing of what the error carried but the field, which is the
    /// cause.
    pub in_words: bool,
    /// What the code alone does not tell: a field, a sort of disk error.
    pub cause: Option<String>,
    /// Milliseconds it took; the longest.
    pub took_ms: u32,
    /// The version of the program.
    pub version: String,
}

/// What can be told of a profile nobody opens.
#[derive(Clone, Debug, Serialize)]
pub struct DiagnosticsWithoutKey {
    /// The version of the program.
    pub version: String,
    /// The system and the machine it was built for.
    pub system: String,
    /// The code of what keeps it shut: what was tried, or what is wrong with the key slots. Nothing: it was not tried.
    pub refused: Option<String>,
    /// How many people have a key slot; nothing when the slots cannot be read.
    pub slots: Option<u32>,
    /// The files of a profile that are there, and their bytes.
    pub files: Vec<ProfileFile>,
}

/// A file of a profile.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileFile {
    /// Its name: one of those the program gives.
    pub name: String,
    /// Its size.
    pub bytes: u64,
}
