//! What another center receives of a referral: its own immutable packet, only what may be told (sync rule 22).

use jisr_domain::case::Case;
use jisr_domain::id::{ReferralId, ReferralPacketId};
use jisr_domain::person::Person;
use jisr_domain::referral::{Referral, ReferralPacket, SharedItem};
use jisr_store::Tx;

use crate::case::may_be_reached;
use crate::error::CommandError;
use crate::session::Session;
use crate::show;

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
    let person = referral
        .person
        .map(|id| tx.reader().show::<Person>(id))
        .transpose()?
        .flatten()
        .unwrap_or_default();
    let safe = match referral.person {
        Some(id) => show::safe_contact(tx.reader(), session, id)?,
        None => None,
    };
    let case = referral
        .case
        .map(|id| tx.reader().show::<Case>(id))
        .transpose()?
        .flatten()
        .unwrap_or_default();
    let from_center = tx.reader().device()?.center;
    let told = |item: SharedItem| referral.shared.contains(&item);
    let packet = ReferralPacket {
        referral: Some(id),
        to_center: Some(to_center),
        from_center: Some(from_center),
        reference: referral.reference.clone(),
        confidentiality: case.confidentiality,
        person_name: told(SharedItem::Name).then(|| name(&person)).flatten(),
        birth_date: person
            .known_birth()
            .filter(|_| told(SharedItem::Birth))
            .map(str::to_owned),
        phone: person
            .phone
            .clone()
            .filter(|_| told(SharedItem::Phone) && may_be_reached(safe)),
        service_asked: referral.service_asked.clone(),
        reason: referral
            .reason
            .clone()
            .filter(|_| told(SharedItem::Situation)),
        urgency: referral.urgency,
        sent_on: Some(session.today()),
    };
    tx.create(ReferralPacketId(session.new_id()), &packet)?;
    Ok(())
}

/// The name in the script it is held in, Arabic first; what an anonymous person is called otherwise.
fn name(person: &Person) -> Option<String> {
    let [arabic, latin] = names(person);
    [arabic, latin]
        .into_iter()
        .find(|name| !name.is_empty())
        .or_else(|| person.nickname.clone())
}

/// Given and family name in Arabic script, then in Latin script; empty where there is none.
pub(super) fn names(person: &Person) -> [String; 2] {
    let join = |parts: [&Option<String>; 2]| {
        parts
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    };
    [
        join([&person.given_name_ar, &person.family_name_ar]),
        join([&person.given_name_lat, &person.family_name_lat]),
    ]
}
