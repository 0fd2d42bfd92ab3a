//! From a definition and a set of events to where the case stands.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};

use super::condition::compiled;
use super::definition::{ProtocolDefinition, StepDefinition, StepKind, Trigger, Window};
use super::event::StepEvent;
use super::history::{History, standing};
use super::state::{InstanceState, StepState, StepStatus};
use crate::due::DueWindow;

/// Where a case that began this protocol on the civil day `started_on` stands.
///
/// `facts` is what conditions read: `{"case": {…}, "person": {…}}`. What is missing from it is unknown, and an
/// unknown never hides a step. `events` is a set: their order, repetitions, and events of steps or outcomes
/// this version does not know change nothing else. Events contradict when they end a step differently, neither
/// correcting the other; the latest stands and the contradiction is reported.
#[must_use]
pub fn fold(
    definition: &ProtocolDefinition,
    started_on: NaiveDate,
    facts: &serde_json::Value,
    events: &[StepEvent],
) -> InstanceState {
    let mut by_step: HashMap<&str, Vec<&StepEvent>> = HashMap::new();
    let mut unknown_events = Vec::new();
    for event in standing(events) {
        if definition.step(&event.step).is_some() {
            by_step.entry(&event.step).or_default().push(event);
        } else {
            unknown_events.push(event.id.clone());
        }
    }
    let histories: BTreeMap<&str, History<'_>> = definition
        .steps
        .iter()
        .map(|step| {
            let events = by_step.get(step.id.as_str()).map_or(&[][..], Vec::as_slice);
            (step.id.as_str(), History::read(step, events))
        })
        .collect();
    let turns = Turns::resolve(definition, started_on, facts, &histories);
    let steps: Vec<StepState> = definition
        .steps
        .iter()
        .filter_map(|step| {
            Some(state_of(
                step,
                turns.of(&step.id),
                histories.get(step.id.as_str())?,
            ))
        })
        .collect();
    let count = |wanted: fn(StepStatus) -> bool| {
        u32::try_from(steps.iter().filter(|step| wanted(step.status)).count()).unwrap_or(u32::MAX)
    };
    InstanceState {
        done_count: count(StepStatus::ended),
        total_count: count(|status| status != StepStatus::Skipped),
        next: next(definition, &steps),
        contradictions: steps
            .iter()
            .filter(|step| !step.contradictions.is_empty())
            .map(|step| step.step.clone())
            .collect(),
        unknown_events,
        steps,
    }
}

/// Whether and when a step's turn came.
#[derive(Clone, Copy)]
struct Turn {
    /// Day its trigger happened.
    opened: Option<NaiveDate>,
    applies: bool,
    /// Day from which the steps after it may open: it ended, or was passed over.
    over: Option<NaiveDate>,
}

struct Turns<'a>(HashMap<&'a str, Turn>);

impl<'a> Turns<'a> {
    /// Parents first. Steps in a circle, which a checked definition has none of, never get a turn.
    fn resolve(
        definition: &'a ProtocolDefinition,
        started_on: NaiveDate,
        facts: &serde_json::Value,
        histories: &BTreeMap<&str, History<'_>>,
    ) -> Self {
        let outcomes = histories
            .iter()
            .map(|(step, history)| (*step, history.code()))
            .collect();
        let mut turns = Self(HashMap::new());
        let mut left: Vec<&StepDefinition> = definition.steps.iter().collect();
        loop {
            let before = left.len();
            left.retain(|step| {
                let waits_for_parent = step.trigger.parent().is_some_and(|parent| {
                    definition.step(parent).is_some() && !turns.0.contains_key(parent)
                });
                let Some(history) = histories
                    .get(step.id.as_str())
                    .filter(|_| !waits_for_parent)
                else {
                    return true;
                };
                let turn = turns.turn(step, history, started_on, facts, histories, &outcomes);
                turns.0.insert(&step.id, turn);
                false
            });
            if left.len() == before {
                return turns;
            }
        }
    }

    fn of(&self, step: &str) -> Turn {
        self.0.get(step).copied().unwrap_or(Turn {
            opened: None,
            applies: true,
            over: None,
        })
    }

