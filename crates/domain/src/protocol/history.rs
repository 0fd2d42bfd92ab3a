//! What the events of one step say about it, before asking whether its turn has come.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::definition::StepDefinition;
use super::event::{DECLINED, NOT_POSSIBLE, StepEvent, StepEventType};
use super::state::StepStatus;

/// How a step ended.
pub(super) struct Ending<'a> {
    pub(super) status: StepStatus,
    /// Outcome code; `None` when it was done with nothing more said.
    pub(super) outcome: Option<&'a str>,
    pub(super) event: &'a StepEvent,
}

/// The events of one step, read in order.
#[derive(Default)]
pub(super) struct History<'a> {
    pub(super) ending: Option<Ending<'a>>,
    pub(super) contradictions: Vec<String>,
    /// Day of the first event by which somebody took it up, before its turn or not.
    pub(super) touched_on: Option<NaiveDate>,
    pub(super) started_on: Option<NaiveDate>,
    /// Day it was taken up again: its window is counted anew from there.
    pub(super) reopened_on: Option<NaiveDate>,
    pub(super) waiting: bool,
    pub(super) until: Option<NaiveDate>,
    pub(super) attempts: u32,
    pub(super) last_attempt: Option<&'a str>,
}

/// The events that count: each once, without the corrected ones, by time and then id, so that the order in
/// which devices received them changes nothing. An event stays corrected even if its correction is corrected
/// in turn: the last one says what is true.
pub(super) fn standing(events: &[StepEvent]) -> Vec<&StepEvent> {
    let mut by_id: BTreeMap<&str, &StepEvent> = BTreeMap::new();
    for event in events {
        let kept = by_id.entry(&event.id).or_insert(event);
        *kept = event.max(*kept);
    }
    let corrected: BTreeSet<&str> = by_id
        .values()
        .filter_map(|event| event.corrects.as_deref().filter(|id| *id != event.id))
        .collect();
    let mut standing: Vec<&StepEvent> = by_id
        .into_values()
        .filter(|event| !corrected.contains(event.id.as_str()))
        .collect();
    standing.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    standing
}

impl<'a> History<'a> {
    /// Reads `events`, all of this step and in order.
    pub(super) fn read(step: &StepDefinition, events: &[&'a StepEvent]) -> Self {
        let mut history = Self::default();
        let mut endings: Vec<Ending<'a>> = Vec::new();
        for event in events.iter().copied() {
            // Reopening what was ended by mistake undoes the mistake: the step is as if untouched.
            let undoes = event.event == StepEventType::Reopened && event.corrects.is_some();
            if !undoes && event.event != StepEventType::Postponed {
                history.touched_on.get_or_insert(event.day);
            }
            if event.event == StepEventType::Reopened {
                endings.clear();
                history.waiting = false;
                history.until = None;
                history.last_attempt = None;
                if !undoes {
                    history.started_on = None;
                    history.reopened_on = Some(event.day);
                }
            }
            match event.event {
                StepEventType::Started => {
                    history.started_on.get_or_insert(event.day);
                    history.waiting = false;
                }
                StepEventType::Waiting => history.waiting = true,
                StepEventType::Done if is_attempt(step, event) => {
                    history.attempts = history.attempts.saturating_add(1);
                    history.last_attempt = event.outcome.as_deref();
                }
                StepEventType::Done | StepEventType::Declined | StepEventType::NotPossible => {
                    endings.push(Ending::of(event));
                }
                StepEventType::Postponed | StepEventType::Reopened => {}
            }
            if !event.event.ends() {
                history.until = event.until.or(history.until);
            }
        }
        let first = endings
            .first()
            .map(|ending| (ending.status, ending.outcome));
        if endings
            .iter()
            .any(|ending| Some((ending.status, ending.outcome)) != first)
        {
            history.contradictions = endings
                .iter()
                .map(|ending| ending.event.id.clone())
                .collect();
        }
        history.ending = endings.pop();
        history
    }

    /// What conditions and triggers read: how the step ended, empty while it has not.
    pub(super) fn code(&self) -> &'a str {
        self.ending
            .as_ref()
            .map_or("", |ending| ending.outcome.unwrap_or("done"))
    }
}

impl<'a> Ending<'a> {
    fn of(event: &'a StepEvent) -> Self {
        let (status, outcome) = match (event.event, event.outcome.as_deref()) {
            (StepEventType::Declined, _) | (_, Some(DECLINED)) => {
                (StepStatus::Declined, Some(DECLINED))
            }
            (StepEventType::NotPossible, _) | (_, Some(NOT_POSSIBLE)) => {
                (StepStatus::NotPossible, Some(NOT_POSSIBLE))
            }
            (_, outcome) => (StepStatus::Done, outcome),
        };
        Self {
            status,
            outcome,
            event,
        }
    }
}

/// An outcome the definition does not know (written by a newer version) ends the step: it was said to be done.
fn is_attempt(step: &StepDefinition, event: &StepEvent) -> bool {
    event
        .outcome
        .as_deref()
        .and_then(|code| step.outcome(code))
        .is_some_and(|outcome| !outcome.done)
}
