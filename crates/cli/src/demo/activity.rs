//! What is done in a case besides its protocol: visits, appointments, services, notes.

use chrono::{NaiveDate, NaiveTime};
use jisr_domain::appointment::{Appointment, AppointmentStatus};
use jisr_domain::case::CaseType;
use jisr_domain::note::{Note, NoteKind};
use jisr_domain::person::SafeContact;
use jisr_domain::service::{Service, ServiceType};
use jisr_domain::visit::{Visit, VisitKind, VisitOutcome};

use super::budget::{Budget, take};
use super::cases::Scene;
use super::entry::Line;
use super::lists::text;

/// The visit to come, if any: late, today, this week or later.
pub(super) fn planned_visit(scene: &mut Scene<'_>, budget: &mut Budget) -> Option<Line> {
    let kind = visit_kind(scene)?;
    let calendar = scene.calendar;
    let day = if take(&mut budget.late_visits) {
        calendar.ago(scene.chance.between(1, 2))
    } else if take(&mut budget.due_visits) {
        calendar.today
    } else if take(&mut budget.week_visits) {
        calendar.ahead(scene.chance.between(1, 5))
    } else if scene.chance.percent(20) {
        calendar.ahead(scene.chance.between(8, 35))
    } else {
        return None;
    };
    let record = Visit {
        planned_on: Some(day),
        ..visit(scene, kind)
    };
    let id = scene.chance.id(calendar.at(scene.opened_on, 300));
    Some(Line::new(scene.by, (id, record)))
}

/// A visit that took place.
pub(super) fn performed_visit(scene: &mut Scene<'_>, last_day: NaiveDate) -> Option<Line> {
    let kind = visit_kind(scene)?;
    let day = scene.day_until(last_day)?;
    let at = scene.calendar.at(day, scene.chance.between(60, 380));
    let outcome = scene.chance.weighted(&[
        (VisitOutcome::Met, 84),
        (VisitOutcome::Absent, 10),
        (VisitOutcome::Unreachable, 3),
        (VisitOutcome::Moved, 3),
    ]);
    let met = outcome == VisitOutcome::Met;
    let sex = scene.someone.sex;
    let record = Visit {
        planned_on: Some(day),
        performed_at: Some(at),
        performed_on: Some(day),
        performed_by: Some(scene.staff),
        outcome: Some(outcome),
        present: met.then(|| text(scene.chance, "visit.present", sex)),
        observations: met.then(|| text(scene.chance, "visit.observation", sex)),
        next_step: Some(text(scene.chance, "visit.next", sex)),
        ..visit(scene, kind)
    };
    Some(Line::new(scene.by, (scene.chance.id(at), record)))
}

/// Nobody is visited who said no, or was not asked.
fn visit_kind(scene: &mut Scene<'_>) -> Option<VisitKind> {
    if scene.someone.street {
        return Some(VisitKind::Street);
    }
    if scene.case_type == CaseType::WomanVictimOfViolence
        || scene.case_type == CaseType::TraffickingVictim
    {
        return None;
    }
    let reachable = matches!(
        scene.someone.record.safe_contact,
        Some(SafeContact::Yes | SafeContact::Hours)
    );
    reachable.then(|| {
        scene
            .chance
            .weighted(&[(VisitKind::Home, 85), (VisitKind::Institution, 15)])
    })
}

fn visit(scene: &mut Scene<'_>, kind: VisitKind) -> Visit {
    let purpose = text(scene.chance, "visit.purpose", scene.someone.sex);
    Visit {
        case: Some(scene.case),
        person: Some(scene.someone.id),
        household: scene.household,
        kind: Some(kind),
        staff: Some(scene.staff),
        place: Some(scene.place.to_owned()),
        purpose: Some(purpose),
        ..Visit::default()
    }
}

/// The appointment to come, if any.
pub(super) fn planned_appointment(scene: &mut Scene<'_>, budget: &mut Budget) -> Option<Line> {
    let calendar = scene.calendar;
    let day = if take(&mut budget.due_appointments) {
        calendar.today
    } else if take(&mut budget.week_appointments) {
        calendar.ahead(scene.chance.between(1, 5))
    } else if scene.chance.percent(12) {
        calendar.ahead(scene.chance.between(8, 40))
    } else {
        return None;
    };
    Some(appointment(scene, day, AppointmentStatus::Planned))
}

/// An appointment that was kept, or not.
pub(super) fn past_appointment(scene: &mut Scene<'_>, last_day: NaiveDate) -> Option<Line> {
    let day = scene
        .day_until(last_day)
        .filter(|day| *day < scene.calendar.today)?;
    let status = scene.chance.weighted(&[
        (AppointmentStatus::Held, 75),
        (AppointmentStatus::Missed, 17),
        (AppointmentStatus::Cancelled, 8),
    ]);
    Some(appointment(scene, day, status))
}

