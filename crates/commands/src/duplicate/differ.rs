//! Two records are two people.

use std::collections::BTreeSet;

use jisr_domain::id::SamePersonId;

use super::StateArgs;
use super::join::{both, edge, write_undo};
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Written;

/// `duplicate.different`: remembered, and nobody is asked about them again. Whoever said that they are one is undone
/// when that was on screen.
///
/// # Errors
/// [`CommandError::Field`] with `same_person` for a record and itself; [`CommandError::NotFound`];
/// [`CommandError::Rule`] with `stale_view` when somebody joined them and it was not on screen, with `joined_already`
/// when they are one by way of a third record; the database.
pub fn different(session: &Session<'_>, args: StateArgs) -> Result<Written, CommandError> {
    let id = SamePersonId(session.new_id());
    session
        .write(|tx| {
            let tied = both(tx, session, args.left, args.right)?;
            let sides = [tied.ties.records(args.left), tied.ties.records(args.right)];
            let joined = tied.ties.one(args.left, args.right);
            let against: BTreeSet<SamePersonId> = tied
                .ties
                .joins()
                .iter()
                .copied()
                .chain(tied.ties.contradictions().iter().map(|one| one.same))
                .filter(|edge| {
                    let Some((Some(a), Some(b))) =
                        tied.edges.get(edge).map(|edge| (edge.left, edge.right))
                    else {
                        return false;
                    };
                    let two = [args.left, args.right];
                    if joined {
                        // Of one person, only what joins these very records is undone.
                        two.contains(&a) && two.contains(&b)
                    } else {
                        sides[0].contains(&a) && sides[1].contains(&b)
                            || sides[0].contains(&b) && sides[1].contains(&a)
                    }
                })
                .collect();
            if !against.iter().all(|edge| args.undoes.contains(edge)) {
                return Err(CommandError::Rule(Code::StaleView));
            }
            let mut left = tied.edges.clone();
            left.retain(|edge, _| !against.contains(edge));
            if jisr_domain::person::Ties::of(&left).one(args.left, args.right) {
                return Err(CommandError::Rule(Code::JoinedAlready));
            }
            for edge in &against {
                write_undo(tx, session, &tied, *edge)?;
            }
            if let Some(said) = tied.ties.different(args.left, args.right).first() {
                return Ok(*said);
            }
            tx.create(id, &edge(&args, false))?;
            Ok(id)
        })
        .map(|edge| Written {
            id: edge.to_string(),
        })
}
