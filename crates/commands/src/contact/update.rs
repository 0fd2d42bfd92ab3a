//! A contact, corrected, or no longer one.

use jisr_domain::id::ContactId;
use jisr_domain::person::Contact;
use jisr_domain::record::Kind;

use crate::access::must_see;
use crate::error::CommandError;
use crate::input::{check_field_rights, edit_any};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `contact.update`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Forbidden`] to lower
/// what protects; [`CommandError::Field`]; the database.
pub fn update(session: &Session<'_>, args: Edit<Contact>) -> Result<Written, CommandError> {
    let patch = edit_any::<Contact>(args)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<Contact>(ContactId(patch.id))?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, held.record.case)?;
        check_field_rights(session, &patch, &held.record, false)?;
        tx.update(Kind::Contact, patch.id, patch.fields.clone(), &patch.seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
