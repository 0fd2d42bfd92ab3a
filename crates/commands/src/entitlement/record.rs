//! A programme a person asks for, benefits from, or was refused.

use super::RecordEntitlementArgs;
use crate::error::CommandError;
use crate::input::create;
use crate::session::Session;
use crate::view::Written;

/// `entitlement.record`
///
/// # Errors
/// Those of [`create`].
pub fn record(session: &Session<'_>, args: RecordEntitlementArgs) -> Result<Written, CommandError> {
    create(session, &args.entitlement, None, |_, _| Ok(()))
}
