//! A consent given.

use jisr_domain::consent::Consent;
use jisr_domain::id::ConsentId;

use super::RecordConsentArgs;
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{about, believable, clean_record};
use crate::session::Session;
use crate::view::Written;

/// `consent.record`: recorded by the one at work, whatever is said.
///
/// # Errors
/// [`CommandError::Field`] with `required`, `day_to_come`, `day_absurd` or `other_person`;
/// [`CommandError::NotFound`]; the database.
pub fn record(session: &Session<'_>, args: RecordConsentArgs) -> Result<Written, CommandError> {
    let mut consent: Consent = clean_record(&args.consent)?;
    if consent.purposes.is_empty() {
        return Err(CommandError::Field {
            field: "purposes",
            code: Code::Required,
        });
    }
    // By whom and how are never supposed: a consent nobody gave protects nobody.
    for (field, said) in [
        ("given_by", consent.given_by.is_some()),
        ("form", consent.form.is_some()),
    ] {
        if !said {
            return Err(CommandError::Field {
                field,
                code: Code::Required,
            });
        }
    }
    let given_at = consent.given_at.unwrap_or(session.now());
    if given_at > session.now() {
        return Err(CommandError::Field {
            field: "given_at",
            code: Code::DayToCome,
        });
    }
    believable("given_at", given_at.date_naive())?;
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
