//! The people of a list who may be in the register, as asked for and shown.

use jisr_domain::id::ImportId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Mapping;
use crate::person::Candidate;
use crate::view::PersonCard;

/// `import.check`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct CheckListArgs {
    /// Which list.
    pub import: ImportId,
    /// What its columns mean; as guessed where a heading is absent.
    #[serde(default)]
    pub mapping: Mapping,
}

/// `import.known`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct KnownArgs {
    /// Which list.
    pub import: ImportId,
    /// What its columns mean: what was compared under another meaning is not told.
    #[serde(default)]
    pub mapping: Mapping,
    /// Rows to pass over.
    #[serde(default)]
    pub offset: u32,
    /// Rows shown, 20 when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// The rows of a list whose people may be in the register.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ListKnown {
    /// People compared; 0 before `import.check`.
    pub compared: u32,
    /// To the end of the list.
    pub whole: bool,
    /// Rows very likely known.
    pub same: u32,
    /// Rows that may be known.
    pub total: u32,
    /// This page of them.
    pub rows: Vec<KnownRow>,
}

/// A row whose person may be in the register.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct KnownRow {
    /// Its number in the file.
    pub row: u32,
    /// Whom it says.
    pub person: PersonCard,
    /// Very likely known: left out, unless somebody brings them in all the same.
    pub same: bool,
    /// Who they may be, likeliest first, with the reasons.
    pub candidates: Vec<Candidate>,
}
