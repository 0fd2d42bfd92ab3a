//! Where a referral stands, folded from what happened to it.

use chrono::{DateTime, Days, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ReferralEvent, ReferralEventType, RefusalReason};
use crate::due::DueWindow;
use crate::id::ReferralEventId;

/// Where a referral stands.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    TS,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ReferralStatus {
    /// مسودة.
    #[default]
    Draft,
    /// The letter left.
    Sent,
    /// The partner has it.
    Received,
    /// مقبولة.
    Accepted,
    /// مرفوضة.
    Refused,
    /// The service was given.
    Served,
    /// It was not.
    NotServed,
    /// The loop is closed.
    Closed,
}

impl ReferralStatus {
    /// Whether an answer is still awaited from the partner.
    pub fn awaits_answer(self) -> bool {
        matches!(self, ReferralStatus::Sent | ReferralStatus::Received)
    }
}

/// A referral as its events make it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ReferralState {
    /// Where it stands.
    pub status: ReferralStatus,
    /// Day it was sent.
    pub sent_on: Option<NaiveDate>,
    /// Day of the event that made the status.
    pub since: Option<NaiveDate>,
    /// Why it was refused or not served.
    pub reason: Option<RefusalReason>,
    /// Whether a service was given in the end, known once it was or was not.
    pub served: Option<bool>,
    /// Events that contradict each other: accepted and refused with no reopening between.
    pub contradictions: Vec<ReferralEventId>,
}

/// Days after which a partner who has not answered is called.
const ANSWER_DAYS: u64 = 7;
/// Days after which the answer is late.
const ANSWER_LATE_DAYS: u64 = 14;

impl ReferralState {
    /// When the partner's answer is expected, counted from the day it was sent. The days are the program's proposal.
    /// `None` while none is awaited.
    pub fn answer_window(&self) -> Option<DueWindow> {
        let sent = self.sent_on.filter(|_| self.status.awaits_answer())?;
        let after = |days: u64| sent.checked_add_days(Days::new(days)).unwrap_or(sent);
        Some(DueWindow {
            start: after(ANSWER_DAYS),
            due: after(ANSWER_DAYS),
            end: Some(after(ANSWER_LATE_DAYS)),
            suggested: true,
        })
    }
}

/// Folds the events of one referral, whatever the order of arrival.
pub fn fold(events: &[(ReferralEventId, ReferralEvent)]) -> ReferralState {
    let mut ordered: Vec<(DateTime<Utc>, ReferralEventId, &ReferralEvent)> = events
        .iter()
        .map(|(id, event)| (event.at.unwrap_or_default(), *id, event))
        .collect();
    ordered.sort_by_key(|(at, id, _)| (*at, *id));

    let mut state = ReferralState::default();
    let mut answer: Option<(ReferralEventId, ReferralEventType)> = None;
    for (_, id, event) in ordered {
        let Some(kind) = event.event else { continue };
        let status = match kind {
            ReferralEventType::Sent => {
                state.sent_on = event.day;
                ReferralStatus::Sent
            }
            ReferralEventType::Received => ReferralStatus::Received,
            ReferralEventType::Accepted => ReferralStatus::Accepted,
            ReferralEventType::Refused => ReferralStatus::Refused,
            ReferralEventType::Served => ReferralStatus::Served,
            ReferralEventType::NotServed => ReferralStatus::NotServed,
            ReferralEventType::Closed => ReferralStatus::Closed,
            ReferralEventType::Reopened => {
                answer = None;
                state.served = None;
                state.reason = None;
                state.contradictions.clear();
                if state.sent_on.is_some() {
                    ReferralStatus::Sent
                } else {
                    ReferralStatus::Draft
                }
            }
        };
        if matches!(
            kind,
            ReferralEventType::Accepted | ReferralEventType::Refused
        ) {
            if let Some((first, earlier)) = answer
                && earlier != kind
            {
                for id in [first, id] {
                    if !state.contradictions.contains(&id) {
                        state.contradictions.push(id);
                    }
                }
            }
            answer = Some((id, kind));
        }
        match kind {
            ReferralEventType::Served => state.served = Some(true),
            ReferralEventType::NotServed | ReferralEventType::Refused => state.served = Some(false),
            _ => {}
        }
        // A late acknowledgement never takes an answer back: acknowledging is weaker than answering.
        if status == ReferralStatus::Received && state.status > ReferralStatus::Received {
            continue;
        }
        state.status = status;
        state.since = event.day;
        if event.reason.is_some() {
            state.reason = event.reason;
        }
    }
    state
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use uuid::Uuid;

    fn event(n: u128, event: ReferralEventType) -> (ReferralEventId, ReferralEvent) {
        let at = DateTime::from_timestamp(1_795_000_000 + i64::try_from(n).unwrap(), 0);
        let event = ReferralEvent {
            event: Some(event),
            at,
            day: at.map(|at| at.date_naive()),
            ..ReferralEvent::default()
        };
        (ReferralEventId(Uuid::from_u128(n)), event)
    }

    #[test]
    fn an_answer_is_awaited_a_week_and_late_after_two() {
        use crate::due::{DueState, is_late, state_of};
        use ReferralEventType::*;
        let sent = fold(&[event(1, Sent)]);
        let after = |days| sent.sent_on.unwrap() + Days::new(days);
        let window = sent.answer_window();
        assert!(matches!(
            state_of(window.as_ref(), after(6)),
            DueState::Soon | DueState::Later
        ));
        assert_eq!(state_of(window.as_ref(), after(7)), DueState::Due);
        assert!(!is_late(window.as_ref(), after(14)) && is_late(window.as_ref(), after(15)));
        assert_eq!(fold(&[]).answer_window(), None);
        assert_eq!(
            fold(&[event(1, Sent), event(2, Accepted)]).answer_window(),
            None
        );
    }

    #[test]
    fn the_loop_closes_and_a_late_acknowledgement_changes_nothing() {
        use ReferralEventType::*;
        let state = fold(&[
            event(1, Sent),
            event(2, Accepted),
            event(3, Received),
            event(4, Served),
            event(5, Closed),
        ]);
        assert_eq!(state.status, ReferralStatus::Closed);
        assert_eq!(state.served, Some(true));
        assert_eq!(
            fold(&[event(1, Sent), event(2, Accepted), event(3, Received)]).status,
            ReferralStatus::Accepted
        );
    }

    #[test]
    fn accepted_on_one_laptop_and_refused_on_another_is_said() {
        use ReferralEventType::*;
        let state = fold(&[event(1, Sent), event(2, Accepted), event(3, Refused)]);
        assert_eq!(
            (state.status, state.contradictions.len()),
            (ReferralStatus::Refused, 2)
        );
        let state = fold(&[
            event(1, Sent),
            event(2, Accepted),
            event(3, Refused),
            event(4, Reopened),
        ]);
        assert_eq!(
            (state.status, state.contradictions.len()),
            (ReferralStatus::Sent, 0)
        );
    }
}
