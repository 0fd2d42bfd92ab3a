//! What happens to a step, written once; a mistake is corrected by an event that names it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::StepEventId;
use crate::record::code;
use crate::track;

/// Outcome code of a step the person does not wish («لا ترغب»). Every step has it.
pub const DECLINED: &str = "declined";
/// Outcome code of a step that cannot be done («غير ممكن»). Every step has it.
pub const NOT_POSSIBLE: &str = "not_possible";

code! {
    /// What may happen to a step.
    StepEventType in "step_event" {
        /// Somebody began it.
        Started = "started",
        /// It now waits for others.
        Waiting = "waiting",
        /// It was done, or attempted, with an outcome of the definition.
        Done = "done",
        /// The person does not wish it.
        Declined = "declined",
        /// It cannot be done.
        NotPossible = "not_possible",
        /// It is put off until another day.
        Postponed = "postponed",
        /// It is taken up again after having ended.
        Reopened = "reopened",
    }
}

impl StepEventType {
    /// Whether it ends the step, unless the outcome says it was only an attempt.
    #[must_use]
    pub fn ends(self) -> bool {
        matches!(self, Self::Done | Self::Declined | Self::NotPossible)
    }
}

/// One event of one step, as the engine reads it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StepEvent {
    /// Its id, a UUID.
    pub id: String,
    /// The step it is about.
    pub step: String,
    /// What happened.
    pub event: StepEventType,
    /// When it was recorded, UTC: orders the events.
    pub at: DateTime<Utc>,
    /// Civil day on which it happened: counts the windows.
    pub day: NaiveDate,
    /// Who recorded it, a UUID.
    pub by: String,
    /// With which outcome of the definition.
    pub outcome: Option<String>,
    /// A word on it.
    pub note: Option<String>,
    /// New day by which it is expected, for events that do not end the step.
    pub until: Option<NaiveDate>,
    /// The event this one corrects; the corrected one no longer counts.
    pub corrects: Option<String>,
}

impl StepEvent {
    /// The event of a stored record, or `None` while the parts that make it an event have not arrived.
    #[must_use]
    pub fn from_record(id: StepEventId, record: &track::StepEvent) -> Option<Self> {
        Some(Self {
            id: id.to_string(),
            step: record.step.clone()?,
            event: record.event?,
            at: record.at?,
            day: record.day?,
            by: record.by.map(|by| by.to_string()).unwrap_or_default(),
            outcome: record.outcome.clone(),
            note: record.note.clone(),
            until: record.until,
            corrects: record.corrects.map(|id| id.to_string()),
        })
    }
}
