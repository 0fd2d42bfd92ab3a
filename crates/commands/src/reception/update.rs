//! What was learnt while the person was at the desk.

use jisr_domain::id::ReceptionId;
use jisr_domain::reception::Reception;
use jisr_domain::record::Kind;

use crate::access::{must_see, visible_person};
use crate::error::CommandError;
use crate::input::{check_field_rights, edit_any, is_author, merged};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `reception.update`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Forbidden`] to replace
/// words one may not read; [`CommandError::Field`]; the database.
pub fn update(session: &Session<'_>, args: Edit<Reception>) -> Result<Written, CommandError> {
    let patch = edit_any::<Reception>(args)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<Reception>(ReceptionId(patch.id))?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, None)?;
        check_field_rights(
            session,
            &patch,
            &held.record,
            is_author(session, held.record.received_by),
        )?;
        if let Some(person) = merged(&held.record, &patch)?.person {
            visible_person(tx.reader(), session, person)?;
        }
        tx.update(Kind::Reception, patch.id, patch.fields.clone(), &patch.seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
