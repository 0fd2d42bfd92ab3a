//! What became of a request.

use jisr_domain::entitlement::Entitlement;

use crate::error::CommandError;
use crate::input::{self, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `entitlement.update`
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Entitlement>) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for Entitlement {}
