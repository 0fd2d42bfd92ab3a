//! A service given.

use jisr_domain::service::Service;

use super::GiveArgs;
use crate::error::CommandError;
use crate::input::{WriteRules, create};
use crate::session::Session;
use crate::view::Written;

/// `service.give`
///
/// # Errors
/// Those of [`create`].
pub fn give(session: &Session<'_>, args: GiveArgs) -> Result<Written, CommandError> {
    create(session, &args.service, args.confirmed, |_, _| Ok(()))
}

impl WriteRules for Service {}
