//! What happened in a case, gathered from its records, newest first.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use jisr_domain::appointment::{Appointment, AppointmentStatus};
use jisr_domain::case::CaseEvent;
use jisr_domain::civil::civil_day;
use jisr_domain::consent::Consent;
use jisr_domain::id::{CaseId, ReferralId, StaffId};
use jisr_domain::note::Note;
use jisr_domain::partner::Partner;
use jisr_domain::protocol::{self, Label, StepDefinition, StepEventType};
use jisr_domain::record::{Kind, Record};
use jisr_domain::referral::{Referral, ReferralEvent};
use jisr_domain::service::{Service, ServiceType};
use jisr_domain::track::{ProtocolInstance, StepEvent};
use jisr_domain::visit::Visit;
use jisr_store::Reader;
use serde::Serialize;
use uuid::Uuid;

use super::TimelineEntry;
use super::row::Names;
use crate::error::CommandError;
use crate::view::Spelt;

/// Everything that happened in a case, newest first.
pub(super) struct CaseTimeline(Vec<Happened>);

/// Something that happened, before names are put on it.
struct Happened {
    id: Uuid,
    kind: Kind,
    code: String,
    label: Option<Label>,
    outcome: Option<Label>,
    text: Option<String>,
    detail: Detail,
    day: Option<NaiveDate>,
    at: Option<DateTime<Utc>>,
    by: Option<StaffId>,
    corrects: Option<Uuid>,
}

enum Detail {
    Nothing,
    EventDetails(String),
    Staff(StaffId),
    Referral(ReferralId),
}

impl Happened {
    fn new(id: impl Into<Uuid>, kind: Kind, code: String) -> Self {
        Self {
            id: id.into(),
            kind,
            code,
            label: None,
            outcome: None,
            text: None,
            detail: Detail::Nothing,
            day: None,
            at: None,
            by: None,
            corrects: None,
        }
    }

    /// By the civil day it happened, then by the moment it was written down; a case opens before whatever was
    /// written with its opening.
    fn order(&self) -> (Option<NaiveDate>, Option<DateTime<Utc>>, bool, Uuid) {
        let written = self
            .at
            .map(|at| civil_day(u64::try_from(at.timestamp_millis()).unwrap_or(0)));
        let opening = self.kind == Kind::CaseEvent && self.code == "opened";
        (self.day.or(written), self.at, !opening, self.id)
    }
}

impl CaseTimeline {
    /// Gathers it: each kind of record is asked for once.
    pub(super) fn of(reader: &Reader<'_>, case: CaseId) -> Result<Self, CommandError> {
        let mut all = Vec::new();
        all.extend(
            reader
                .by::<CaseEvent>("case", case)?
                .into_iter()
                .map(|(id, event)| case_event(id.0, event)),
        );
        all.extend(
            reader
                .by::<Note>("case", case)?
                .into_iter()
                .map(|(id, note)| written_note(id.0, note)),
        );
        all.extend(
            reader
                .by::<Service>("case", case)?
                .into_iter()
                .map(|(id, service)| given_service(id.0, service)),
        );
        all.extend(
            reader
                .by::<Visit>("case", case)?
                .into_iter()
                .filter_map(|(id, visit)| performed_visit(id.0, visit)),
        );
        all.extend(
            reader
                .by::<ReferralEvent>("case", case)?
                .into_iter()
                .map(|(id, event)| referral_event(id.0, event)),
        );
        all.extend(
            reader
                .by::<Consent>("case", case)?
                .into_iter()
                .flat_map(|(id, consent)| given_consent(id.0, consent)),
        );
        all.extend(
            reader
                .by::<Appointment>("case", case)?
                .into_iter()
                .filter_map(|(id, appointment)| kept(id.0, appointment)),
        );
        let instances: HashMap<_, _> = reader
            .by::<ProtocolInstance>("case", case)?
            .into_iter()
            .collect();
        all.extend(
            reader
                .by::<StepEvent>("case", case)?
                .into_iter()
                .map(|(id, event)| {
                    let step = event
                        .instance
                        .and_then(|id| instances.get(&id))
                        .and_then(|instance| step_of(instance, &event));
                    step_event(id.0, event, step)
                }),
        );
        all.sort_by_cached_key(|happened| Reverse(happened.order()));
        Ok(Self(all))
    }

