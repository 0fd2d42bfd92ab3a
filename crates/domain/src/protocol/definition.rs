//! What a protocol is made of. The shape of the files in `assets/protocols/`, explained in `docs/protocols.md`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::alarm::Alarm;
use crate::case::{CaseType, Confidentiality};
use crate::partner::PartnerType;
use crate::person::SafeContact;
use crate::role::Role;

/// The same words in the three languages of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Arabic, as the Moroccan administration writes it.
    pub ar: String,
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// Whether new cases may start on a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProtocolStatus {
    /// Being written; no case may start on it.
    Draft,
    /// In force.
    Published,
    /// Replaced; cases that started on it keep it.
    Retired,
}

/// How sure a legal or institutional statement is. Shown next to it, always.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Read in a published source.
    Verified,
    /// Known in the trade, not read in a source: to confirm.
    GeneralKnowledge,
    /// A choice of this program.
    Design,
}

/// A text or a practice a protocol rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalReference {
    /// How steps of this protocol name it.
    pub id: String,
    /// What it is.
    pub label: Label,
    /// How sure it is.
    pub certainty: Certainty,
}

/// One version of a protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProtocolDefinition {
    /// Stable name, the same for every version.
    pub id: String,
    /// Counts from 1. A published version never changes: a change is a new version.
    pub version: u32,
    /// Whether cases may start on it.
    pub status: ProtocolStatus,
    /// Case types it is proposed for.
    pub case_types: Vec<CaseType>,
    /// Least confidentiality of a case that follows it. People may raise it.
    pub confidentiality: Confidentiality,
    /// Its name.
    pub title: Label,
    /// What it rests on.
    pub legal: Vec<LegalReference>,
    /// Its steps, in the order a person reads them.
    pub steps: Vec<StepDefinition>,
}

/// The part of the pathway a step belongs to, for grouping on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ProtocolPhase")]
#[schemars(rename = "ProtocolPhase")]
pub enum Phase {
    /// Reception and listening.
    Reception,
    /// Assessment of the situation and its dangers.
    Assessment,
    /// Immediate protection and urgent aid.
    Protection,
    /// Care, rights and support.
    Intervention,
    /// Follow-up and review.
    FollowUp,
}

/// Who moves a step forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// The center acts.
    Act,
    /// Others act (police, court, hospital, authority); their answer is keyed in.
    Wait,
}

/// What opens a step. The day it happens is the day its window is counted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(tag = "on", rename_all = "snake_case", deny_unknown_fields)]
#[ts(rename = "StepTrigger")]
#[schemars(rename = "StepTrigger")]
pub enum Trigger {
    /// The protocol starts in the case.
    CaseOpened,
    /// Another step ended, in whatever way, declined and not possible included.
    After {
        /// Which step.
        step: String,
    },
    /// Another step ended with this outcome. If it ends otherwise, this step does not apply.
    Outcome {
        /// Which step.
        step: String,
        /// Which of its outcomes, `declined` and `not_possible` included.
        outcome: String,
    },
    /// A date answered somewhere in the facts, such as `case.return_on`, written `YYYY-MM-DD`.
    Date {
        /// Path in the facts.
        answer: String,
    },
}

/// Suggested days («أجل مقترح»), counted from the trigger. Never a legal deadline; people may change them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(rename = "StepWindow")]
#[schemars(rename = "StepWindow")]
pub struct Window {
    /// Days to the first day on which the step is expected.
    pub start_days: u16,
    /// Days to the day by which it should be done.
    pub due_days: u16,
    /// Days to the last day before it counts as late.
    pub end_days: u16,
}

/// A paper a step may ask for. Only listed papers are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentDefinition {
    /// Stable code, unique in the step.
    pub code: String,
    /// Its name.
    pub title: Label,
    /// Whether the step usually cannot succeed without it. Never blocks.
    pub required: bool,
}

/// A way a step may end, or an attempt may turn out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeDefinition {
    /// Stable code, unique in the step.
    pub code: String,
    /// Its name.
    pub title: Label,
    /// Whether it ends the step. `false`: an attempt, the step stays open (nobody there, no place found).
    pub done: bool,
    /// What it says of a danger, if anything.
    #[serde(default)]
    pub alarm: Option<Alarm>,
}

/// The step of any protocol that asks whether somebody may be reached.
pub const SAFE_CONTACT: &str = "safe_contact";

/// One step of a protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepDefinition {
    /// Stable name, unique in the protocol; `snake_case`, as conditions use it.
    pub id: String,
    /// Its name, a verbal noun.
    pub title: Label,
    /// One sentence of help.
    pub help: Label,
    /// Where it belongs in the pathway.
    pub phase: Phase,
    /// Who usually does it.
    pub actor: Role,
    /// Who moves it forward.
    pub kind: StepKind,
    /// What opens it.
    pub trigger: Trigger,
    /// When it is expected.
    pub window: Option<Window>,
    /// Whether closing a case asks why it was not done. Never blocks, and never set on a wait.
    pub mandatory: bool,
    /// Whether it is urgent, and done without asking for identity papers.
    pub urgent_without_papers: bool,
    /// Whether it contacts the person, so that the safe-contact answer must be known first.
    pub safe_contact_required: bool,
    /// Papers it asks for.
    pub documents: Vec<DocumentDefinition>,
    /// Type of partner it turns to; who is awaited, for a wait.
    pub partner_type: Option<PartnerType>,
    /// How it may end, besides declined and not possible, which every step has.
    pub outcomes: Vec<OutcomeDefinition>,
    /// CEL expression over `case`, `person` and `outcomes`; the step applies unless it is false.
    pub condition: Option<String>,
    /// Which of the protocol's legal references it rests on.
    pub legal: Option<String>,
}

impl ProtocolDefinition {
    /// The step named `id`.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&StepDefinition> {
        self.steps.iter().find(|step| step.id == id)
    }
}

impl StepDefinition {
    /// The outcome written `code`, if the definition lists it.
    #[must_use]
    pub fn outcome(&self, code: &str) -> Option<&OutcomeDefinition> {
        self.outcomes.iter().find(|outcome| outcome.code == code)
    }

    /// The answer on being reached that the outcome written `code` is: the step called [`SAFE_CONTACT`] asks what
    /// the card of the person holds, and both are one answer.
    #[must_use]
    pub fn safe_contact(&self, code: &str) -> Option<SafeContact> {
        match code {
            _ if self.id != SAFE_CONTACT => None,
            "safe" => Some(SafeContact::Yes),
            "safe_with_conditions" => Some(SafeContact::Hours),
            "no_contact" => Some(SafeContact::No),
            _ => None,
        }
    }

    /// The outcome that says `answer`, in the step called [`SAFE_CONTACT`].
    #[must_use]
    pub fn saying(&self, answer: SafeContact) -> Option<&OutcomeDefinition> {
        self.outcomes
            .iter()
            .find(|outcome| self.safe_contact(&outcome.code) == Some(answer))
    }
}

impl Trigger {
    /// The step whose end this trigger waits for.
    #[must_use]
    pub fn parent(&self) -> Option<&str> {
        match self {
            Trigger::After { step } | Trigger::Outcome { step, .. } => Some(step),
            Trigger::CaseOpened | Trigger::Date { .. } => None,
        }
    }
}
