//! A protocol as a case followed it until today: the events of its steps, at every stage.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use jisr_domain::id::{CaseId, ProtocolInstanceId, StaffId, StepDocumentId, StepEventId};
use jisr_domain::person::{SafeContact, Sex};
use jisr_domain::protocol::{
    self, ProtocolDefinition, SAFE_CONTACT, StepDefinition, StepEventType, StepKind, StepState,
};
use jisr_domain::track::{DocumentStatus, StepDocument, StepEvent};
use serde_json::Value;

use super::budget::{Budget, take};
use super::calendar::{Calendar, after};
use super::chance::Chance;
use super::lists::text;

/// Days after which nobody would believe a step was simply forgotten.
const LATEST: i64 = 6;

/// What a protocol is followed for.
pub(super) struct Course<'a> {
    pub(super) case: CaseId,
    pub(super) instance: ProtocolInstanceId,
    pub(super) definition: &'static ProtocolDefinition,
    pub(super) started_on: NaiveDate,
    pub(super) facts: &'a Value,
    /// The day of its closure, for a case that is closed.
    pub(super) closed_on: Option<NaiveDate>,
    pub(super) by: StaffId,
    pub(super) sex: Sex,
    /// What the card of the person says of reaching them: the step that asks it was answered so.
    pub(super) safe_contact: Option<SafeContact>,
}

/// What happened.
#[derive(Default)]
pub(super) struct Followed {
    pub(super) events: Vec<(StepEventId, StepEvent)>,
    pub(super) documents: Vec<(StepDocumentId, StepDocument)>,
}

/// Follows the protocol day by day, as the engine itself says what is open; leaves open what `budget` allows.
pub(super) fn follow(
    chance: &mut Chance,
    calendar: &Calendar,
    course: &Course<'_>,
    budget: &mut Budget,
) -> Followed {
    let mut walk = Walk {
        chance,
        calendar,
        course,
        followed: Followed::default(),
        engine: Vec::new(),
        left: BTreeSet::new(),
        last_at: None,
    };
    // A protocol has fewer generations of steps than steps.
    for _ in 0..course.definition.steps.len() + 1 {
        let state = protocol::fold(
            course.definition,
            course.started_on,
            course.facts,
            &walk.engine,
        );
        let open: Vec<(&StepDefinition, &StepState)> = course
            .definition
            .steps
            .iter()
            .zip(&state.steps)
            .filter(|(_, state)| state.status.active())
            .collect();
        let mut went_on = false;
        for (step, state) in open {
            went_on |= walk.step(step, state, budget);
        }
        if !went_on {
            break;
        }
    }
    walk.followed
}

struct Walk<'a> {
    chance: &'a mut Chance,
    calendar: &'a Calendar,
    course: &'a Course<'a>,
    followed: Followed,
    engine: Vec<protocol::StepEvent>,
    left: BTreeSet<&'a str>,
    /// Events of one day are recorded one after the other.
    last_at: Option<DateTime<Utc>>,
}

impl<'a> Walk<'a> {
    /// Gives whether something was recorded.
    fn step(&mut self, step: &'a StepDefinition, state: &StepState, budget: &mut Budget) -> bool {
        let until = self.course.closed_on.unwrap_or(self.calendar.today);
        let opened = state.opened_on.unwrap_or(self.course.started_on);
        let (start, last) = state
            .window
            .as_ref()
            .map_or((opened, after(opened, 7)), |window| {
                (window.start, window.last_day())
            });
        if start > until || self.left.contains(step.id.as_str()) {
            return false;
        }
        let running = self.course.closed_on.is_none();
        if running && step.kind == StepKind::Act {
            let late = (until - last).num_days();
            if (1..=LATEST).contains(&late) && take(&mut budget.late_steps) {
                return self.leave(step, start);
            }
            if late <= 0 && take(&mut budget.due_steps) {
                return self.leave(step, start);
            }
        }
        let open_still = running && last >= until;
        if open_still && step.kind == StepKind::Wait && self.chance.percent(60) {
            let answer = after(until, self.chance.between(3, 20));
            self.record(step, StepEventType::Waiting, start, None, Some(answer));
            self.left.insert(&step.id);
            return true;
        }
        if open_still
            && step.kind == StepKind::Act
            && !step.urgent_without_papers
            && self.chance.percent(15)
        {
            let put_off = after(until, self.chance.between(2, 12));
            self.record(step, StepEventType::Postponed, until, None, Some(put_off));
            self.left.insert(&step.id);
            return true;
        }
        self.settle(step, start, last.min(until).max(start));
        true
    }

