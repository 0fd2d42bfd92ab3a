//! A consent given.

use jisr_domain::consent::Consent;
use jisr_domain::id::ConsentId;

use super::RecordConsentArgs;
use crate::error::CommandError;
use crate::input::{about, clean_record};
use crate::session::Session;
use crate::view::Written;

/// `consent.record`: recorded by the one at work, whatever is said.
///
/// # Errors
/// [`CommandError::Field`] with `required`, `day_to_come` or `other_person`; [`CommandError::NotFound`]; the
/// database.
pub fn record(session: &Session<'_>, args: RecordConsentArgs) -> Result<Written, CommandError> {
    let mut consent: Consent = clean_record(&args.consent)?;
    if consent.purposes.is_empty() {
        return Err(CommandError::Field {
            field: "purposes",
            code: "required",
        });
    }
    let given_at = consent.given_at.unwrap_or(session.now());
    if given_at > session.now() {
        return Err(CommandError::Field {
            field: "given_at",
            code: "day_to_come",
        });
    }
    consent.given_at = Some(given_at);
    consent.recorded_by = Some(session.staff());
    let new = ConsentId(session.new_id());
    session.write(|tx| {
        consent.person = Some(about(tx.reader(), session, consent.person, consent.case)?);
        tx.create(new, &consent)?;
        Ok(())
    })?;
    Ok(Written {
        id: new.to_string(),
    })
}
