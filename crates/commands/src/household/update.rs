//! What a household is called, where it lives, its number in the social register.

use jisr_domain::household::Household;

use crate::error::CommandError;
use crate::input::{self, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `household.update`: by whoever may know of its members. ``
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Household>) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for Household {}
