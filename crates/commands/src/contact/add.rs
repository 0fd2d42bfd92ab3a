//! Somebody to reach about a person.

use jisr_domain::id::ContactId;

use crate::access::must_see;
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{case_of, clean_record};
use crate::person::AddContactArgs;
use crate::session::Session;
use crate::view::Written;

/// `contact.add`: `person`, and a name, a telephone or a kinship, are required.
///
/// # Errors
/// [`CommandError::Field`] with `required`; [`CommandError::NotFound`]; the database.
pub fn add(session: &Session<'_>, args: AddContactArgs) -> Result<Written, CommandError> {
    let mut contact = clean_record(&args.contact)?;
    let Some(person) = contact.person else {
        return Err(CommandError::Field {
            field: "person",
            code: Code::Required,
        });
    };
    if contact.name.is_none() && contact.phone.is_none() && contact.kinship.is_none() {
        return Err(CommandError::Field {
            field: "name",
            code: Code::Required,
        });
    }
    let new = ContactId(session.new_id());
    session.write(|tx| {
        must_see(tx.reader(), session, Some(person), contact.case)?;
        contact.person = Some(case_of(tx.reader(), session, contact.case, person)?);
        tx.create(new, &contact)?;
        Ok(())
    })?;
    Ok(Written {
        id: new.to_string(),
    })
}
