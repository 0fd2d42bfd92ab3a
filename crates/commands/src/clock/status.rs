//! What the clock shows, and whether it is believed.

use jisr_domain::civil::{civil_day, civil_time, moment};
use jisr_domain::clock::may_be;

use super::{ClockStatus, known};
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// `clock.status`
///
/// # Errors
/// The database.
pub fn status(session: &Session<'_>, _args: Empty) -> Result<ClockStatus, CommandError> {
    let known = session.read(|reader| Ok(known(reader)?))?;
    let now = session.now_ms();
    let doubt = known.doubt(now);
    Ok(ClockStatus {
        today: session.today(),
        time: civil_time(session.now()).time(),
        doubt,
        last_known: known.last_ms().map(civil_day),
        last_known_time: known.last_ms().map(|ms| civil_time(moment(ms)).time()),
        off_minutes: known.off_ms(now).map(|off| off / 60_000),
        may_be_right: may_be(now),
        passed: doubt.is_some() && session.core.clock_passed() == doubt,
    })
}
