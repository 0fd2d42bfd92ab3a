//! How many referrals wait, and for what: told on Today, in the navigation and to the director, and always as many as
//! the list of referrals shows.

use std::collections::BTreeSet;

use jisr_domain::id::{CaseId, ReferralId};
use jisr_domain::referral::{Referral, ReferralState, ReferralStatus, fold};
use jisr_store::{CaseQuery, Reader};

use super::row::{ReferralWithState, told};
use crate::error::CommandError;
use crate::session::Session;
use crate::today::ReferralCounts;

impl ReferralCounts {
    fn add(&mut self, state: &ReferralState) {
        match state.status {
            ReferralStatus::Closed => return,
            status if status.awaits_answer() => self.awaiting += 1,
            ReferralStatus::Accepted => self.accepted += 1,
            ReferralStatus::Refused | ReferralStatus::NotServed => self.refused += 1,
            _ => {}
        }
        self.open += 1;
    }

    /// Of these.
    pub(crate) fn of(referrals: &[ReferralWithState]) -> Self {
        let mut counts = Self::default();
        for told in referrals {
            counts.add(&told.state);
        }
        counts
    }
}

/// [`ReferralCounts::of`] every referral of the center the one at work may know of: their courses are walked along an
/// index of the store, so that thousands of them are counted while a screen opens.
///
/// # Errors
/// The database.
pub(crate) fn center_counts(
    reader: &Reader<'_>,
    session: &Session<'_>,
) -> Result<ReferralCounts, CommandError> {
    let known = CaseQuery {
        closed: true,
        ..CaseQuery::open(session.staff())
    };
    let visible: BTreeSet<CaseId> = reader.cases(&known)?.into_iter().collect();
    let mut apart: BTreeSet<ReferralId> = reader.referral_ids()?.into_iter().collect();
    let mut counts = ReferralCounts::default();
    reader.referral_courses(|referral, course| {
        // The answer of another center does not name the case; its sending does.
        let Some(case) = course.iter().find_map(|(_, event)| event.case) else {
            return;
        };
        if apart.remove(&referral) && visible.contains(&case) {
            counts.add(&fold(course));
        }
    })?;
    // Drafts, and those of whose course only an answer has arrived: few, and read one by one.
    let apart = reader
        .where_in::<Referral>("id", &Vec::from_iter(apart))?
        .into_iter()
        .filter(|(_, referral)| referral.case.is_some_and(|case| visible.contains(&case)))
        .collect();
    for told in told(reader, apart)? {
        counts.add(&told.state);
    }
    Ok(counts)
}