fn appointment(scene: &mut Scene<'_>, day: NaiveDate, status: AppointmentStatus) -> Line {
    let chance = &mut *scene.chance;
    let record = Appointment {
        person: Some(scene.someone.id),
        case: Some(scene.case),
        staff: Some(scene.staff),
        day: Some(day),
        time: NaiveTime::from_hms_opt(chance.between(9, 15), *chance.pick(&[0, 15, 30, 45]), 0),
        purpose: Some(text(chance, "appointment.purpose", scene.someone.sex)),
        bring: chance
            .percent(40)
            .then(|| text(chance, "appointment.bring", scene.someone.sex)),
        status: Some(status),
        ..Appointment::default()
    };
    let id = chance.id(scene.calendar.at(scene.opened_on, 310));
    Line::new(scene.by, (id, record))
}

/// A service given.
pub(super) fn service(scene: &mut Scene<'_>, last_day: NaiveDate) -> Option<Line> {
    let day = scene.day_until(last_day)?;
    let chance = &mut *scene.chance;
    let service_type = chance.weighted(of_case(scene.case_type));
    let at = scene.calendar.at(day, chance.between(30, 400));
    let session = matches!(
        service_type,
        ServiceType::Psychological
            | ServiceType::Legal
            | ServiceType::Rehabilitation
            | ServiceType::Educational
            | ServiceType::Training
            | ServiceType::Mediation
    );
    let record = Service {
        case: Some(scene.case),
        person: Some(scene.someone.id),
        service_type: Some(service_type),
        item: Some(text(
            chance,
            &format!("service.{}", service_type.code()),
            scene.someone.sex,
        )),
        quantity: (service_type == ServiceType::InKind).then(|| chance.between(1, 3)),
        amount: (service_type == ServiceType::Cash)
            .then(|| i64::from(chance.between(2, 12)) * 100 * 100),
        minutes: session.then(|| *chance.pick(&[30, 45, 60, 90])),
        day: Some(day),
        at: Some(at),
        by: Some(scene.staff),
        ..Service::default()
    };
    Some(Line::new(scene.by, (chance.id(at), record)))
}

fn of_case(case_type: CaseType) -> &'static [(ServiceType, u32)] {
    match case_type {
        CaseType::WomanVictimOfViolence | CaseType::TraffickingVictim => &[
            (ServiceType::Psychological, 45),
            (ServiceType::Legal, 30),
            (ServiceType::Accompaniment, 25),
        ],
        CaseType::Disability => &[
            (ServiceType::Rehabilitation, 50),
            (ServiceType::InKind, 30),
            (ServiceType::Cash, 20),
        ],
        CaseType::Elderly => &[
            (ServiceType::Health, 45),
            (ServiceType::InKind, 35),
            (ServiceType::Cash, 20),
        ],
        CaseType::Homeless | CaseType::StreetChild | CaseType::Addiction => &[
            (ServiceType::Meal, 45),
            (ServiceType::Health, 30),
            (ServiceType::Accompaniment, 25),
        ],
        CaseType::Schoolchild | CaseType::ChildInDifficulty | CaseType::ChildWithoutFamily => &[
            (ServiceType::Educational, 55),
            (ServiceType::InKind, 30),
            (ServiceType::Psychological, 15),
        ],
        CaseType::CareLeaver | CaseType::ProjectHolder => {
            &[(ServiceType::Training, 70), (ServiceType::Cash, 30)]
        }
        CaseType::WomanInDifficulty | CaseType::SingleMother | CaseType::PrecariousFamily => &[
            (ServiceType::InKind, 50),
            (ServiceType::Cash, 20),
            (ServiceType::Mediation, 10),
            (ServiceType::Accompaniment, 20),
        ],
    }
}

/// A note.
pub(super) fn note(scene: &mut Scene<'_>, kind: NoteKind, last_day: NaiveDate) -> Option<Line> {
    let day = scene.day_until(last_day)?;
    let at = scene.calendar.at(day, scene.chance.between(40, 415));
    let record = Note {
        case: Some(scene.case),
        person: Some(scene.someone.id),
        kind: Some(kind),
        body: Some(text(
            scene.chance,
            &format!("note.{}", kind.code()),
            scene.someone.sex,
        )),
        day: Some(day),
        at: Some(at),
        by: Some(scene.staff),
        corrects: None,
    };
    Some(Line::new(scene.by, (scene.chance.id(at), record)))
}
