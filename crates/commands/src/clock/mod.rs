//! The clock of the device: what is known of it, what it is not trusted with, and what somebody says of it.

mod accept;
mod keep;
mod known;
mod status;
mod view;

pub use accept::accept;
pub use status::status;
pub use view::*;

pub(crate) use keep::{keep, meet};
pub(crate) use known::known;

use jisr_domain::clock::ClockDoubt;

use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;

/// Setting: the last moment at which the clock was believed, milliseconds.
const BELIEVED: &str = "clock_believed_ms";
/// Setting: the last stamp of a clock somebody said was wrong, milliseconds.
const DISMISSED: &str = "clock_dismissed_ms";
/// Setting: by how much the clock was ahead of the hub's when they last met, milliseconds.
const OFF: &str = "clock_off_ms";

/// Why the clock is not believed at this moment; nothing when it is.
///
/// # Errors
/// The database.
pub(crate) fn doubt(session: &Session<'_>) -> Result<Option<ClockDoubt>, CommandError> {
    let known = session.read(|reader| Ok(known(reader)?))?;
    Ok(known.doubt(session.now_ms()))
}

/// Numbers that carry a day and papers that carry one are not made by a clock nobody believes, unless whoever is at
/// work says to go on.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful`; the database.
pub(crate) fn believed(session: &Session<'_>) -> Result<(), CommandError> {
    match doubt(session)? {
        Some(why) if session.core.clock_passed() != Some(why) => {
            Err(CommandError::Rule(Code::ClockDoubtful))
        }
        _ => Ok(()),
    }
}
