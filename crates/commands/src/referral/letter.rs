//! The letter a person carries to a partner.

use jisr_domain::center::Staff;
use jisr_domain::id::PersonId;
use jisr_domain::partner::Partner;
use jisr_domain::person::Person;
use jisr_domain::reception::Urgency;
use jisr_domain::record::Kind;
use jisr_domain::referral::{Referral, SharedItem};
use jisr_letters::{Letter, ReferralLetter};
use jisr_store::Reader;

use super::ReferralArgs;
use super::packet::names;
use super::rules::{may_go, visible};
use crate::case::may_be_reached;
use crate::error::CommandError;
use crate::print;
use crate::session::Session;
use crate::show::{self, dialled, in_words, role_words};
use crate::view::Document;

/// The letter, in Arabic and French: only what the consent lets go. Printing it is audited.
///
/// # Errors
/// The referral unknown; a consent that no longer holds; a page that cannot be made.
pub fn letter(session: &Session<'_>, args: ReferralArgs) -> Result<Document, CommandError> {
    let letter = session.read(|reader| {
        let referral = visible(reader, session, args.referral)?;
        may_go(reader, &referral, session.today())?;
        lay_out(reader, session, &referral)
    })?;
    let name = format!("{}.pdf", letter.reference);
    let document = print::document(name, &Letter::Referral(Box::new(letter)))?;
    session
        .write(|tx| Ok(tx.audit("letter", Some(Kind::Referral), Some(args.referral.0), &[])?))?;
    Ok(document)
}

fn lay_out(
    reader: &Reader<'_>,
    session: &Session<'_>,
    referral: &Referral,
) -> Result<ReferralLetter, CommandError> {
    let person = referral
        .person
        .map(|id| reader.show::<Person>(id))
        .transpose()?
        .flatten()
        .unwrap_or_default();
    let partner = referral
        .partner
        .map(|id| reader.show::<Partner>(id))
        .transpose()?
        .flatten()
        .unwrap_or_default();
    let worker = referral
        .created_by
        .map(|id| reader.show::<Staff>(id))
        .transpose()?
        .flatten()
        .unwrap_or_default();
    let safe = match referral.person {
        Some(id) => show::safe_contact(reader, session, id)?,
        None => None,
    };
    let person = Person {
        safe_contact: safe,
        ..person
    };
    let head = print::letterhead(reader)?;
    let told = |item: SharedItem| referral.shared.contains(&item);
    let reference = referral.reference.clone().unwrap_or_default();
    // Without leave to tell the name, the reference stands for the person.
    let [mut person_ar, mut person_lat] = if told(SharedItem::Name) {
        names(&person)
    } else {
        [reference.clone(), reference.clone()]
    };
    if person_ar.is_empty() && person_lat.is_empty() {
        person_ar = person.nickname.clone().unwrap_or_else(|| reference.clone());
        person_lat.clone_from(&person_ar);
    }
    let urgency = referral
        .urgency
        .filter(|urgency| *urgency != Urgency::Ordinary);
    let (urgency_ar, urgency_fr) = urgency
        .map(|urgency| in_words(&format!("urgency.{}", urgency.code()), None))
        .unwrap_or_default();
    let (caseworker_role_ar, caseworker_role_fr) = role_words(worker.role, worker.sex);
    let service = referral.service_asked.clone().unwrap_or_default();
    Ok(ReferralLetter {
        qr: reference.clone(),
        date: session.today().to_string(),
        partner_ar: partner.name_ar.unwrap_or_default(),
        partner_fr: partner.name_fr.unwrap_or_default(),
        person_ar,
        person_lat,
        gender: print::gender(person.sex),
        birth: person
            .known_birth()
            .filter(|_| told(SharedItem::Birth))
            .unwrap_or_default()
            .to_owned(),
        case_number: String::new(),
        service_ar: service.clone(),
        service_fr: service,
        reason: referral
            .reason
            .clone()
            .filter(|_| told(SharedItem::Situation))
            .unwrap_or_default(),
        urgency_ar,
        urgency_fr,
        shared: shared(reader, session, referral, &person)?,
        caseworker_ar: worker.name_ar.clone().unwrap_or_default(),
        caseworker_lat: worker.name_lat.clone().unwrap_or_default(),
        caseworker_role_ar,
        caseworker_role_fr,
        phone: worker
            .phone
            .as_deref()
            .map(dialled)
            .or_else(|| head.phone.clone())
            .unwrap_or_default(),
        head,
        reference,
    })
}

/// What may be told, in words, with the value where the letter has no place of its own for it. A telephone is
/// only told when the person may be called on it.
fn shared(
    reader: &Reader<'_>,
    session: &Session<'_>,
    referral: &Referral,
    person: &Person,
) -> Result<Vec<(String, String)>, CommandError> {
    let mut items = Vec::new();
    for item in SharedItem::ALL
        .iter()
        .filter(|item| referral.shared.contains(item))
    {
        let value = match item {
            SharedItem::Name | SharedItem::Birth | SharedItem::Situation => Some(String::new()),
            SharedItem::Cnie => person.cnie.clone(),
            SharedItem::Phone => person
                .phone
                .as_deref()
                .filter(|_| may_be_reached(person.safe_contact))
                .map(dialled),
            SharedItem::Address => person
                .address
                .clone()
                .or_else(|| person.usual_place.clone()),
            SharedItem::Household => referral
                .person
                .map(|id| household(reader, session, id))
                .transpose()?
                .flatten(),
        };
        let Some(value) = value else { continue };
        let (ar, fr) = in_words(&format!("shared_item.{}", item.code()), person.sex);
        items.push(match value.as_str() {
            "" => (ar, fr),
            value => (format!("{ar}: {value}"), format!("{fr} : {value}")),
        });
    }
    Ok(items)
}

/// The names of those the person lives with, as the one who prints may know of them.
fn household(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<Option<String>, CommandError> {
    let Some(household) = show::household_view(reader, session, person)? else {
        return Ok(None);
    };
    let own = show::one(reader, session, person)?.shown();
    let others = household
        .members
        .into_iter()
        .map(|member| member.person)
        .filter(|card| card.person != Some(own));
    let names: Vec<String> = others
        .filter_map(|card| card.given_name_ar.or(card.given_name_lat).or(card.nickname))
        .collect();
    Ok((!names.is_empty()).then(|| names.join(" · ")))
}
