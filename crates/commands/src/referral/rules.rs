//! What a referral rests on.

use chrono::NaiveDate;
use jisr_domain::consent::{Consent, Purpose};
use jisr_domain::id::{CaseId, ConsentId, PersonId, ReferralId};
use jisr_domain::referral::Referral;
use jisr_store::Reader;

use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;

/// The referral, for those who may know of its case.
///
/// # Errors
/// [`CommandError::NotFound`].
pub(super) fn visible(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: ReferralId,
) -> Result<Referral, CommandError> {
    let referral = reader.find::<Referral>(id)?.ok_or(CommandError::NotFound)?;
    let case = referral.case.ok_or(CommandError::NotFound)?;
    crate::access::must_see(reader, session, referral.person, Some(case))?;
    Ok(referral)
}

/// A consent of `person`, whichever of their records it was given with, outside any case or in this one, that lets things go to the partners of a referral
/// on `day`: the one named, otherwise the latest.
///
/// # Errors
/// The database.
pub(crate) fn consent(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
    case: CaseId,
    named: Option<ConsentId>,
    day: NaiveDate,
) -> Result<Option<ConsentId>, CommandError> {
    let given = crate::person::person_records(reader, session, person)?.all::<Consent>(reader)?;
    Ok(given
        .into_iter()
        .filter(|(id, consent)| {
            named.is_none_or(|named| named == *id) && consent.case.is_none_or(|of| of == case)
        })
        .filter(|(_, consent)| consent.covers(Purpose::Referral, day))
        .max_by_key(|(id, consent)| (consent.given_at, *id))
        .map(|(id, _)| id))
}

/// Makes sure that what `referral` tells may still go: its consent covers `day`, or somebody wrote why it goes
/// without one.
///
/// # Errors
/// [`CommandError::Rule`] with `consent_needed`.
pub(super) fn may_go(
    reader: &Reader<'_>,
    referral: &Referral,
    day: NaiveDate,
) -> Result<(), CommandError> {
    if referral.override_reason.is_some() {
        return Ok(());
    }
    let consent = referral
        .consent
        .map(|id| reader.find::<Consent>(id))
        .transpose()?
        .flatten();
    if consent.is_some_and(|consent| consent.covers(Purpose::Referral, day)) {
        Ok(())
    } else {
        Err(CommandError::Rule(Code::ConsentNeeded))
    }
}
