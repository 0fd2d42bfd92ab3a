//! A partner, corrected, or no longer proposed.

use jisr_domain::id::PartnerId;
use jisr_domain::partner::Partner;
use jisr_domain::record::Kind;

use super::named;
use crate::error::CommandError;
use crate::input::{edit_any, merged};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `partner.update`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Field`]; the database.
pub fn update(session: &Session<'_>, args: Edit<Partner>) -> Result<Written, CommandError> {
    let patch = edit_any::<Partner>(args)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<Partner>(PartnerId(patch.id))?
            .ok_or(CommandError::NotFound)?;
        named(&merged(&held.record, &patch)?)?;
        tx.update(Kind::Partner, patch.id, patch.fields.clone(), &patch.seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
