//! A protocol as followed, shown step by step.

use chrono::NaiveDate;
use jisr_domain::id::{CaseId, PersonId, ProtocolInstanceId};
use jisr_domain::person::SafeContact;
use jisr_domain::protocol::{Label, StepEventType, StepState};
use jisr_domain::track::DocumentStatus;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{Due, StaffCard};

/// The protocol of a case.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct TrackView {
    /// Which instance.
    pub instance: ProtocolInstanceId,
    /// Which protocol.
    pub protocol: String,
    /// Which version.
    pub version: u32,
    /// In words.
    pub title: Label,
    /// Legal references, in words.
    pub legal: Vec<Label>,
    /// Day from which windows count.
    pub started_on: Option<NaiveDate>,
    /// Its steps, in order.
    pub steps: Vec<StepView>,
    /// Settled steps.
    pub done: u32,
    /// Steps in all, those left out excepted.
    pub total: u32,
    /// The one thing to do next.
    pub next: Option<String>,
}

/// A step, as shown.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct StepView {
    /// Which step.
    pub step: String,
    /// In words.
    pub title: Label,
    /// One sentence.
    pub help: Label,
    /// An act of others that is waited for.
    pub waits_for_others: bool,
    /// Urgent, without papers.
    pub urgent: bool,
    /// What is not recorded of it for now, as the person must not be reached.
    pub refused: Vec<StepEventType>,
    /// Where it stands.
    pub state: StepState,
    /// When it is due.
    pub due: Option<Due>,
    /// How it may end, in words; *declined* and *not possible* are always there besides.
    pub outcomes: Vec<OutcomeView>,
    /// Papers.
    pub documents: Vec<StepDocumentView>,
    /// Outcome in words, once settled.
    pub outcome_label: Option<Label>,
    /// Who settled it.
    pub settled_by: Option<StaffCard>,
}

/// How a step may end.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct OutcomeView {
    /// Code.
    pub code: String,
    /// In words.
    pub title: Label,
    /// It settles the step; otherwise it is an attempt.
    pub done: bool,
    /// It says that there is a danger.
    pub alarm: bool,
    /// The answer on being reached that it is.
    pub safe_contact: Option<SafeContact>,
    /// That answer protects less than what the card of the person says: it is asked about.
    pub lowers_card: bool,
}

/// A paper a step asks for.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct StepDocumentView {
    /// Code.
    pub document: String,
    /// In words.
    pub title: Label,
    /// Optional ones never hold anything up.
    pub required: bool,
    /// What was done with it.
    pub status: Option<DocumentStatus>,
    /// The record, once there is one.
    pub id: Option<String>,
    /// For the edit of that record.
    pub seen: Option<String>,
}

/// `protocol.list`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ProtocolCard {
    /// Which.
    pub protocol: String,
    /// Its version.
    pub version: u32,
    /// In words.
    pub title: Label,
    /// For which types of case.
    pub case_types: Vec<jisr_domain::case::CaseType>,
    /// How many steps.
    pub steps: u32,
}

/// `protocol.start`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct StartArgs {
    /// In which case.
    pub case: CaseId,
    /// Which protocol; its current version.
    pub protocol: String,
}

/// `step.record`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct RecordStepArgs {
    /// In which case.
    pub case: CaseId,
    /// Which instance.
    pub instance: ProtocolInstanceId,
    /// Which step.
    pub step: String,
    /// What happened.
    pub event: StepEventType,
    /// With which outcome.
    #[serde(default)]
    pub outcome: Option<String>,
    /// On which civil day; today when absent, never in the future.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// A word on it.
    #[serde(default)]
    pub note: Option<String>,
    /// For *postponed*: until when.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The event this one corrects.
    #[serde(default)]
    pub corrects: Option<String>,
    /// For an answer on being reached that holds at certain hours: which.
    #[serde(default)]
    pub safe_hours: Option<String>,
    /// For an answer on being reached that protects less than the card: the card as it was shown when this was asked.
    #[serde(default)]
    pub card: Option<CardSeen>,
}

/// The card of a person, as somebody saw it.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct CardSeen {
    /// Which of their records.
    pub person: PersonId,
    /// As handed out with the view.
    pub seen: String,
}

/// `step.document`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct StepDocumentArgs {
    /// In which case.
    pub case: CaseId,
    /// Which instance.
    pub instance: ProtocolInstanceId,
    /// Which step.
    pub step: String,
    /// Which paper.
    pub document: String,
    /// What was done with it.
    pub status: DocumentStatus,
    /// As handed out with the view; absent the first time.
    #[serde(default)]
    pub seen: Option<String>,
}
