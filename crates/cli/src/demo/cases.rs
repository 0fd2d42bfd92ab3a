//! Cases: what opens them, what happens in them, how they end.

use chrono::{NaiveDate, TimeDelta};
use jisr_domain::case::{Case, CaseEvent, CaseEventType, CaseType, ClosureReason, Confidentiality};
use jisr_domain::id::{
    CaseEventId, CaseId, ContactId, HouseholdId, ProtocolInstanceId, ReceptionId, StaffId,
};
use jisr_domain::note::NoteKind;
use jisr_domain::person::{Contact, Kinship, SafeContact, Sex};
use jisr_domain::protocol::{
    self, CaseFacts, Facts, PersonFacts, ProtocolDefinition, has_identity_papers,
};
use jisr_domain::track::ProtocolInstance;
use serde_json::Value;

use super::Team;
use super::activity;
use super::budget::Budget;
use super::calendar::{Calendar, after};
use super::chance::Chance;
use super::consents;
use super::entitlements;
use super::entry::{Line, Who};
use super::flags;
use super::kinds::is_grave;
use super::lists::text;
use super::people::{Someone, full_name};
use super::referrals::{self, Directory};
use super::situations;
use super::steps::{Course, follow};

/// A case under way, with all that its parts ask about it.
pub(super) struct Scene<'a> {
    pub(super) chance: &'a mut Chance,
    pub(super) calendar: &'a Calendar,
    pub(super) team: &'a Team,
    pub(super) someone: &'a Someone,
    pub(super) household: Option<HouseholdId>,
    pub(super) place: &'a str,
    pub(super) case: CaseId,
    pub(super) case_type: CaseType,
    pub(super) opened_on: NaiveDate,
    /// The responsible one, who signs.
    pub(super) by: Who,
    pub(super) staff: StaffId,
}

impl Scene<'_> {
    /// A day between the opening and `last_day`; none when the case opened after it.
    pub(super) fn day_until(&mut self, last_day: NaiveDate) -> Option<NaiveDate> {
        let span = u32::try_from((last_day - self.opened_on).num_days()).ok()?;
        Some(after(self.opened_on, self.chance.between(0, span)))
    }
}

/// A case with everything in it, and what colleagues add afterwards.
pub(super) struct CaseFile {
    pub(super) opened_on: NaiveDate,
    pub(super) lines: Vec<Line>,
    pub(super) colleagues: Vec<Line>,
}

/// What became of a case.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Open,
    Closed,
    Reopened,
}

/// Writes the whole story of a case.
pub(super) fn story(
    scene: &mut Scene<'_>,
    fate: Fate,
    reception: Option<ReceptionId>,
    budget: &mut Budget,
    directory: &mut Directory,
) -> CaseFile {
    let age_days = scene.calendar.since(scene.opened_on);
    let closed_on = (fate == Fate::Closed).then(|| {
        after(
            scene.opened_on,
            scene
                .chance
                .between(age_days / 3, age_days.saturating_sub(1)),
        )
    });
    let last_day = closed_on.unwrap_or(scene.calendar.today);
    let confidentiality = confidentiality(scene);
    let colleague = colleague(scene, confidentiality);

    let mut lines = vec![opening(scene, confidentiality, reception)];
    lines.extend(history(scene, fate, closed_on, colleague));
    lines.extend(perpetrator(scene));
    let (consent, consent_lines) = consents::given(scene, closed_on);
    lines.extend(consent_lines);
    lines.extend(entitlements::held(scene));
    lines.extend(situations::noted(scene));
    lines.extend(flags::raised(scene));
    lines.extend(protocol_followed(scene, closed_on, budget));
    if fate == Fate::Closed {
        lines.extend(
            activity::performed_visit(scene, last_day).filter(|_| age_days.is_multiple_of(2)),
        );
        lines.extend(activity::service(scene, last_day));
    } else {
        lines.extend(activity::planned_visit(scene, budget));
        lines.extend(activity::planned_appointment(scene, budget));
        for (percent, part) in [(40, 0), (35, 1), (55, 2), (25, 2)] {
            if scene.chance.percent(percent) {
                lines.extend(match part {
                    0 => activity::performed_visit(scene, last_day),
                    1 => activity::past_appointment(scene, last_day),
                    _ => activity::service(scene, last_day),
                });
            }
        }
    }
    for _ in 0..scene.chance.between(1, 3) {
        let kind = scene.chance.weighted(&[
            (NoteKind::Remark, 45),
            (NoteKind::Listening, 25),
            (NoteKind::Call, 15),
            (NoteKind::Inquiry, 15),
        ]);
        lines.extend(activity::note(scene, kind, last_day));
    }
    lines.extend(referrals::referred(scene, consent, closed_on, directory));
    CaseFile {
        opened_on: scene.opened_on,
        lines,
        colleagues: heard(scene, colleague, last_day),
    }
}

