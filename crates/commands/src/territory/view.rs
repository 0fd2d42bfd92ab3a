//! Places, as listed to a person.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A province or prefecture, a commune or arrondissement (source: Haut-Commissariat au Plan).
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Place {
    /// HCP code.
    pub code: String,
    /// `province`, `prefecture`, `urban`, `rural`, `arrondissement`, …
    pub kind: String,
    /// Code of the region, or of the province.
    pub parent: String,
    /// Name in Arabic.
    pub name_ar: String,
    /// Name in French.
    pub name_fr: String,
}

/// `territory.communes`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct CommunesArgs {
    /// HCP code of the province.
    pub province: String,
}
