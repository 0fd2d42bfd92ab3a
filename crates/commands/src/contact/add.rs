//! Somebody to reach about a person.

use crate::error::CommandError;
use crate::input::create;
use crate::person::AddContactArgs;
use crate::session::Session;
use crate::view::Written;

/// `contact.add`: `person`, and a name, a telephone or a kinship, are required.
///
/// # Errors
/// Those of [`create`].
pub fn add(session: &Session<'_>, args: AddContactArgs) -> Result<Written, CommandError> {
    create(session, &args.contact, None, |_, _| Ok(()))
}
