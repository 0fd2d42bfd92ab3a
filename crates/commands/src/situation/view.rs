//! Situations, as recorded.

use jisr_domain::case::CaseType;
use jisr_domain::form::FormDefinition;
use jisr_domain::situation::{IndhCategory, Situation};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `situation.record`: `person` (or `case`) and a group or a category are required.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct RecordSituationArgs {
    /// The situation; `noted_on` and `noted_by` are set by the program.
    pub situation: Situation,
    /// The draft to drop once it is written.
    #[serde(default)]
    pub draft: Option<String>,
}

/// `form.list`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Forms {
    /// Every version of every form.
    pub forms: Vec<FormDefinition>,
    /// Groups that are only ever kept in a restricted or sealed case.
    pub confidential_groups: Vec<CaseType>,
    /// Categories of the national initiative that are only ever kept there.
    pub confidential_categories: Vec<IndhCategory>,
}
