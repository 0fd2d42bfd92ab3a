//! The referrals of whoever is at work: what the list, the navigation and Today speak of.

use std::collections::BTreeSet;

use jisr_domain::id::{CaseId, ReferralId};
use jisr_domain::referral::{Referral, ReferralStatus};
use jisr_domain::role::Role;
use jisr_store::Reader;

use super::row::{Told, told};
use crate::case::{states, visible};
use crate::error::CommandError;
use crate::session::Session;

/// Referrals of one's own cases, open or closed, and those one drafted; every one a director may know of. Closed ones
/// when asked.
///
/// # Errors
/// The database.
pub(crate) fn own(
    reader: &Reader<'_>,
    session: &Session<'_>,
    closed: bool,
) -> Result<Vec<Told>, CommandError> {
    let me = session.staff();
    let everyone = session.me().role == Role::Director;
    let candidates: Vec<(ReferralId, Referral)> = if everyone {
        reader.list::<Referral>(&visible("\"case\""), [me.to_string()])?
    } else {
        let mine = format!(
            "(created_by = ?1 OR \"case\" IN (SELECT given.\"case\" FROM case_event given \
             WHERE given.staff = ?1 AND given.event IN ('assigned', 'lead_set'))) AND {}",
            visible("\"case\"")
        );
        reader.list::<Referral>(&mine, [me.to_string()])?
    };
    let mut own = told(reader, candidates)?;
    own.retain(|told| closed || told.state.status != ReferralStatus::Closed);
    if everyone {
        return Ok(own);
    }
    // Once given is not given still.
    let once: BTreeSet<CaseId> = own
        .iter()
        .filter(|told| told.referral.created_by != Some(me))
        .filter_map(|told| told.referral.case)
        .collect();
    let given: BTreeSet<CaseId> = states(reader, &Vec::from_iter(once))?
        .into_iter()
        .filter(|(_, state)| state.assigned.contains(&me))
        .map(|(case, _)| case)
        .collect();
    own.retain(|told| {
        told.referral.created_by == Some(me)
            || told.referral.case.is_some_and(|case| given.contains(&case))
    });
    Ok(own)
}
