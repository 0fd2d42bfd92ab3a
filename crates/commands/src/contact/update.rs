//! A contact, corrected, or no longer one.

use jisr_domain::person::Contact;

use crate::error::CommandError;
use crate::input::{self, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `contact.update`
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Contact>) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for Contact {}
