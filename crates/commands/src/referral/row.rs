//! Referrals in lists.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use jisr_domain::case::Case;
use jisr_domain::id::{CaseId, PartnerId, PersonId, ReferralEventId, ReferralId};
use jisr_domain::partner::Partner;
use jisr_domain::referral::{Referral, ReferralEvent, ReferralState, fold};
use jisr_store::Reader;

use super::ReferralRow;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::CaseCard;

/// A referral and what its events make of it.
pub(crate) struct ReferralWithState {
    pub(crate) id: ReferralId,
    pub(crate) referral: Referral,
    pub(crate) state: ReferralState,
}

/// What their events make of `referrals`, each kind of record asked for once.
///
/// # Errors
/// The database.
pub(crate) fn told(
    reader: &Reader<'_>,
    referrals: Vec<(ReferralId, Referral)>,
) -> Result<Vec<ReferralWithState>, CommandError> {
    let ids: Vec<ReferralId> = referrals.iter().map(|(id, _)| *id).collect();
    let mut events: HashMap<ReferralId, Vec<(ReferralEventId, ReferralEvent)>> = HashMap::new();
    for (id, event) in reader.where_in::<ReferralEvent>("referral", &ids)? {
        if let Some(referral) = event.referral {
            events.entry(referral).or_default().push((id, event));
        }
    }
    Ok(referrals
        .into_iter()
        .map(|(id, referral)| ReferralWithState {
            id,
            referral,
            state: fold(events.get(&id).map_or(&[], Vec::as_slice)),
        })
        .collect())
}

/// The rows of `told`, in their order.
///
/// # Errors
/// The database.
pub(super) fn rows(
    reader: &Reader<'_>,
    session: &Session<'_>,
    told: Vec<ReferralWithState>,
) -> Result<Vec<ReferralRow>, CommandError> {
    let cases: BTreeSet<CaseId> = told.iter().filter_map(|told| told.referral.case).collect();
    let people: BTreeSet<PersonId> = told
        .iter()
        .filter_map(|told| told.referral.person)
        .collect();
    let partners: BTreeSet<PartnerId> = told
        .iter()
        .filter_map(|told| told.referral.partner)
        .collect();
    let cases: HashMap<CaseId, Case> = reader
        .where_in::<Case>("id", &Vec::from_iter(cases))?
        .into_iter()
        .collect();
    let people = crate::person::People::of(reader, session, &people)?;
    let partners: HashMap<PartnerId, Partner> = reader
        .where_in::<Partner>("id", &Vec::from_iter(partners))?
        .into_iter()
        .collect();
    Ok(told
        .into_iter()
        .filter_map(
            |ReferralWithState {
                 id,
                 referral,
                 state,
             }| {
                let case = referral.case?;
                let partner = referral.partner.and_then(|id| partners.get(&id));
                let number = cases
                    .get(&case)
                    .and_then(|case| case.number.clone())
                    .unwrap_or_default();
                Some(ReferralRow {
                    referral: id,
                    reference: referral.reference.unwrap_or_default(),
                    case: CaseCard { case, number },
                    person: people.card(referral.person, session.today()),
                    partner_ar: partner.and_then(|partner| partner.name_ar.clone()),
                    partner_fr: partner.and_then(|partner| partner.name_fr.clone()),
                    service_asked: referral.service_asked,
                    created_on: referral.created_on,
                    days_waiting: state
                        .sent_on
                        .filter(|_| state.status.awaits_answer())
                        .map(|sent| (session.today() - sent).num_days().max(0)),
                    state,
                })
            },
        )
        .collect())
}

/// Those that have waited longest for an answer first, then the latest drafted.
pub(super) fn sort(rows: &mut [ReferralRow]) {
    rows.sort_by_key(|row| {
        (
            Reverse(row.days_waiting),
            Reverse(row.created_on),
            row.referral,
        )
    });
}

/// The referrals of a case, which the one at work may know of.
///
/// # Errors
/// The database.
pub(crate) fn rows_of_case(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
) -> Result<Vec<ReferralRow>, CommandError> {
    let told = told(reader, reader.by::<Referral>("case", case)?)?;
    let mut rows = rows(reader, session, told)?;
    sort(&mut rows);
    Ok(rows)
}
