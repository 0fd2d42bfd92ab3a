//! An amount as typed, told back.

use jisr_domain::amount::AmountOf;
use jisr_domain::protocol::Label;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `amount.read`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ReadAmountArgs {
    /// As typed.
    pub text: String,
    /// What it is an amount of.
    pub of: AmountOf,
    /// Whole dirhams are kept, and nothing finer.
    #[serde(default)]
    pub whole: Option<bool>,
}

/// What an amount as typed means: one thing, one of two, or nothing.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct AmountRead {
    /// What it can mean. Two: whoever typed it says which.
    pub meanings: Vec<AmountMeaning>,
    /// Why it means nothing, as a code of the locales.
    pub problem: Option<String>,
}

/// One meaning of an amount.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct AmountMeaning {
    /// Centimes of dirham.
    pub centimes: i64,
    /// Written without any doubt.
    pub text: String,
    /// In words.
    pub words: Label,
    /// Ten times the usual or more: kept only when somebody says that it is meant.
    pub unusual: bool,
}
