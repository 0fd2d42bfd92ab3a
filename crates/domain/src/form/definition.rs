//! What a form is made of: the shape of the files in `assets/forms/`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::case::CaseType;
use crate::protocol::Label;

/// One version of the form of a target group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormDefinition {
    /// Stable name, the same for every version.
    pub id: String,
    /// Counts from 1. A shipped version never changes: a change is a new version.
    pub version: u32,
    /// The target group it is asked of.
    pub group: CaseType,
    /// What is asked, in the order a person reads it.
    pub questions: Vec<Question>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// A few words.
    Text,
    /// As many words as needed.
    LongText,
    /// A whole number, within `min` and `max`.
    Number,
    /// A civil day.
    Date,
    /// One of `choices`.
    Choice,
    /// Any number of `choices`.
    Several,
    /// Yes or no.
    YesNo,
}

/// One question. None is ever required: what is not known yet stays unanswered, and «not known» is an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// How answers name it. Keeps its meaning in every version.
    pub id: String,
    /// The question.
    pub label: Label,
    /// A word of help under it.
    #[serde(default)]
    pub help: Option<Label>,
    /// How it is answered.
    pub kind: QuestionKind,
    /// What may be chosen.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// Least number that can be meant.
    #[serde(default)]
    pub min: Option<u32>,
    /// Greatest number that can be meant.
    #[serde(default)]
    pub max: Option<u32>,
    /// What a number counts («كلم», «درهم في الشهر»).
    #[serde(default)]
    pub unit: Option<Label>,
    /// Answered *yes*, it must be seen at once by whoever opens the case; of questions answered so alone.
    #[serde(default)]
    pub alarm: bool,
    /// Asked only after this answer to an earlier question.
    #[serde(default)]
    pub when: Option<Condition>,
    /// The field of the person that holds it: asked on their card, shown here, and never answered a second time.
    #[serde(default)]
    pub of_person: Option<String>,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(rename = "FormChoice")]
#[schemars(rename = "FormChoice")]
pub struct Choice {
    /// How answers name it.
    pub code: String,
    /// Its words.
    pub label: Label,
    /// Chosen, it must be seen at once by whoever opens the case (a grave danger).
    #[serde(default)]
    pub alarm: bool,
}

/// Another question must have been answered so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(rename = "FormCondition")]
#[schemars(rename = "FormCondition")]
pub struct Condition {
    /// The earlier question.
    pub question: String,
    /// The choice, `yes` or `no`.
    pub is: String,
}

impl FormDefinition {
    /// The question called `id`.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}
