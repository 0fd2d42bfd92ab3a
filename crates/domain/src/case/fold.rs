//! What a case is now, folded from what happened to it.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CaseEvent, CaseEventType, ClosureReason};
use crate::id::{CaseEventId, StaffId};

/// Whether a case is being followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseStatus {
    /// Being followed.
    #[default]
    Open,
    /// Closed; may be reopened.
    Closed,
}

/// A case as its events make it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CaseState {
    /// Whether it is being followed.
    pub status: CaseStatus,
    /// Everyone it is given to, the responsible one included.
    pub assigned: BTreeSet<StaffId>,
    /// The responsible one (مسؤول(ة) الملف).
    pub lead: Option<StaffId>,
    /// Day of the last closure in force.
    pub closed_on: Option<NaiveDate>,
    /// Reason of that closure.
    pub closure: Option<ClosureReason>,
    /// Events that say something another event contradicts: two closures for different reasons.
    pub contradictions: Vec<CaseEventId>,
}

/// Folds the events of one case. The order of arrival does not matter: events are taken by the moment they
/// were recorded, then by id. The opening may be missing (sync rule 7).
pub fn fold(events: &[(CaseEventId, CaseEvent)]) -> CaseState {
    let mut ordered: Vec<(DateTime<Utc>, CaseEventId, &CaseEvent)> = events
        .iter()
        .map(|(id, event)| (event.at.unwrap_or_default(), *id, event))
        .collect();
    ordered.sort_by_key(|(at, id, _)| (*at, *id));

    let mut state = CaseState::default();
    let mut closing: Option<(CaseEventId, Option<ClosureReason>)> = None;
    for (_, id, event) in ordered {
        match event.event {
            Some(CaseEventType::Opened) | None => {}
            Some(CaseEventType::Assigned) => state.assigned.extend(event.staff),
            Some(CaseEventType::LeadSet) => {
                state.assigned.extend(event.staff);
                state.lead = event.staff.or(state.lead);
            }
            Some(CaseEventType::Unassigned) => {
                if let Some(staff) = event.staff {
                    state.assigned.remove(&staff);
                    if state.lead == Some(staff) {
                        state.lead = None;
                    }
                }
            }
            Some(CaseEventType::Closed) => {
                if let Some((first, reason)) = closing
                    && reason != event.reason
                {
                    for id in [first, id] {
                        if !state.contradictions.contains(&id) {
                            state.contradictions.push(id);
                        }
                    }
                }
                closing = Some((id, event.reason));
                state.status = CaseStatus::Closed;
                state.closed_on = event.day;
                state.closure = event.reason;
            }
            Some(CaseEventType::Reopened) => {
                closing = None;
                state.status = CaseStatus::Open;
                state.closed_on = None;
                state.closure = None;
                state.contradictions.clear();
            }
        }
    }
    if state.lead.is_none() && state.assigned.len() == 1 {
        state.lead = state.assigned.first().copied();
    }
    state
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn event(
        n: u128,
        event: CaseEventType,
        staff: Option<u128>,
        reason: Option<ClosureReason>,
    ) -> (CaseEventId, CaseEvent) {
        let at = DateTime::from_timestamp(1_795_000_000 + i64::try_from(n).unwrap(), 0);
        let event = CaseEvent {
            event: Some(event),
            at,
            day: at.map(|at| at.date_naive()),
            staff: staff.map(|s| StaffId(Uuid::from_u128(s))),
            reason,
            ..CaseEvent::default()
        };
        (CaseEventId(Uuid::from_u128(n)), event)
    }

    #[test]
    fn two_people_closing_for_different_reasons_is_said_and_reopening_settles_it() {
        let mut events = vec![
            event(1, CaseEventType::Opened, None, None),
            event(2, CaseEventType::LeadSet, Some(7), None),
            event(
                3,
                CaseEventType::Closed,
                None,
                Some(ClosureReason::Achieved),
            ),
            event(
                4,
                CaseEventType::Closed,
                None,
                Some(ClosureReason::LostContact),
            ),
        ];
        let state = fold(&events);
        assert_eq!(state.status, CaseStatus::Closed);
        assert_eq!(state.contradictions.len(), 2);
        events.push(event(5, CaseEventType::Reopened, None, None));
        let state = fold(&events);
        assert_eq!(
            (state.status, state.contradictions.len()),
            (CaseStatus::Open, 0)
        );
        assert_eq!(state.lead, Some(StaffId(Uuid::from_u128(7))));
    }

    proptest! {
        #[test]
        fn the_order_of_arrival_does_not_matter(order in Just((0..6usize).collect::<Vec<_>>()).prop_shuffle()) {
            let events = [
                event(1, CaseEventType::Opened, None, None),
                event(2, CaseEventType::Assigned, Some(7), None),
                event(3, CaseEventType::LeadSet, Some(8), None),
                event(4, CaseEventType::Unassigned, Some(7), None),
                event(5, CaseEventType::Closed, None, Some(ClosureReason::Moved)),
                event(6, CaseEventType::Reopened, None, None),
            ];
            let shuffled: Vec<_> = order.iter().map(|i| events[*i].clone()).collect();
            prop_assert_eq!(fold(&shuffled), fold(&events));
        }
    }
}
