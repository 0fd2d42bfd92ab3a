//! The letter a person carries to a partner.

use jisr_domain::center::Staff;
use jisr_domain::partner::Partner;
use jisr_domain::person::Sex;
use jisr_domain::reception::Urgency;
use jisr_domain::record::Kind;
use jisr_domain::referral::{Referral, SharedItem};
use jisr_letters::{Letter, ReferralLetter};
use jisr_store::Reader;

use super::ReferralArgs;
use super::disclose::disclosure;
use super::rules::{may_go, visible};
use crate::clock::believed;
use crate::error::CommandError;
use crate::print;
use crate::session::Session;
use crate::view::Document;
use crate::words::{in_words, role_words};

/// The letter, in Arabic and French: only what the consent lets go. Printing it is audited.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful`; otherwise:
/// The referral unknown; a consent that no longer holds; a page that cannot be made.
pub fn letter(session: &Session<'_>, args: ReferralArgs) -> Result<Document, CommandError> {
    believed(session)?;
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
    let disclosure = disclosure(
        reader,
        session,
        referral.person.ok_or(CommandError::NotFound)?,
    )?;
    let person = &disclosure.person;
    let partner = referral
        .partner
        .map(|id| reader.find::<Partner>(id))
        .transpose()?
        .flatten()
        .unwrap_or_default();
    let worker = referral
        .created_by
        .map(|id| reader.find::<Staff>(id))
        .transpose()?
        .flatten()
        .unwrap_or_default();
    let head = print::letterhead(session, reader)?;
    let told = |item: SharedItem| {
        Some(item)
            .filter(|item| referral.shared.contains(item))
            .and_then(|item| disclosure.tells(item, referral.reason.as_deref()))
    };
    let reference = referral.reference.clone().unwrap_or_default();
    // Without leave to tell the name, the reference stands for the person.
    let [mut person_ar, mut person_lat] = if told(SharedItem::Name).is_some() {
        person.names_by_script()
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
        birth: told(SharedItem::Birth).unwrap_or_default(),
        case_number: String::new(),
        service_ar: service.clone(),
        service_fr: service,
        reason: told(SharedItem::Situation).unwrap_or_default(),
        urgency_ar,
        urgency_fr,
        shared: shared(
            &|item| {
                told(item)?;
                disclosure.tells_in_both(item, referral.reason.as_deref())
            },
            person.sex,
        ),
        caseworker_ar: worker.name_ar.clone().unwrap_or_default(),
        caseworker_lat: worker.name_lat.clone().unwrap_or_default(),
        caseworker_role_ar,
        caseworker_role_fr,
        phone: worker
            .phone
            .as_deref()
            .map(jisr_domain::text::dialled)
            .or_else(|| head.phone.clone())
            .unwrap_or_default(),
        head,
        reference,
    })
}

/// What is told, in words, with the value where the letter has no place of its own for it.
fn shared(
    told: &impl Fn(SharedItem) -> Option<[String; 2]>,
    sex: Option<Sex>,
) -> Vec<(String, String)> {
    SharedItem::ALL
        .iter()
        .filter_map(|item| Some((item, told(*item)?)))
        .map(|(item, [in_arabic, in_latin])| {
            let (ar, fr) = in_words(&format!("shared_item.{}", item.code()), sex);
            match item {
                SharedItem::Name | SharedItem::Birth | SharedItem::Situation => (ar, fr),
                _ => (
                    format!("{ar}: {in_arabic}"),
                    format!("{fr}\u{a0}: {in_latin}"),
                ),
            }
        })
        .collect()
}