/// As its type starts with, or as its protocol asks; victims of trafficking are known to the few named.
fn confidentiality(scene: &mut Scene<'_>) -> Confidentiality {
    match scene.case_type {
        CaseType::TraffickingVictim if scene.chance.percent(50) => Confidentiality::Sealed,
        CaseType::SingleMother if scene.chance.percent(30) => Confidentiality::Restricted,
        other => other.default_confidentiality(),
    }
}

/// A specialist works in some cases; never in a sealed one unless they lead it.
fn colleague(scene: &mut Scene<'_>, confidentiality: Confidentiality) -> Option<Who> {
    let wished = is_grave(scene.case_type) || scene.case_type == CaseType::ChildInDifficulty;
    let joins = wished
        && scene.by != Who::Nadia
        && confidentiality != Confidentiality::Sealed
        && scene.chance.percent(40);
    joins.then_some(Who::Nadia)
}

fn opening(
    scene: &mut Scene<'_>,
    confidentiality: Confidentiality,
    reception: Option<ReceptionId>,
) -> Line {
    let named = if confidentiality == Confidentiality::Sealed {
        vec![scene.staff, scene.team.id(Who::Director)]
    } else {
        Vec::new()
    };
    let situation = text(
        scene.chance,
        &format!("situation.{}", scene.case_type.code()),
        scene.someone.sex,
    );
    let record = Case {
        person: Some(scene.someone.id),
        number: None,
        case_type: Some(scene.case_type),
        confidentiality: Some(confidentiality),
        named,
        situation: Some(situation),
        reception,
        opened_on: Some(scene.opened_on),
        opened_by: Some(scene.staff),
    };
    Line::new(scene.by, (scene.case, record))
}

fn history(
    scene: &mut Scene<'_>,
    fate: Fate,
    closed_on: Option<NaiveDate>,
    colleague: Option<Who>,
) -> Vec<Line> {
    let mut events = vec![
        (CaseEventType::Opened, scene.opened_on, 20, None),
        (
            CaseEventType::LeadSet,
            scene.opened_on,
            21,
            Some(scene.staff),
        ),
    ];
    if let Some(colleague) = colleague {
        events.push((
            CaseEventType::Assigned,
            scene.opened_on,
            24,
            Some(scene.team.id(colleague)),
        ));
    }
    let age_days = scene.calendar.since(scene.opened_on);
    if fate == Fate::Reopened {
        events.push((
            CaseEventType::Closed,
            after(scene.opened_on, age_days / 2),
            300,
            None,
        ));
        events.push((
            CaseEventType::Reopened,
            after(scene.opened_on, age_days * 3 / 4),
            60,
            None,
        ));
    }
    events.extend(closed_on.map(|day| (CaseEventType::Closed, day, 418, None)));
    events
        .into_iter()
        .map(|(event, day, minutes, staff)| {
            // The moments of one minute keep their order.
            let at = scene.calendar.at(day, minutes);
            let at = if event == CaseEventType::LeadSet {
                at + TimeDelta::milliseconds(1)
            } else {
                at
            };
            let closing = event == CaseEventType::Closed;
            let reason = closing.then(|| {
                scene.chance.weighted(&[
                    (ClosureReason::Achieved, 50),
                    (ClosureReason::LostContact, 15),
                    (ClosureReason::Moved, 12),
                    (ClosureReason::Declined, 10),
                    (ClosureReason::Transferred, 10),
                    (ClosureReason::Other, 3),
                ])
            });
            let key = match reason {
                Some(reason) => format!("closure.{}", reason.code()),
                None if event == CaseEventType::Reopened => "reopening.note".to_owned(),
                None => String::new(),
            };
            let note =
                Some(text(scene.chance, &key, scene.someone.sex)).filter(|note| !note.is_empty());
            let record = CaseEvent {
                case: Some(scene.case),
                event: Some(event),
                at: Some(at),
                day: Some(day),
                by: Some(scene.staff),
                staff,
                reason,
                note,
            };
            let id: CaseEventId = scene.chance.id(at);
            Line::new(scene.by, (id, record))
        })
        .collect()
}

