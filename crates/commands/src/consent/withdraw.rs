//! A consent taken back.

use jisr_domain::consent::Consent;
use jisr_domain::record::{Fields, Kind};
use serde_json::json;

use super::WithdrawArgs;
use crate::access::must_see;
use crate::error::CommandError;
use crate::input::{happened, seen};
use crate::session::Session;
use crate::view::Written;

/// `consent.withdraw`: once withdrawn anywhere it is withdrawn.
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Field`] with
/// `day_to_come`; the database.
pub fn withdraw(session: &Session<'_>, args: WithdrawArgs) -> Result<Written, CommandError> {
    let day = happened(session, args.day)?;
    let seen = seen(&args.seen)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<Consent>(args.consent)?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, held.record.case)?;
        let fields = Fields::from([("withdrawn_on".to_owned(), json!(day))]);
        tx.update(Kind::Consent, args.consent.0, fields, &seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: args.consent.to_string(),
    })
}
