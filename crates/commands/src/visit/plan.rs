//! Planning a visit, or telling of one already made.

use super::PlanVisitArgs;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// Plans a visit in a case, for oneself unless somebody else goes. One already made is recorded as such.
///
/// # Errors
/// Those of [`input::create`].
pub fn plan(session: &Session<'_>, args: PlanVisitArgs) -> Result<Written, CommandError> {
    input::create(session, &args.visit, None, |_, _| Ok(()))
}