    fn turn(
        &self,
        step: &StepDefinition,
        history: &History<'_>,
        started_on: NaiveDate,
        facts: &serde_json::Value,
        histories: &BTreeMap<&str, History<'_>>,
        outcomes: &BTreeMap<&str, &str>,
    ) -> Turn {
        let mut applies = true;
        let opened = match &step.trigger {
            Trigger::CaseOpened => Some(started_on),
            Trigger::After { step } => self.of(step).over,
            Trigger::Outcome { step, outcome } => {
                let parent = self.of(step);
                let ended = histories
                    .get(step.as_str())
                    .is_some_and(|parent| parent.ending.is_some());
                let ended_so = histories
                    .get(step.as_str())
                    .is_some_and(|parent| parent.code() == outcome);
                applies = ended_so || (!ended && parent.applies);
                parent.over
            }
            Trigger::Date { answer } => date_in(facts, answer),
        };
        if let Some(condition) = step.condition.as_deref().and_then(compiled)
            // How others ended can still change until this step's turn comes.
            && (opened.is_some() || !condition.reads_outcomes)
            && condition.holds(facts, outcomes) == Some(false)
        {
            applies = false;
        }
        // Somebody took it up all the same: what was done counts.
        applies = applies || history.touched_on.is_some();
        let over = match &history.ending {
            // What was settled before the case opened opens the next steps with the case, not late.
            Some(ending) => Some(ending.event.day.max(started_on)),
            None if applies => None,
            None => opened,
        };
        Turn {
            opened,
            applies,
            over,
        }
    }
}

fn state_of(step: &StepDefinition, turn: Turn, history: &History<'_>) -> StepState {
    let ending = history.ending.as_ref();
    let opened_on = history
        .reopened_on
        .or(match (turn.opened, history.touched_on) {
            (Some(opened), Some(touched)) => Some(opened.min(touched)),
            (opened, touched) => opened.or(touched),
        });
    let status = match (ending, opened_on) {
        (Some(ending), _) => ending.status,
        (None, _) if !turn.applies => StepStatus::Skipped,
        (None, None) => StepStatus::Later,
        (None, Some(_)) if history.waiting || step.kind == StepKind::Wait => StepStatus::Waiting,
        (None, Some(_)) => StepStatus::Open,
    };
    let opened_on = opened_on.filter(|_| status != StepStatus::Skipped);
    let window = opened_on.and_then(|from| match history.until {
        Some(day) => Some(DueWindow::on(day)),
        None => step.window.map(|window| counted(window, from)),
    });
    StepState {
        step: step.id.clone(),
        status,
        opened_on,
        started_on: history.started_on,
        window,
        outcome: ending
            .map_or(history.last_attempt, |ending| ending.outcome)
            .map(str::to_owned),
        attempts: history.attempts,
        settled_on: ending.map(|ending| ending.event.day),
        settled_by: ending.map(|ending| ending.event.by.clone()),
        contradictions: history.contradictions.clone(),
    }
}

fn counted(window: Window, from: NaiveDate) -> DueWindow {
    let after = |days: u16| {
        from.checked_add_days(Days::new(u64::from(days)))
            .unwrap_or(from)
    };
    DueWindow {
        start: after(window.start_days),
        due: after(window.due_days),
        end: Some(after(window.end_days)),
        suggested: true,
    }
}

/// What the center can do comes before what it awaits, urgency before date, date before the order of reading.
fn next(definition: &ProtocolDefinition, steps: &[StepState]) -> Option<String> {
    definition
        .steps
        .iter()
        .zip(steps)
        .filter(|(_, state)| state.status.active())
        .min_by_key(|(step, state)| {
            let due = state
                .window
                .as_ref()
                .map_or(NaiveDate::MAX, |window| window.due);
            (
                state.status == StepStatus::Waiting,
                !step.urgent_without_papers,
                due,
            )
        })
        .map(|(step, _)| step.id.clone())
}

fn date_in(facts: &serde_json::Value, path: &str) -> Option<NaiveDate> {
    let answer = path
        .split('.')
        .try_fold(facts, |value, field| value.get(field))?;
    answer.as_str()?.parse().ok()
}
