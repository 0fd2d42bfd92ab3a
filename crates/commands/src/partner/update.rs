//! A partner, corrected, or no longer proposed.

use jisr_domain::partner::Partner;

use crate::error::CommandError;
use crate::input::{self, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `partner.update`
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Partner>) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for Partner {}
