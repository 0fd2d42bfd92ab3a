//! The register compared with itself, a portion at a time.

use jisr_store::Local;

use super::{ScanArgs, Scanned};
use crate::error::CommandError;
use crate::session::Session;

/// People of a portion when nobody says how many: some tenths of a second.
const PORTION: u32 = 25;
/// People of the largest portion: nobody who saves something waits longer than that.
const PORTION_MOST: u32 = 500;

/// Portions compared at one beat of a host: about a second of work, with room for whoever saves between two.
const PORTIONS_A_BEAT: u32 = 8;

/// What a host that stays compares by itself, little by little, whoever it came from: the list is then there before
/// somebody opens it. Gives whether the list is another now.
///
/// # Errors
/// The database.
pub(crate) fn scan_in_background(session: &Session<'_>) -> Result<bool, CommandError> {
    let mut moved = false;
    for _ in 0..PORTIONS_A_BEAT {
        let portion = session.store().compare_people(PORTION as usize)?;
        moved |= portion.moved;
        if portion.compared == 0 {
            break;
        }
    }
    Ok(moved)
}

/// `duplicate.scan`: compares some of those who were added or changed since they were last compared, from whatever
/// source. Asked again until nothing is left; stopped at any moment, it goes on from there.
///
/// # Errors
/// The database.
pub fn scan(session: &Session<'_>, args: ScanArgs) -> Result<Scanned, CommandError> {
    let most = if args.people == 0 {
        PORTION
    } else {
        args.people.min(PORTION_MOST)
    };
    let portion = session.store().compare_people(most as usize)?;
    let (left, people) = session.read(|reader| Ok(reader.to_compare(session.staff())?))?;
    if portion.moved || left == 0 && portion.compared > 0 {
        session.touch(Local::Duplicate.code());
    }
    Ok(Scanned {
        compared: u32::try_from(portion.compared).unwrap_or(u32::MAX),
        left: u32::try_from(left).unwrap_or(u32::MAX),
        people: u32::try_from(people).unwrap_or(u32::MAX),
    })
}
