//! What may happen next to a referral: the closed loop, step by step.

use super::{ReferralEventType, ReferralStatus};

/// What may be recorded of a referral that stands at `status`, in the order it is proposed to a person.
///
/// A partner who answers late answers all the same: acknowledging is never required before accepting, nor
/// accepting before serving. Every end may be taken up again; a draft nobody will send may be closed.
pub fn may_follow(status: ReferralStatus) -> Vec<ReferralEventType> {
    use ReferralEventType::{
        Accepted, Closed, NotServed, Received, Refused, Reopened, Sent, Served,
    };
    match status {
        ReferralStatus::Draft => vec![Sent, Closed],
        ReferralStatus::Sent => vec![Received, Accepted, Refused, Served, NotServed, Closed],
        ReferralStatus::Received => vec![Accepted, Refused, Served, NotServed, Closed],
        ReferralStatus::Accepted => vec![Served, NotServed, Closed],
        ReferralStatus::Refused | ReferralStatus::Served | ReferralStatus::NotServed => {
            vec![Closed, Reopened]
        }
        ReferralStatus::Closed => vec![Reopened],
    }
}

impl ReferralEventType {
    /// Whether it is only recorded with a reason: what nobody explains cannot be taken up again.
    pub fn needs_reason(self) -> bool {
        matches!(self, Self::Refused | Self::NotServed)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{ReferralEvent, ReferralState, fold};
    use super::*;
    use crate::id::ReferralEventId;
    use chrono::DateTime;
    use uuid::Uuid;

    fn after(events: &[ReferralEventType]) -> ReferralState {
        let events: Vec<_> = events
            .iter()
            .zip(1u32..)
            .map(|(event, n)| {
                let at = DateTime::from_timestamp(1_795_000_000 + i64::from(n), 0);
                let event = ReferralEvent {
                    event: Some(*event),
                    at,
                    day: at.map(|at| at.date_naive()),
                    ..ReferralEvent::default()
                };
                (ReferralEventId(Uuid::from_u128(n.into())), event)
            })
            .collect();
        fold(&events)
    }

    #[test]
    fn a_partner_who_answers_without_acknowledging_is_still_heard() {
        use ReferralEventType::*;
        let mut path = vec![];
        for event in [Sent, Accepted, Served, Closed, Reopened, Refused, Closed] {
            assert!(
                may_follow(after(&path).status).contains(&event),
                "{event:?} after {path:?}"
            );
            path.push(event);
        }
    }

    #[test]
    fn nothing_is_answered_before_the_letter_left_and_nothing_but_a_reopening_follows_a_closure() {
        use ReferralEventType::*;
        assert_eq!(may_follow(ReferralStatus::Draft), [Sent, Closed]);
        assert_eq!(may_follow(ReferralStatus::Closed), [Reopened]);
    }

    #[test]
    fn whatever_is_proposed_is_accepted_by_the_fold_without_contradiction() {
        use ReferralEventType::*;
        let mut paths = vec![vec![]];
        for _ in 0..4 {
            paths = paths
                .into_iter()
                .flat_map(|path: Vec<ReferralEventType>| {
                    may_follow(after(&path).status)
                        .into_iter()
                        .map(move |next| [path.clone(), vec![next]].concat())
                })
                .collect();
            for path in &paths {
                assert!(after(path).contradictions.is_empty(), "{path:?}");
                let reopened = path.last() == Some(&Reopened);
                assert!(!reopened || after(path).served.is_none(), "{path:?}");
            }
        }
    }
}
