//! Kinship, days or income corrected.

use jisr_domain::amount::AmountOf;
use jisr_domain::household::HouseholdMember;
use jisr_domain::id::HouseholdMemberId;
use jisr_domain::record::Kind;

use super::leave::in_order;
use crate::access::must_see;
use crate::amount::{take, values_of};
use crate::error::CommandError;
use crate::input::{check_field_rights, edit_any, merged};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `household.update_member`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Field`], an amount's among
/// them; the database.
pub fn update_member(
    session: &Session<'_>,
    args: Edit<HouseholdMember>,
) -> Result<Written, CommandError> {
    let confirmed = args.confirmed.unwrap_or(false);
    let patch = edit_any::<HouseholdMember>(args)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<HouseholdMember>(HouseholdMemberId(patch.id))?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, held.record.case)?;
        check_field_rights(session, &patch, &held.record, false)?;
        let as_it_will_be = merged(&held.record, &patch)?;
        in_order(as_it_will_be.since, as_it_will_be.until)?;
        if let Some(income) = as_it_will_be.income {
            let known = values_of("income", held.record.income, &held.conflicts);
            take("income", AmountOf::Month, income, confirmed, &known)?;
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
