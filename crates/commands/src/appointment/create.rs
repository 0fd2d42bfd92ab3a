//! A day to come back.

use super::CreateAppointmentArgs;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// `appointment.create`
///
/// # Errors
/// Those of [`input::create`].
pub fn create(session: &Session<'_>, args: CreateAppointmentArgs) -> Result<Written, CommandError> {
    input::create(session, &args.appointment, None, |_, _| Ok(()))
}
