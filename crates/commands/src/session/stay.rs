//! Somebody is at the keyboard without asking for anything.

use super::Session;
use crate::error::CommandError;
use crate::view::Empty;

/// Whoever reads, scrolls or writes at length asks for nothing meanwhile: the window says now and then that they are
/// there. The word itself is the envelope's ([`crate::Cause::Person`]); nothing else is done.
///
/// # Errors
/// None of its own.
pub fn stay(_session: &Session<'_>, _args: Empty) -> Result<Empty, CommandError> {
    Ok(Empty {})
}
