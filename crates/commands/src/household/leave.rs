//! Somebody moves out.

use chrono::NaiveDate;
use jisr_domain::household::HouseholdMember;
use jisr_domain::record::{Fields, Kind};
use serde_json::json;

use super::LeaveArgs;
use crate::access::must_see;
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{happened, seen};
use crate::session::Session;
use crate::view::Written;

/// `household.leave`: the place in the household is kept, with its last day.
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Field`] with `day_to_come`
/// or `day_before`; the database.
pub fn leave(session: &Session<'_>, args: LeaveArgs) -> Result<Written, CommandError> {
    let day = happened(session, args.day)?;
    let seen = seen(&args.seen)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<HouseholdMember>(args.membership)?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, held.record.case)?;
        in_order(held.record.since, Some(day))?;
        let fields = Fields::from([("until".to_owned(), json!(day))]);
        tx.update(Kind::HouseholdMember, args.membership.0, fields, &seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: args.membership.to_string(),
    })
}

/// Nobody leaves before they came.
///
/// # Errors
/// [`CommandError::Field`] with `day_before`.
pub fn in_order(since: Option<NaiveDate>, until: Option<NaiveDate>) -> Result<(), CommandError> {
    if since.zip(until).is_some_and(|(since, until)| until < since) {
        return Err(CommandError::Field {
            field: "until",
            code: Code::DayBefore,
        });
    }
    Ok(())
}
