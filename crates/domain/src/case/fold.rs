//! What a case is now, folded from what happened to it.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Case, CaseEvent, CaseEventType, ClosureReason};
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
    /// Those it was taken from, and not given to again. For the core alone.
    #[serde(skip)]
    pub left: BTreeSet<StaffId>,
    /// Those named in it by its events, where it is sealed. For the core alone: asked with [`CaseState::named_in`].
    #[serde(skip)]
    pub named: BTreeSet<StaffId>,
    /// Those its events took from the named, and did not name again. For the core alone.
    #[serde(skip)]
    pub unnamed: BTreeSet<StaffId>,
    /// Day of the last closure in force.
    pub closed_on: Option<NaiveDate>,
    /// Reason of that closure.
    pub closure: Option<ClosureReason>,
    /// Events that say something another event contradicts: two closures for different reasons.
    pub contradictions: Vec<CaseEventId>,
}

impl CaseState {
    /// Who is to make a visit or keep an appointment that was planned for somebody in this case, as it stands now: the
    /// one it was planned for, while they follow the case or have always come from beside it; otherwise whoever answers
    /// for the case. `available`: works here still, and may know of the case. A plan is never nobody's.
    pub fn keeper(
        &self,
        planned_for: Option<StaffId>,
        available: impl Fn(StaffId) -> bool,
    ) -> Option<StaffId> {
        let here = |staff: &StaffId| available(*staff);
        planned_for
            .filter(|staff| !self.left.contains(staff))
            .filter(here)
            .or(self.lead.filter(here))
            .or(self.assigned.iter().copied().find(here))
            .or(self.lead)
            .or(planned_for)
    }

    /// Who is named in `case`: those it was opened with and those its events named, without those they took.
    pub fn named_in(&self, case: &Case) -> BTreeSet<StaffId> {
        case.named
            .iter()
            .filter(|staff| !self.unnamed.contains(staff))
            .chain(&self.named)
            .copied()
            .collect()
    }

    fn give(&mut self, staff: StaffId) {
        self.assigned.insert(staff);
        self.left.remove(&staff);
    }
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
            Some(CaseEventType::Assigned) => {
                if let Some(staff) = event.staff {
                    state.give(staff);
                }
            }
            Some(CaseEventType::LeadSet) => {
                if let Some(staff) = event.staff {
                    state.give(staff);
                }
                state.lead = event.staff.or(state.lead);
            }
            Some(CaseEventType::Unassigned) => {
                if let Some(staff) = event.staff {
                    state.assigned.remove(&staff);
                    state.left.insert(staff);
                    if state.lead == Some(staff) {
                        state.lead = None;
                    }
                }
            }
            Some(CaseEventType::Named) => {
                if let Some(staff) = event.staff {
                    state.unnamed.remove(&staff);
                    state.named.insert(staff);
                }
            }
            Some(CaseEventType::Unnamed) => {
                if let Some(staff) = event.staff {
                    state.named.remove(&staff);
                    state.unnamed.insert(staff);
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

    #[test]
    fn what_was_planned_follows_the_case_to_whoever_has_it_now() {
        let staff = |n: u128| StaffId(Uuid::from_u128(n));
        let everybody = |_: StaffId| true;
        let mut events = vec![
            event(1, CaseEventType::LeadSet, Some(7), None),
            event(2, CaseEventType::Assigned, Some(8), None),
        ];
        let keeper = |events: &[(CaseEventId, CaseEvent)], planned: Option<u128>| {
            fold(events).keeper(planned.map(staff), everybody)
        };
        assert_eq!(keeper(&events, Some(8)), Some(staff(8)), "they follow it");
        assert_eq!(
            keeper(&events, None),
            Some(staff(7)),
            "the one who answers for it"
        );
        assert_eq!(
            keeper(&events, Some(9)),
            Some(staff(9)),
            "a colleague who goes without following the case"
        );
        assert_eq!(
            fold(&events).keeper(Some(staff(9)), |one| one != staff(9)),
            Some(staff(7)),
            "who left the center, or may not know of the case, keeps nothing"
        );
        events.push(event(3, CaseEventType::LeadSet, Some(9), None));
        assert_eq!(
            keeper(&events, Some(7)),
            Some(staff(7)),
            "beside the new one"
        );
        events.push(event(4, CaseEventType::Unassigned, Some(7), None));
        assert_eq!(keeper(&events, Some(7)), Some(staff(9)), "handed on");
        events.push(event(5, CaseEventType::Unassigned, Some(9), None));
        assert_eq!(
            keeper(&events, Some(7)),
            Some(staff(8)),
            "the only one there is"
        );
        events.push(event(6, CaseEventType::Unassigned, Some(8), None));
        assert_eq!(
            keeper(&events, Some(7)),
            Some(staff(7)),
            "of a case nobody has, still somebody's"
        );
        events.push(event(7, CaseEventType::Assigned, Some(7), None));
        assert_eq!(keeper(&events, Some(7)), Some(staff(7)), "given back");
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
