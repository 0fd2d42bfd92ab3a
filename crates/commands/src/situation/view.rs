//! Situations, as recorded.

use jisr_domain::amount::AmountOf;
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
    /// An amount far from the usual is meant.
    #[serde(default)]
    pub confirmed: Option<bool>,
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
    /// Which questions are answered with an amount of money.
    pub amounts: Vec<AmountQuestion>,
}

/// A question answered with an amount of money, in whole dirhams.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct AmountQuestion {
    /// Of which form.
    pub form: String,
    /// In which version.
    pub version: u32,
    /// Which question.
    pub question: String,
    /// What it is an amount of.
    pub of: AmountOf,
}
