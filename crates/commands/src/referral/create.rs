//! Drafting a referral.

use jisr_domain::id::ReferralId;
use jisr_domain::partner::Partner;
use jisr_domain::record::Kind;
use jisr_domain::referral::{Referral, ReferralEventType, reference_code};
use jisr_store::Tx;

use super::disclose::disclosure;
use super::record::{EventDetails, write};
use super::rules::consent;
use super::{CreateReferralArgs, ReferralCreated, packet};
use crate::case::open_case;
use crate::code::Code;
use crate::draft::drop_draft;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;

/// Drafts a referral, and sends it when asked. It rests on a consent in force today; without one, on a reason
/// that is written down and audited. Its record says what is really told: what is withheld although it was asked for is
/// said in the answer.
///
/// # Errors
/// A case, a partner or a service missing; the case unknown or closed; neither a consent nor a reason to do
/// without.
pub fn create(
    session: &Session<'_>,
    args: CreateReferralArgs,
) -> Result<ReferralCreated, CommandError> {
    session.write(|tx| create_in(session, tx, args))
}

/// [`create`], in a transaction under way.
///
/// # Errors
/// Those of [`create`].
pub(crate) fn create_in(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    args: CreateReferralArgs,
) -> Result<ReferralCreated, CommandError> {
    let asked = input::clean_record::<Referral>(&args.referral)?;
    let required = |field| CommandError::Field {
        field,
        code: Code::Required,
    };
    let case = asked.case.ok_or(required("case"))?;
    let partner = asked.partner.ok_or(required("partner"))?;
    if asked.service_asked.is_none() {
        return Err(required("service_asked"));
    }
    let draft = args.draft.as_deref().map(input::id).transpose()?;
    let person = open_case(tx.reader(), session, case)?
        .record
        .person
        .ok_or(CommandError::NotFound)?;
    let unknown = CommandError::Field {
        field: "partner",
        code: Code::UnknownValue,
    };
    let partner_center = tx.reader().find::<Partner>(partner)?.ok_or(unknown)?.center;
    let own_center = tx.reader().device()?.center;
    let consent = consent(
        tx.reader(),
        session,
        person,
        case,
        asked.consent,
        session.today(),
    )?;
    let override_reason = asked.override_reason.clone().filter(|_| consent.is_none());
    if consent.is_none() && override_reason.is_none() {
        return Err(CommandError::Rule(Code::ConsentNeeded));
    }
    let mut reference = reference_code(session.random());
    while tx
        .reader()
        .count(Kind::Referral, "reference = ?1", [&reference])?
        > 0
    {
        reference = reference_code(session.random());
    }
    let disclosure = disclosure(tx.reader(), session, person)?;
    let shared = disclosure.told(&asked.shared, asked.reason.as_deref());
    let withheld = asked
        .shared
        .iter()
        .copied()
        .filter(|item| !shared.contains(item))
        .collect();
    let id = ReferralId(session.new_id());
    let referral = Referral {
        person: Some(person),
        shared,
        to_center: partner_center.filter(|center| *center != own_center),
        reference: Some(reference.clone()),
        consent,
        override_reason,
        created_on: Some(session.today()),
        created_by: Some(session.staff()),
        ..asked.clone()
    };
    tx.create(id, &referral)?;
    if consent.is_none() {
        tx.audit(
            "referral_without_consent",
            Some(Kind::Referral),
            Some(id.0),
            &["override_reason"],
        )?;
    }
    if args.send {
        write(
            session,
            tx,
            id,
            &referral,
            ReferralEventType::Sent,
            EventDetails::on(session.today()),
        )?;
        packet::write(session, tx, id, &referral)?;
    }
    drop_draft(tx, session, draft)?;
    Ok(ReferralCreated {
        referral: id,
        reference,
        withheld,
    })
}
