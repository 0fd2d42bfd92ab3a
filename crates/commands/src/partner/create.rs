//! A partner the center did not have.

use super::CreatePartnerArgs;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// `partner.create`
///
/// # Errors
/// Those of [`input::create`].
pub fn create(session: &Session<'_>, args: CreatePartnerArgs) -> Result<Written, CommandError> {
    input::create(session, &args.partner, None, |_, _| Ok(()))
}
