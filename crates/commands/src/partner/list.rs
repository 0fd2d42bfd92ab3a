//! Whom somebody may be referred to.

use std::collections::BTreeMap;

use jisr_domain::id::{PartnerId, ReferralEventId, ReferralId};
use jisr_domain::name::word::Typed;
use jisr_domain::partner::Partner;
use jisr_domain::referral::{Referral, ReferralEvent, fold};
use jisr_store::Reader;

use super::{PartnerView, PartnersArgs};
use crate::access::may_see;
use crate::error::CommandError;
use crate::input::clean_text;
use crate::record::record_view_by_id;
use crate::session::Session;
use crate::territory::commune_names;

/// `partner.list`: by name.
///
/// # Errors
/// [`CommandError::Field`] for words too long; the database.
pub fn list(session: &Session<'_>, args: PartnersArgs) -> Result<Vec<PartnerView>, CommandError> {
    let query = clean_text("query", args.query.as_deref().unwrap_or_default())?.unwrap_or_default();
    let words = Typed::read(&query);
    session.read(|reader| {
        let waiting = waiting(reader, session)?;
        let mut views = Vec::new();
        for (id, record) in reader.list::<Partner>("1", [])? {
            let wanted = args
                .partner_type
                .is_none_or(|wanted| record.partner_type == Some(wanted));
            let proposed = args.inactive || record.inactive != Some(true);
            if !wanted || !proposed || !holds(&record, &words) {
                continue;
            }
            views.push(PartnerView {
                commune_names: record.commune.as_deref().and_then(commune_names),
                waiting: waiting.get(&id).copied().unwrap_or(0),
                partner: record_view_by_id(reader, id)?,
            });
        }
        views.sort_by_key(|view| {
            let record = &view.partner.record;
            (
                record.name_ar.clone().or_else(|| record.name_fr.clone()),
                view.partner.id.clone(),
            )
        });
        Ok(views)
    })
}

/// Every word begins a word of the name or of the services, however it is spelt.
fn holds(partner: &Partner, typed: &Typed) -> bool {
    let texts = [&partner.name_ar, &partner.name_fr, &partner.services];
    typed.begins_in(texts.into_iter().flatten().map(String::as_str))
}

/// Referrals without an answer, for each partner: only those the one at work may know of are counted.
fn waiting(
    reader: &Reader<'_>,
    session: &Session<'_>,
) -> Result<BTreeMap<PartnerId, u32>, CommandError> {
    let mut counts = BTreeMap::new();
    if !session.me().role.follows_cases() {
        return Ok(counts);
    }
    let mut events: BTreeMap<ReferralId, Vec<(ReferralEventId, ReferralEvent)>> = BTreeMap::new();
    for (id, event) in reader.list::<ReferralEvent>("1", [])? {
        if let Some(referral) = event.referral {
            events.entry(referral).or_default().push((id, event));
        }
    }
    for (id, referral) in reader.list::<Referral>("1", [])? {
        let Some(partner) = referral.partner else {
            continue;
        };
        let awaits = events
            .get(&id)
            .is_some_and(|events| fold(events).status.awaits_answer());
        if awaits && may_see(reader, session, referral.person, referral.case)? {
            *counts.entry(partner).or_default() += 1;
        }
    }
    Ok(counts)
}
