//! Referrals as counts ask for them: their courses, walked along an index that holds what the fold needs and no more.

use jisr_domain::id::{CaseId, ReferralEventId, ReferralId};
use jisr_domain::referral::ReferralEvent;

use crate::state::{decoded, id_at, opt_id_at};
use crate::{Reader, Result};

impl Reader<'_> {
    /// Every referral there is.
    ///
    /// # Errors
    /// Database errors.
    pub fn referral_ids(&self) -> Result<Vec<ReferralId>> {
        self.sql("SELECT id FROM referral", [], |row| {
            id_at(row, 0).map(ReferralId)
        })
    }

    /// Hands over the events of each referral together: what happened, when, on which day, in which case.
    ///
    /// # Errors
    /// Database errors.
    pub fn referral_courses(
        &self,
        mut each: impl FnMut(ReferralId, &[(ReferralEventId, ReferralEvent)]),
    ) -> Result<()> {
        self.groups(
            "SELECT \"referral\", \"id\", \"at\", \"event\", \"day\", \"case\" FROM referral_event \
             INDEXED BY referral_event_course ORDER BY \"referral\"",
            [],
            |row| {
                let event = ReferralEvent {
                    event: decoded(row.get(3)?),
                    at: decoded(row.get(2)?),
                    day: decoded(row.get(4)?),
                    case: opt_id_at(row, 5)?.map(CaseId),
                    ..ReferralEvent::default()
                };
                Ok((opt_id_at(row, 0)?, (ReferralEventId(id_at(row, 1)?), event)))
            },
            |referral, course| {
                if let Some(referral) = referral {
                    each(ReferralId(*referral), course);
                }
            },
        )
    }
}
