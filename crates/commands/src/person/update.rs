//! A person, corrected.

use jisr_domain::person::Person;

use crate::error::CommandError;
use crate::input::{self, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `person.update`: whoever brings lists in takes people out of the register, or back into it, with them.
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Person>) -> Result<Written, CommandError> {
    if args.patch.contains_key("withdrawn_on") && !session.me().role.imports_lists() {
        return Err(CommandError::Forbidden);
    }
    input::update(session, args)
}

impl WriteRules for Person {
    fn resolve(session: &Session<'_>, edit: Edit<Self>) -> Result<Written, CommandError> {
        update(session, edit)
    }
}
