//! What became of a request.

use jisr_domain::entitlement::Entitlement;
use jisr_domain::id::EntitlementId;
use jisr_domain::record::Kind;

use crate::access::must_see;
use crate::error::CommandError;
use crate::input::{check_field_rights, edit_any};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `entitlement.update`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Field`]; the database.
pub fn update(session: &Session<'_>, args: Edit<Entitlement>) -> Result<Written, CommandError> {
    let patch = edit_any::<Entitlement>(args)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<Entitlement>(EntitlementId(patch.id))?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, None)?;
        check_field_rights(session, &patch, &held.record, false)?;
        tx.update(
            Kind::Entitlement,
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
