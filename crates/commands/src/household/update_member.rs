//! Kinship, days or income corrected.

use jisr_domain::household::HouseholdMember;
use jisr_domain::id::HouseholdMemberId;
use jisr_domain::record::Kind;

use super::leave::in_order;
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{edit_any, may_write, merged};
use crate::session::Session;
use crate::show::must_see;
use crate::view::{Edit, Written};

/// `household.update_member`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Field`]; the database.
pub fn update_member(
    session: &Session<'_>,
    args: Edit<HouseholdMember>,
) -> Result<Written, CommandError> {
    let patch = edit_any::<HouseholdMember>(args)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<HouseholdMember>(HouseholdMemberId(patch.id))?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, held.record.case)?;
        may_write(session, &patch, &held.record, false)?;
        let as_it_will_be = merged(&held.record, &patch)?;
        in_order(as_it_will_be.since, as_it_will_be.until)?;
        if as_it_will_be.income.is_some_and(|income| income < 0) {
            return Err(CommandError::Field {
                field: "income",
                code: Code::Negative,
            });
        }
        tx.update(
            Kind::HouseholdMember,
            patch.id,
            patch.fields.clone(),
            &patch.seen,
        )?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
