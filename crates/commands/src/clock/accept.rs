//! Somebody looked at the clock and says what is to be done with it.

use jisr_domain::clock::may_be;

use jisr_store::Local;

use super::{AcceptClockArgs, BELIEVED, ClockStatus, DISMISSED, OFF, doubt, known, status};
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// `clock.accept`: the clock is right after all, and what was known of the time is forgotten; or it is wrong and the
/// work goes on with it until the program is locked.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful` when such a moment cannot be right; the database.
pub fn accept(session: &Session<'_>, args: AcceptClockArgs) -> Result<ClockStatus, CommandError> {
    if args.right {
        let now = session.now_ms();
        if !may_be(now) {
            return Err(CommandError::Rule(Code::ClockDoubtful));
        }
        session.set_setting(OFF, None)?;
        let stamp = session.read(|reader| Ok(known(reader)?))?.stamp_ms;
        session.set_setting(DISMISSED, Some(&stamp.to_string()))?;
        session.set_setting(BELIEVED, Some(&now.to_string()))?;
    } else {
        session.core.pass_clock(doubt(session)?);
    }
    session.touch(Local::Clock.code());
    status(session, Empty {})
}
