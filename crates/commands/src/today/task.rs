//! Things to do, from what is planned and what is awaited.

use std::cmp::Reverse;

use chrono::NaiveDate;
use jisr_domain::appointment::Appointment;
use jisr_domain::id::AppointmentId;
use jisr_domain::person::Reach;
use jisr_domain::protocol::StepStatus;
use jisr_domain::reception::Urgency;

use super::{Task, TaskTarget};
use crate::case::CaseBundle;
use crate::referral::ReferralWithState;
use crate::view::{CaseCard, Due, PersonCard, Spelt};
use crate::visit::PlannedVisit;

/// Steps of a case that ask for something: every one, not only the next.
pub(super) fn steps(loaded: &CaseBundle, today: NaiveDate) -> Vec<Task> {
    let Some(track) = &loaded.track else {
        return Vec::new();
    };
    let person = loaded.card(today);
    let task = |(step, state): (
        &'static jisr_domain::protocol::StepDefinition,
        &jisr_domain::protocol::StepState,
    )| Task {
        key: format!("step:{}:{}", track.id, step.id),
        target: TaskTarget::Step {
            case: loaded.id,
            instance: track.id.to_string(),
            step: step.id.clone(),
            waiting: state.status == StepStatus::Waiting,
        },
        title: Some(step.title.clone()),
        detail: None,
        person: person.clone(),
        case: Some(card(loaded)),
        place: None,
        partner: None,
        time: None,
        due: state.window.clone().map(|window| Due::on(window, today)),
        urgent: step.urgent_without_papers,
        reach: marked(reach(loaded), step.safe_contact_required),
    };
    track.active().map(task).collect()
}

/// What a task says of reaching its person: always that they refused it, for a list that said so beside some of their tasks
/// would be read as «safe» beside the others; otherwise why they must not be, where the task `asks` that they be reached.
fn marked(reach: Reach, asks: bool) -> Option<Reach> {
    Some(reach).filter(|reach| !reach.allowed() && (asks || *reach == Reach::Never))
}

/// Whether the person of a case may be reached.
fn reach(loaded: &CaseBundle) -> Reach {
    loaded.person.as_ref().map(Reach::of).unwrap_or_default()
}

/// A planned visit.
pub(super) fn visit(stop: &PlannedVisit, today: NaiveDate) -> Task {
    Task {
        key: format!("visit:{}", stop.id),
        target: TaskTarget::Visit { visit: stop.id },
        title: None,
        detail: stop.visit.purpose.clone(),
        person: stop.person.clone(),
        case: stop.case.clone(),
        place: stop.visit.place.clone(),
        partner: None,
        time: None,
        due: stop.visit.window().map(|window| Due::on(window, today)),
        urgent: false,
        reach: marked(stop.reach, stop.visit.goes_home()),
    }
}

/// An appointment. What it is for is left out where the one at work may not read it.
pub(super) fn appointment(
    id: AppointmentId,
    appointment: Appointment,
    person: PersonCard,
    reach: Option<Reach>,
    case: Option<CaseCard>,
    today: NaiveDate,
) -> Task {
    let due = appointment.window().map(|window| Due::on(window, today));
    Task {
        key: format!("appointment:{id}"),
        target: TaskTarget::Appointment { appointment: id },
        title: None,
        detail: appointment.purpose,
        person,
        case,
        place: appointment.place,
        partner: None,
        time: appointment.time,
        due,
        urgent: false,
        reach: reach.and_then(|reach| marked(reach, false)),
    }
}

/// A referral whose partner has not answered.
pub(super) fn referral(
    told: &ReferralWithState,
    loaded: &CaseBundle,
    partner: Option<Spelt>,
    today: NaiveDate,
) -> Option<Task> {
    let window = told.state.answer_window()?;
    Some(Task {
        key: format!("referral:{}", told.id),
        target: TaskTarget::Referral {
            referral: told.id,
            case: loaded.id,
        },
        title: None,
        detail: told.referral.service_asked.clone(),
        person: loaded.card(today),
        case: Some(card(loaded)),
        place: None,
        partner,
        time: None,
        due: Some(Due::on(window, today)),
        urgent: told.referral.urgency == Some(Urgency::Immediate),
        reach: marked(reach(loaded), false),
    })
}

/// Most late first, then urgent, then by day and hour.
pub(super) fn sort(tasks: &mut [Task]) {
    tasks.sort_by_cached_key(|task| {
        let late = task.due.as_ref().map_or(0, |due| due.days_late);
        let day = task
            .due
            .as_ref()
            .map_or(NaiveDate::MAX, |due| due.window.due);
        (
            Reverse(late),
            !task.urgent,
            day,
            task.time,
            task.key.clone(),
        )
    });
}

fn card(loaded: &CaseBundle) -> CaseCard {
    CaseCard {
        case: loaded.id,
        number: loaded.case.number.clone().unwrap_or_default(),
    }
}