/// In half the cases of violence somebody is named who must never be reached.
fn perpetrator(scene: &mut Scene<'_>) -> Option<Line> {
    if scene.case_type != CaseType::WomanVictimOfViolence || !scene.chance.percent(50) {
        return None;
    }
    let record = Contact {
        person: Some(scene.someone.id),
        case: Some(scene.case),
        name: Some(full_name(scene.chance, Sex::Male, scene.someone.age + 5)),
        kinship: Some(Kinship::Spouse),
        safe_contact: Some(SafeContact::No),
        alleged_perpetrator: Some(true),
        ..Contact::default()
    };
    let id: ContactId = scene.chance.id(scene.calendar.at(scene.opened_on, 26));
    Some(Line::new(scene.by, (id, record)))
}

fn protocol_followed(
    scene: &mut Scene<'_>,
    closed_on: Option<NaiveDate>,
    budget: &mut Budget,
) -> Vec<Line> {
    let Some(definition) = protocol::for_case_type(scene.case_type)
        .first()
        .copied()
        .filter(|_| scene.chance.percent(85))
    else {
        return Vec::new();
    };
    // A protocol as confidential as its case, or less.
    if definition.confidentiality == Confidentiality::Sealed {
        return Vec::new();
    }
    let at = scene.calendar.at(scene.opened_on, 28);
    let instance: ProtocolInstanceId = scene.chance.id(at);
    let record = started(scene, definition);
    let facts = facts(scene);
    let mut lines = vec![Line::new(scene.by, (instance, record))];
    let course = Course {
        case: scene.case,
        instance,
        definition,
        started_on: scene.opened_on,
        facts: &facts,
        closed_on,
        by: scene.staff,
        sex: scene.someone.sex,
        safe_contact: scene.someone.record.safe_contact,
    };
    let followed = follow(scene.chance, scene.calendar, &course, budget);
    lines.extend(
        followed
            .events
            .into_iter()
            .map(|event| Line::new(scene.by, event)),
    );
    lines.extend(
        followed
            .documents
            .into_iter()
            .map(|document| Line::new(scene.by, document)),
    );
    lines
}

fn started(scene: &Scene<'_>, definition: &ProtocolDefinition) -> ProtocolInstance {
    ProtocolInstance {
        case: Some(scene.case),
        protocol: Some(definition.id.clone()),
        version: Some(definition.version),
        started_on: Some(scene.opened_on),
        started_by: Some(scene.staff),
    }
}

/// What the conditions of protocols ask (`docs/protocols.md`).
fn facts(scene: &Scene<'_>) -> Value {
    let facts = Facts {
        case: CaseFacts {
            case_type: Some(scene.case_type),
            opened_on: Some(scene.opened_on),
        },
        person: PersonFacts {
            age: Some(scene.someone.age),
            has_identity_papers: has_identity_papers(&scene.someone.record),
            has_children: scene.someone.has_children.then_some(true),
        },
    };
    facts.to_value()
}

/// Sessions the specialist held in a case given to them.
fn heard(scene: &mut Scene<'_>, colleague: Option<Who>, last_day: NaiveDate) -> Vec<Line> {
    let Some(colleague) = colleague else {
        return Vec::new();
    };
    let (by, staff) = (scene.by, scene.staff);
    (scene.by, scene.staff) = (colleague, scene.team.id(colleague));
    let lines = activity::note(scene, NoteKind::Listening, last_day)
        .into_iter()
        .chain(activity::service(scene, last_day))
        .collect();
    (scene.by, scene.staff) = (by, staff);
    lines
}
