//! From the records of a case to where its protocol stands.

use chrono::NaiveDate;
use jisr_domain::id::{ProtocolInstanceId, StaffId, StepEventId};
use jisr_domain::person::{Person, Reach};
use jisr_domain::protocol::{
    self, Alarm, InstanceState, ProtocolDefinition, StepDefinition, StepKind, StepState,
};
use jisr_domain::track::{ProtocolInstance, StepDocument, StepEvent};
use jisr_store::Reader;
use serde_json::Value;

use super::answer::lowers;
use super::record_step::refused;
use super::{OutcomeView, StepDocumentView, StepView, TrackView};
use crate::error::CommandError;
use crate::view::Due;

/// A protocol as a case follows it.
pub(crate) struct Followed {
    pub(crate) id: ProtocolInstanceId,
    pub(crate) instance: ProtocolInstance,
    pub(crate) definition: &'static ProtocolDefinition,
    pub(crate) state: InstanceState,
}

/// The protocol in course: the one started last. `None` without one, or while only a newer version of the
/// program knows its definition.
pub(crate) fn follow(
    instances: &[(ProtocolInstanceId, ProtocolInstance)],
    events: &[(StepEventId, StepEvent)],
    facts: &Value,
) -> Option<Followed> {
    let (id, instance) = instances
        .iter()
        .max_by_key(|(id, instance)| (instance.started_on, *id))?;
    let definition = protocol::find(instance.protocol.as_deref()?, instance.version?)?;
    let events: Vec<_> = events
        .iter()
        .filter(|(_, event)| event.instance == Some(*id))
        .filter_map(|(id, event)| protocol::StepEvent::from_record(*id, event))
        .collect();
    let state = protocol::fold(definition, instance.started_on?, facts, &events);
    Some(Followed {
        id: *id,
        instance: instance.clone(),
        definition,
        state,
    })
}

impl Followed {
    /// Its steps that ask for something now, with their definitions.
    pub(crate) fn active(&self) -> impl Iterator<Item = (&'static StepDefinition, &StepState)> {
        self.definition
            .steps
            .iter()
            .zip(&self.state.steps)
            .filter(|(_, state)| state.status.active())
    }

    /// The one thing to do next.
    pub(crate) fn next(&self) -> Option<(&'static StepDefinition, &StepState)> {
        let next = self.state.next.as_deref()?;
        self.active().find(|(step, _)| step.id == next)
    }

    /// As a screen shows it. `person`: what is known of them from all their records.
    pub(crate) fn view(
        &self,
        reader: &Reader<'_>,
        documents: Vec<jisr_store::Held<StepDocument>>,
        person: Option<&Person>,
        today: NaiveDate,
    ) -> Result<TrackView, CommandError> {
        let mut papers = Papers(documents);
        papers
            .0
            .retain(|held| held.record.instance == Some(self.id));
        let steps = self.definition.steps.iter().zip(&self.state.steps);
        Ok(TrackView {
            instance: self.id,
            protocol: self.definition.id.clone(),
            version: self.definition.version,
            title: self.definition.title.clone(),
            legal: self
                .definition
                .legal
                .iter()
                .map(|reference| reference.label.clone())
                .collect(),
            started_on: self.instance.started_on,
            steps: steps
                .map(|(step, state)| step_view(reader, step, state, &papers, person, today))
                .collect::<Result<_, _>>()?,
            done: self.state.done_count,
            total: self.state.total_count,
            next: self.state.next.clone(),
        })
    }
}

/// The papers of one instance. Two devices may have written about the same one: the later stands.
struct Papers(Vec<jisr_store::Held<StepDocument>>);

impl Papers {
    fn of(&self, step: &str, document: &str) -> Option<&jisr_store::Held<StepDocument>> {
        self.0
            .iter()
            .filter(|held| {
                held.record.step.as_deref() == Some(step)
                    && held.record.document.as_deref() == Some(document)
            })
            .max_by_key(|held| held.id)
    }
}

fn step_view(
    reader: &Reader<'_>,
    step: &StepDefinition,
    state: &StepState,
    papers: &Papers,
    person: Option<&Person>,
    today: NaiveDate,
) -> Result<StepView, CommandError> {
    let safe_contact = person.and_then(|person| person.safe_contact);
    let reach = person.map(Reach::of).unwrap_or_default();
    let settled_by = state
        .settled_by
        .as_deref()
        .and_then(|by| by.parse::<StaffId>().ok());
    let ended_with = state.outcome.as_deref().filter(|_| state.status.ended());
    // The answer on being reached is the card's, whatever it was on the day of the step.
    let outcome = match ended_with {
        Some(code) if step.safe_contact(code).is_some() => {
            safe_contact.and_then(|answer| step.saying(answer))
        }
        code => code.and_then(|code| step.outcome(code)),
    };
    Ok(StepView {
        step: step.id.clone(),
        title: step.title.clone(),
        help: step.help.clone(),
        waits_for_others: step.kind == StepKind::Wait,
        urgent: step.urgent_without_papers,
        refused: refused(step, reach),
        due: state
            .status
            .active()
            .then(|| state.window.clone())
            .flatten()
            .map(|window| Due::on(window, today)),
        outcomes: step
            .outcomes
            .iter()
            .map(|outcome| OutcomeView {
                code: outcome.code.clone(),
                title: outcome.title.clone(),
                done: outcome.done,
                alarm: outcome.alarm == Some(Alarm::Raises),
                safe_contact: step.safe_contact(&outcome.code),
                lowers_card: step
                    .safe_contact(&outcome.code)
                    .is_some_and(|answer| lowers(safe_contact, answer)),
            })
            .collect(),
        documents: step
            .documents
            .iter()
            .map(|document| {
                let held = papers.of(&step.id, &document.code);
                StepDocumentView {
                    document: document.code.clone(),
                    title: document.title.clone(),
                    required: document.required,
                    status: held.and_then(|held| held.record.status),
                    id: held.map(|held| held.id.to_string()),
                    seen: held.map(|held| held.seen.clone()),
                }
            })
            .collect(),
        outcome_label: outcome.map(|outcome| outcome.title.clone()),
        settled_by: settled_by
            .map(|by| crate::user::staff_card(reader, by))
            .transpose()?,
        state: state.clone(),
    })
}
