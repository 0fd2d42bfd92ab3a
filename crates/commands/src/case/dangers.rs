//! The dangers on record that head a case.

use chrono::{DateTime, Utc};
use jisr_domain::case::CaseStatus;
use jisr_domain::id::CaseId;
use jisr_domain::reception::{Reception, Urgency};
use jisr_domain::situation::Situation;

use super::CaseBundle;
use super::entries::CaseTimeline;
use crate::situation;
use crate::view::{Danger, DangerSource, RecordView};

/// The dominant one first: what was answered in this case, then what its protocol found, then what was answered
/// elsewhere, then that they came in urgency. None once the case is closed.
pub(super) fn dangers(
    case: CaseId,
    loaded: &CaseBundle,
    situations: &[RecordView<Situation>],
    last: Option<&Reception>,
    trail: &CaseTimeline,
) -> Vec<Danger> {
    if loaded.state.status == CaseStatus::Closed {
        return Vec::new();
    }
    let is_own = |danger: &Danger| {
        situations
            .iter()
            .any(|held| held.record.case == Some(case) && held.id.parse().ok() == danger.situation)
    };
    let answered = situation::dangers(situations);
    let (own, elsewhere): (Vec<Danger>, Vec<Danger>) = answered.into_iter().partition(is_own);
    own.into_iter()
        .chain(of_protocol(loaded))
        .chain(elsewhere)
        .chain(last.and_then(|last| of_reception(last, trail.acted_at())))
        .collect()
}

fn of_protocol(loaded: &CaseBundle) -> Vec<Danger> {
    let Some(track) = &loaded.track else {
        return Vec::new();
    };
    track
        .definition
        .alarms(&track.state)
        .into_iter()
        .map(|(step, outcome, at)| Danger {
            source: DangerSource::Step,
            situation: None,
            about: Some(step.title.clone()),
            answer: Some(outcome.title.clone()),
            on: at.settled_on,
        })
        .collect()
}

/// They came in urgency the last time, and nothing was done in the case since.
fn of_reception(last: &Reception, acted_at: Option<DateTime<Utc>>) -> Option<Danger> {
    let waits = acted_at.is_none_or(|at| last.opened_at.is_some_and(|opened| opened > at));
    (last.urgency == Some(Urgency::Immediate) && waits).then_some(Danger {
        source: DangerSource::Reception,
        situation: None,
        about: None,
        answer: None,
        on: last.day,
    })
}