    /// When something was last done for the person: not when it was written about, given to somebody or agreed to.
    pub(super) fn acted_at(&self) -> Option<DateTime<Utc>> {
        const ACTS: [Kind; 4] = [
            Kind::Service,
            Kind::Visit,
            Kind::ReferralEvent,
            Kind::StepEvent,
        ];
        self.0
            .iter()
            .filter(|happened| ACTS.contains(&happened.kind) && happened.code != "postponed")
            .filter_map(|happened| happened.at)
            .max()
    }

    pub(super) fn total(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// One page of it, with names.
    pub(super) fn page(
        self,
        reader: &Reader<'_>,
        case: CaseId,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<TimelineEntry>, CommandError> {
        let corrected: HashSet<Uuid> = self
            .0
            .iter()
            .filter_map(|happened| happened.corrects)
            .collect();
        let pending = pending(reader, case)?;
        let mut names = Names::default();
        let at = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        let page = self.0.into_iter().skip(at(offset)).take(at(limit));
        page.map(|happened| {
            let (detail, with) = detail(reader, &mut names, happened.detail)?;
            Ok(TimelineEntry {
                id: happened.id.to_string(),
                kind: happened.kind.code().to_owned(),
                code: happened.code,
                label: happened.label,
                outcome: happened.outcome,
                text: happened.text,
                detail,
                with,
                day: happened.day,
                at_ms: happened.at.map(|at| at.timestamp_millis().to_string()),
                staff: names.maybe(reader, happened.by)?,
                corrected: corrected.contains(&happened.id),
                pending: pending.contains(&happened.id),
            })
        })
        .collect()
    }
}

/// Records of the case that wait to be sent.
fn pending(reader: &Reader<'_>, case: CaseId) -> Result<HashSet<Uuid>, CommandError> {
    const KINDS: [Kind; 8] = [
        Kind::CaseEvent,
        Kind::Note,
        Kind::Service,
        Kind::Visit,
        Kind::ReferralEvent,
        Kind::Consent,
        Kind::Appointment,
        Kind::StepEvent,
    ];
    Ok(reader.unsent_in_case(&KINDS, case)?)
}

fn detail(
    reader: &Reader<'_>,
    names: &mut Names,
    detail: Detail,
) -> Result<(Option<String>, Option<Spelt>), CommandError> {
    Ok(match detail {
        Detail::Nothing => (None, None),
        Detail::EventDetails(text) => (Some(text), None),
        Detail::Staff(staff) => (None, Some(Spelt::staff(names.of(reader, staff)?))),
        Detail::Referral(referral) => {
            let partner = reader
                .find::<Referral>(referral)?
                .and_then(|referral| referral.partner);
            let partner = partner
                .map(|id| reader.find::<Partner>(id))
                .transpose()?
                .flatten();
            (None, partner.as_ref().map(Spelt::partner))
        }
    })
}

/// A code as the wire writes it; empty when it has not arrived.
fn code(value: Option<impl Serialize>) -> String {
    value
        .and_then(|value| serde_json::to_value(value).ok())
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn case_event(id: Uuid, event: CaseEvent) -> Happened {
    let detail = match (event.staff, event.reason) {
        (Some(staff), _) => Detail::Staff(staff),
        (None, Some(reason)) => Detail::EventDetails(reason.code().to_owned()),
        (None, None) => Detail::Nothing,
    };
    Happened {
        text: event.note,
        detail,
        day: event.day,
        at: event.at,
        by: event.by,
        ..Happened::new(id, Kind::CaseEvent, code(event.event))
    }
}

fn written_note(id: Uuid, note: Note) -> Happened {
    let corrects = note.corrects.map(|id| id.0);
    Happened {
        text: note.body,
        day: note.day,
        at: note.at,
        by: note.by,
        corrects,
        ..Happened::new(id, Kind::Note, code(note.kind))
    }
}

/// Money is told in centimes, a session in minutes, a thing by its name and how many.
fn given_service(id: Uuid, service: Service) -> Happened {
    let counted = match (service.service_type, service.amount, service.minutes) {
        (Some(ServiceType::Cash), Some(amount), _) => Some(amount.to_string()),
        (_, _, Some(minutes)) if service.item.is_none() => Some(minutes.to_string()),
        _ => match (service.item, service.quantity) {
            (Some(item), Some(quantity)) if quantity > 1 => Some(format!("{item} × {quantity}")),
            (Some(item), _) => Some(item),
            (None, quantity) => quantity.map(|quantity| quantity.to_string()),
        },
    };
    Happened {
        text: service.remark,
        detail: counted.map_or(Detail::Nothing, Detail::EventDetails),
        day: service.day,
        at: service.at,
        by: service.by,
        corrects: service.corrects.map(|id| id.0),
        ..Happened::new(id, Kind::Service, code(service.service_type))
    }
}

/// A visit happened once it was performed.
fn performed_visit(id: Uuid, visit: Visit) -> Option<Happened> {
    let day = visit.performed_on?;
    Some(Happened {
        text: visit.observations,
        detail: visit.place.map_or(Detail::Nothing, Detail::EventDetails),
        day: Some(day),
        at: visit.performed_at,
        by: visit.performed_by.or(visit.staff),
        ..Happened::new(id, Kind::Visit, code(visit.outcome))
    })
}

fn referral_event(id: Uuid, event: ReferralEvent) -> Happened {
    let detail = event.referral.map_or(Detail::Nothing, Detail::Referral);
    Happened {
        text: event.note,
        detail,
        day: event.day,
        at: event.at,
        by: event.by,
        ..Happened::new(id, Kind::ReferralEvent, code(event.event))
    }
}

/// A consent is given, and may be withdrawn: two things that happened to one record.
fn given_consent(id: Uuid, consent: Consent) -> Vec<Happened> {
    let given = Happened {
        text: consent.withheld,
        at: consent.given_at,
        by: consent.recorded_by,
        ..Happened::new(id, Kind::Consent, "given".to_owned())
    };
    let withdrawn = consent.withdrawn_on.map(|day| Happened {
        day: Some(day),
        ..Happened::new(id, Kind::Consent, "withdrawn".to_owned())
    });
    std::iter::once(given).chain(withdrawn).collect()
}

/// An appointment that came: held or missed.
fn kept(id: Uuid, appointment: Appointment) -> Option<Happened> {
    let status = appointment
        .status
        .filter(|status| matches!(status, AppointmentStatus::Held | AppointmentStatus::Missed))?;
    Some(Happened {
        text: appointment.purpose,
        detail: appointment
            .place
            .map_or(Detail::Nothing, Detail::EventDetails),
        day: appointment.day,
        by: appointment.staff,
        ..Happened::new(id, Kind::Appointment, status.code().to_owned())
    })
}

fn step_of(instance: &ProtocolInstance, event: &StepEvent) -> Option<&'static StepDefinition> {
    protocol::find(instance.protocol.as_deref()?, instance.version?)?.step(event.step.as_deref()?)
}

fn step_event(id: Uuid, event: StepEvent, step: Option<&'static StepDefinition>) -> Happened {
    let outcome = event
        .outcome
        .as_deref()
        .zip(step)
        .and_then(|(code, step)| step.outcome(code));
    let postponed = event
        .until
        .filter(|_| event.event == Some(StepEventType::Postponed));
    Happened {
        label: step.map(|step| step.title.clone()),
        outcome: outcome.map(|outcome| outcome.title.clone()),
        text: event.note,
        detail: postponed.map_or(Detail::Nothing, |until| {
            Detail::EventDetails(until.to_string())
        }),
        day: event.day,
        at: event.at,
        by: event.by,
        corrects: event.corrects.map(|id| id.0),
        ..Happened::new(id, <StepEvent as Record>::KIND, code(event.event))
    }
}
