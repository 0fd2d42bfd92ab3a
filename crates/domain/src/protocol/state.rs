//! Where a case stands in a protocol: what the fold gives.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::due::DueWindow;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StepStatus {
    /// What opens it has not happened yet.
    Later,
    /// The center may act.
    Open,
    /// Others are to answer.
    Waiting,
    /// Done, with one of its outcomes.
    Done,
    /// The person does not wish it.
    Declined,
    /// It cannot be done.
    NotPossible,
    /// It does not apply to this case.
    Skipped,
}

impl StepStatus {
    /// Whether somebody ended the step. A skipped step was not ended: it never applied.
    #[must_use]
    pub fn ended(self) -> bool {
        matches!(self, Self::Done | Self::Declined | Self::NotPossible)
    }

    /// Whether the step asks for something now.
    #[must_use]
    pub fn active(self) -> bool {
        matches!(self, Self::Open | Self::Waiting)
    }
}

/// Where one step stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StepState {
    /// Which step of the definition.
    pub step: String,
    /// Where it stands.
    pub status: StepStatus,
    /// Day it opened: its trigger's, or the day somebody began it before that.
    pub opened_on: Option<NaiveDate>,
    /// Day somebody began it.
    pub started_on: Option<NaiveDate>,
    /// When it is expected; kept after it ended, so that a report can say whether it was late.
    pub window: Option<DueWindow>,
    /// How it ended; how the last attempt turned out while it has not.
    pub outcome: Option<String>,
    /// Attempts that did not end it.
    pub attempts: u32,
    /// Civil day it ended.
    pub settled_on: Option<NaiveDate>,
    /// Who recorded that.
    pub settled_by: Option<String>,
    /// Ids of the events that say different ends; empty when they agree. The latest stands.
    pub contradictions: Vec<String>,
}

/// Where a case stands in a protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct InstanceState {
    /// Every step of the definition, in its order.
    pub steps: Vec<StepState>,
    /// Steps that ended: done, declined or not possible.
    pub done_count: u32,
    /// Steps that apply to this case: all but the skipped.
    pub total_count: u32,
    /// What to do first, if anything is open.
    pub next: Option<String>,
    /// Steps on which events contradict.
    pub contradictions: Vec<String>,
    /// Ids of events about steps this definition does not have: kept and shown, never lost.
    pub unknown_events: Vec<String>,
}

impl InstanceState {
    /// Where the step named `id` stands.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&StepState> {
        self.steps.iter().find(|step| step.step == id)
    }
}
