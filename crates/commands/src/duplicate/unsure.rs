//! Somebody looked at two records, and was not sure.

use jisr_domain::record::Kind;

use jisr_store::Local;

use super::PairArgs;
use super::join::both;
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// `duplicate.unsure`: the pair goes to the end of the list of this device, and is asked about as if new when either
/// record changes so that the reasons are others. Nothing is said of the two; that somebody looked is audited.
///
/// # Errors
/// [`CommandError::Field`] with `same_person` for a record and itself; [`CommandError::NotFound`];
/// [`CommandError::Rule`] with `joined_already`; the database.
pub fn unsure(session: &Session<'_>, args: PairArgs) -> Result<Empty, CommandError> {
    session.write(|tx| {
        let tied = both(tx, session, args.left, args.right)?;
        if tied.ties.one(args.left, args.right) {
            return Err(CommandError::Rule(Code::JoinedAlready));
        }
        let found = tx
            .reader()
            .likeness(args.left.min(args.right), args.left.max(args.right))?;
        tx.leave_undecided(args.left, args.right, &found)?;
        for person in [args.left, args.right] {
            tx.audit("unsure", Some(Kind::Person), Some(person.0), &[])?;
        }
        Ok(())
    })?;
    session.touch(Local::Duplicate.code());
    Ok(Empty {})
}