    /// Leaves it open, begun or not.
    fn leave(&mut self, step: &'a StepDefinition, start: NaiveDate) -> bool {
        self.left.insert(&step.id);
        let begun = self.chance.percent(35);
        if begun {
            self.record(step, StepEventType::Started, start, None, None);
        }
        begun
    }

    fn settle(&mut self, step: &'a StepDefinition, start: NaiveDate, last: NaiveDate) {
        let span = u32::try_from((last - start).num_days()).unwrap_or(0);
        let day = after(start, self.chance.between(0, span));
        if step.kind == StepKind::Wait && day > start {
            self.record(step, StepEventType::Waiting, start, None, None);
        } else if day > start && self.chance.percent(20) {
            self.record(step, StepEventType::Started, start, None, None);
        }
        let (ends, attempts): (Vec<&str>, Vec<&str>) = {
            let (ends, attempts): (Vec<_>, Vec<_>) =
                step.outcomes.iter().partition(|outcome| outcome.done);
            (
                ends.iter().map(|outcome| outcome.code.as_str()).collect(),
                attempts
                    .iter()
                    .map(|outcome| outcome.code.as_str())
                    .collect(),
            )
        };
        if day > start && !attempts.is_empty() && self.chance.percent(15) {
            let attempt = *self.chance.pick(&attempts);
            self.record(step, StepEventType::Done, start, Some(attempt), None);
        }
        let refusable = if step.mandatory { 0 } else { 5 };
        let event = self.chance.weighted(&[
            (StepEventType::Done, 100),
            (StepEventType::Declined, refusable),
            (StepEventType::NotPossible, refusable / 2),
        ]);
        let outcome = if event == StepEventType::Done && !ends.is_empty() {
            Some(*self.chance.pick(&ends))
        } else {
            None
        };
        let (event, outcome) = if step.id == SAFE_CONTACT && event == StepEventType::Done {
            let said = self
                .course
                .safe_contact
                .and_then(|answer| step.saying(answer));
            match said {
                Some(said) => (event, Some(said.code.as_str())),
                None => (StepEventType::NotPossible, None),
            }
        } else {
            (event, outcome)
        };
        self.record(step, event, day, outcome, None);
        if event == StepEventType::Done {
            self.papers(step, day);
        }
    }

    fn papers(&mut self, step: &StepDefinition, day: NaiveDate) {
        for document in &step.documents {
            if !document.required && self.chance.percent(30) {
                continue;
            }
            let status = self.chance.weighted(&[
                (DocumentStatus::Copied, 50),
                (DocumentStatus::Seen, 30),
                (DocumentStatus::Missing, 12),
                (DocumentStatus::NotNeeded, 8),
            ]);
            let record = StepDocument {
                case: Some(self.course.case),
                instance: Some(self.course.instance),
                step: Some(step.id.clone()),
                document: Some(document.code.clone()),
                status: Some(status),
                day: Some(day),
            };
            let id = self.chance.id(self.calendar.at(day, 430));
            self.followed.documents.push((id, record));
        }
    }

    fn record(
        &mut self,
        step: &StepDefinition,
        event: StepEventType,
        day: NaiveDate,
        outcome: Option<&str>,
        until: Option<NaiveDate>,
    ) {
        let mut at = self.calendar.at(day, self.chance.between(10, 400));
        if let Some(last) = self
            .last_at
            .filter(|last| last.date_naive() == at.date_naive())
        {
            at = at
                .max(last + chrono::TimeDelta::minutes(2))
                .min(self.calendar.now);
        }
        self.last_at = Some(at);
        let record = StepEvent {
            case: Some(self.course.case),
            instance: Some(self.course.instance),
            step: Some(step.id.clone()),
            event: Some(event),
            at: Some(at),
            day: Some(day),
            by: Some(self.course.by),
            outcome: outcome.map(str::to_owned),
            note: self
                .chance
                .percent(15)
                .then(|| text(self.chance, "step.note", self.course.sex)),
            until,
            corrects: None,
        };
        let id: StepEventId = self.chance.id(at);
        self.engine
            .extend(protocol::StepEvent::from_record(id, &record));
        self.followed.events.push((id, record));
    }
}
