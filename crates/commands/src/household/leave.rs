//! Somebody moves out.

use jisr_domain::household::HouseholdMember;
use jisr_domain::record::{Fields, Kind, Rules};
use serde_json::json;

use super::LeaveArgs;
use crate::access::must_see;
use crate::error::CommandError;
use crate::input::{circumstances, fault, happened, seen};
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
        let after = HouseholdMember {
            until: Some(day),
            ..held.record
        };
        after
            .validate(None, &circumstances(session))
            .map_err(fault)?;
        let fields = Fields::from([("until".to_owned(), json!(day))]);
        tx.update(Kind::HouseholdMember, args.membership.0, fields, &seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: args.membership.to_string(),
    })
}
