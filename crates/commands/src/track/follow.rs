//! From the records of a case to where its protocol stands.

use chrono::NaiveDate;
use jisr_domain::case::Case;
use jisr_domain::household::HouseholdMember;
use jisr_domain::id::{PersonId, ProtocolInstanceId, StaffId, StepEventId};
use jisr_domain::person::{Contact, DocumentType, Kinship, Person, SafeContact, age_on};
use jisr_domain::protocol::{
    self, Alarm, InstanceState, ProtocolDefinition, StepDefinition, StepKind, StepState,
};
use jisr_domain::track::{ProtocolInstance, StepDocument, StepEvent};
use jisr_store::Reader;
use serde_json::{Value, json};

use super::answer::lowers;
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

/// Who is around a person, as far as conditions ask.
#[derive(Default)]
pub(crate) struct Kin<'a> {
    pub(crate) contacts: Vec<&'a Contact>,
    /// Everyone of the person's household, the person included.
    pub(crate) household: Vec<&'a HouseholdMember>,
}

/// What the conditions of protocols read (`docs/protocols.md`). What nobody answered is left out: an unknown
/// never hides a step.
pub(crate) fn facts(
    case: &Case,
    records: &[PersonId],
    person: &Person,
    kin: &Kin<'_>,
    today: NaiveDate,
) -> Value {
    let mut about = serde_json::Map::new();
    let estimated = person.estimated_age.zip(person.estimated_on);
    if let Some(age) = age_on(person.birth_date.as_deref(), estimated, today) {
        about.insert("age".to_owned(), json!(age));
    }
    let papers = match person.document_type {
        _ if person.cnie.is_some() => Some(true),
        Some(document) => Some(document != DocumentType::None),
        None => None,
    };
    if let Some(papers) = papers {
        about.insert("has_identity_papers".to_owned(), json!(papers));
    }
    if has_children(records, kin, today) {
        about.insert("has_children".to_owned(), json!(true));
    }
    json!({ "case": { "case_type": case.case_type, "opened_on": case.opened_on }, "person": about })
}

/// Kinship in a household is to its head: its children are the person's when the person is the head or the
/// spouse, or when nobody said what the person is there.
fn has_children(records: &[PersonId], kin: &Kin<'_>, today: NaiveDate) -> bool {
    let here = |until: Option<NaiveDate>| until.is_none_or(|until| until > today);
    let child = Some(Kinship::Child);
    if kin
        .contacts
        .iter()
        .any(|contact| contact.kinship == child && here(contact.until))
    {
        return true;
    }
    let is_own = |member: &&&HouseholdMember| {
        member
            .person
            .is_some_and(|person| records.contains(&person))
    };
    let own = kin
        .household
        .iter()
        .find(is_own)
        .and_then(|member| member.kinship);
    matches!(own, None | Some(Kinship::Head | Kinship::Spouse))
        && kin
            .household
            .iter()
            .any(|member| !is_own(&member) && member.kinship == child && here(member.until))
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

    /// As a screen shows it. `safe_contact`: what the card of the person says.
    pub(crate) fn view(
        &self,
        reader: &Reader<'_>,
        documents: Vec<jisr_store::Held<StepDocument>>,
        safe_contact: Option<SafeContact>,
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
                .map(|(step, state)| step_view(reader, step, state, &papers, safe_contact, today))
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
    safe_contact: Option<SafeContact>,
    today: NaiveDate,
) -> Result<StepView, CommandError> {
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
        safe_contact_required: step.safe_contact_required,
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

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default()
    }
    fn member(person: u128, kinship: Option<Kinship>) -> HouseholdMember {
        HouseholdMember {
            person: Some(PersonId(Uuid::from_u128(person))),
            kinship,
            ..HouseholdMember::default()
        }
    }
    fn children_of(person: u128, household: &[HouseholdMember]) -> Value {
        let kin = Kin {
            household: household.iter().collect(),
            ..Kin::default()
        };
        facts(
            &Case::default(),
            &[PersonId(Uuid::from_u128(person))],
            &Person::default(),
            &kin,
            today(),
        )
    }

    #[test]
    fn the_children_of_a_household_are_those_of_its_head_not_of_their_brother() {
        let home = [
            member(1, Some(Kinship::Head)),
            member(2, Some(Kinship::Child)),
            member(3, Some(Kinship::Child)),
        ];
        assert_eq!(children_of(1, &home)["person"]["has_children"], json!(true));
        assert!(
            children_of(2, &home)["person"]
                .get("has_children")
                .is_none()
        );
    }

    #[test]
    fn what_nobody_answered_is_unknown_and_no_papers_is_an_answer() {
        let nobody = facts(
            &Case::default(),
            &[PersonId(Uuid::nil())],
            &Person::default(),
            &Kin::default(),
            today(),
        );
        assert_eq!(nobody["person"], json!({}));
        let person = Person {
            document_type: Some(DocumentType::None),
            birth_date: Some("1991".into()),
            ..Person::default()
        };
        let known = facts(
            &Case::default(),
            &[PersonId(Uuid::nil())],
            &person,
            &Kin::default(),
            today(),
        );
        assert_eq!(
            known["person"],
            json!({ "age": 35, "has_identity_papers": false })
        );
    }
}
