//! Another head of the household.

use jisr_domain::household::HouseholdMember;
use jisr_domain::person::Kinship;
use jisr_domain::record::{Fields, Kind};
use serde_json::json;

use super::ChangeHeadArgs;
use crate::access::must_see;
use crate::code::Code;
use crate::error::CommandError;
use crate::household::lives_there;
use crate::input::seen;
use crate::session::Session;
use crate::view::Written;

/// `household.change_head`: who is head, and what every other member is to them, in one write.
///
/// # Errors
/// [`CommandError::Field`] with `one_head` unless exactly one of them is the head and lives there;
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; the database.
pub fn change_head(session: &Session<'_>, args: ChangeHeadArgs) -> Result<Written, CommandError> {
    let one_head = CommandError::Field {
        field: "kinship",
        code: Code::OneHead,
    };
    let heads = args
        .members
        .iter()
        .filter(|change| change.kinship == Kinship::Head);
    if heads.count() != 1 {
        return Err(one_head);
    }
    session.write(|tx| {
        for change in &args.members {
            let held = tx
                .reader()
                .get::<HouseholdMember>(change.membership)?
                .ok_or(CommandError::NotFound)?;
            must_see(tx.reader(), session, held.record.person, held.record.case)?;
            if held.record.household != Some(args.household) {
                return Err(CommandError::NotFound);
            }
            if change.kinship == Kinship::Head && !lives_there(&held.record, session) {
                return Err(CommandError::Field {
                    field: "kinship",
                    code: Code::OneHead,
                });
            }
            if held.record.kinship == Some(change.kinship) {
                continue;
            }
            let fields = Fields::from([("kinship".to_owned(), json!(change.kinship))]);
            tx.update(
                Kind::HouseholdMember,
                change.membership.0,
                fields,
                &seen(&change.seen)?,
            )?;
        }
        Ok(())
    })?;
    Ok(Written {
        id: args.household.to_string(),
    })
}
