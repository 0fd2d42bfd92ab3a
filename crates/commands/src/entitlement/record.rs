//! A programme a person asks for, benefits from, or was refused.

use jisr_domain::id::EntitlementId;

use super::RecordEntitlementArgs;
use crate::access::must_see;
use crate::code::Code;
use crate::error::CommandError;
use crate::input::clean_record;
use crate::session::Session;
use crate::view::Written;

/// `entitlement.record`: `person` and `programme` are required.
///
/// # Errors
/// [`CommandError::Field`] with `required`; [`CommandError::NotFound`]; the database.
pub fn record(session: &Session<'_>, args: RecordEntitlementArgs) -> Result<Written, CommandError> {
    let entitlement = clean_record(&args.entitlement)?;
    let required = |field| CommandError::Field {
        field,
        code: Code::Required,
    };
    let person = entitlement.person.ok_or(required("person"))?;
    if entitlement.programme.is_none() {
        return Err(required("programme"));
    }
    let new = EntitlementId(session.new_id());
    session.write(|tx| {
        must_see(tx.reader(), session, Some(person), None)?;
        tx.create(new, &entitlement)?;
        Ok(())
    })?;
    Ok(Written {
        id: new.to_string(),
    })
}
