//! What another center receives of a referral: its own immutable packet, only what may be told (sync rule 22).

use jisr_domain::case::Case;
use jisr_domain::id::{ReferralId, ReferralPacketId};
use jisr_domain::referral::{Referral, ReferralPacket, SharedItem};
use jisr_store::Tx;

use super::disclose::disclosure;
use crate::error::CommandError;
use crate::session::Session;

/// Writes the packet of a referral that is sent to a center.
pub(super) fn write(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    id: ReferralId,
    referral: &Referral,
) -> Result<(), CommandError> {
    let Some(to_center) = referral.to_center else {
        return Ok(());
    };
    let disclosure = match referral.person {
        Some(person) => Some(disclosure(tx.reader(), session, person)?),
        None => None,
    };
    let case = referral
        .case
        .map(|id| tx.reader().find::<Case>(id))
        .transpose()?
        .flatten()
        .unwrap_or_default();
    let from_center = tx.reader().device()?.center;
    let reason = referral.reason.as_deref();
    let told = |item: SharedItem| {
        disclosure
            .as_ref()
            .filter(|_| referral.shared.contains(&item))
            .and_then(|disclosure| disclosure.tells(item, reason))
    };
    let packet = ReferralPacket {
        referral: Some(id),
        to_center: Some(to_center),
        from_center: Some(from_center),
        reference: referral.reference.clone(),
        confidentiality: case.confidentiality,
        person_name: told(SharedItem::Name),
        birth_date: told(SharedItem::Birth),
        phone: told(SharedItem::Phone),
        service_asked: referral.service_asked.clone(),
        reason: told(SharedItem::Situation),
        urgency: referral.urgency,
        sent_on: Some(session.today()),
    };
    tx.create(ReferralPacketId(session.new_id()), &packet)?;
    Ok(())
}
