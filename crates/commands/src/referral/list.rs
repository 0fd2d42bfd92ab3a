//! Referrals, as listed.

use jisr_domain::referral::{Referral, ReferralStatus};

use super::own::own;
use super::row::{ReferralWithState, rows, sort, told};
use super::{ReferralRow, ReferralsArgs};
use crate::case::visible_case;
use crate::error::CommandError;
use crate::session::Session;

/// Referrals of one case; otherwise of one's own cases and those one drafted, or every one a director may
/// know of.
///
/// # Errors
/// The case unknown; the database.
pub fn list(session: &Session<'_>, args: ReferralsArgs) -> Result<Vec<ReferralRow>, CommandError> {
    session.read(|reader| {
        let closed = args.closed || args.status.contains(&ReferralStatus::Closed);
        let mut referrals = match args.case {
            Some(case) => {
                visible_case(reader, session, case)?;
                told(reader, reader.by::<Referral>("case", case)?)?
            }
            None => own(reader, session, closed)?,
        };
        referrals.retain(|ReferralWithState { state, .. }| {
            (closed || state.status != ReferralStatus::Closed)
                && (args.status.is_empty() || args.status.contains(&state.status))
        });
        let mut rows = rows(reader, session, referrals)?;
        sort(&mut rows);
        Ok(rows)
    })
}
