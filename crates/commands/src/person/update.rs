//! A person, corrected.

use jisr_domain::id::PersonId;
use jisr_domain::person::Person;
use jisr_domain::record::Kind;

use super::check::validate;
use crate::access::visible_person;
use crate::error::CommandError;
use crate::input::{check_field_rights, edit_any, merged};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `person.update`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Forbidden`] to lower
/// what protects; [`CommandError::Field`]; the database.
pub fn update(session: &Session<'_>, args: Edit<Person>) -> Result<Written, CommandError> {
    let patch = edit_any::<Person>(args)?;
    // Out of the register, or into it again: with their list, or when two who did each are to be settled.
    if patch.fields.contains_key("withdrawn_on") && !session.me().role.imports_lists() {
        return Err(CommandError::Forbidden);
    }
    session.write(|tx| {
        let held = visible_person(tx.reader(), session, PersonId(patch.id))?;
        check_field_rights(session, &patch, &held.record, false)?;
        validate(session, merged(&held.record, &patch)?)?;
        tx.update(Kind::Person, patch.id, patch.fields.clone(), &patch.seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
