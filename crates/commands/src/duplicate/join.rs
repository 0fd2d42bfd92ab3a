//! Two records are one person.

use std::collections::BTreeSet;

use jisr_domain::id::{PersonId, SamePersonId};
use jisr_domain::person::SamePerson;
use jisr_store::Tx;

use super::StateArgs;
use crate::access::visible_person;
use crate::code::Code;
use crate::error::CommandError;
use crate::person::{Tied, tied};
use crate::session::Session;
use crate::view::Written;

/// `duplicate.same`: from now on both are shown as one person. Whoever said that they are different is undone when
/// that was on screen.
///
/// # Errors
/// [`CommandError::Field`] with `same_person` for a record and itself; [`CommandError::NotFound`];
/// [`CommandError::Rule`] with `stale_view` when somebody said the opposite and it was not on screen,
/// `joined_already`; the database.
pub fn same(session: &Session<'_>, args: StateArgs) -> Result<Written, CommandError> {
    let id = SamePersonId(session.new_id());
    session
        .write(|tx| {
            let tied = both(tx, session, args.left, args.right)?;
            let against: BTreeSet<SamePersonId> = tied
                .ties
                .different(args.left, args.right)
                .into_iter()
                .collect();
            if tied.ties.one(args.left, args.right) {
                return Err(CommandError::Rule(Code::JoinedAlready));
            }
            if !against.iter().all(|edge| args.undoes.contains(edge)) {
                return Err(CommandError::Rule(Code::StaleView));
            }
            for edge in &against {
                write_undo(tx, session, &tied, *edge)?;
            }
            // Said before, and kept from joining by what is undone now: saying it once is enough.
            let said = tied.ties.contradictions().iter().find(|one| {
                against.contains(&one.different) && named(&tied, one.same) == pair(&args)
            });
            match said {
                Some(said) => Ok(said.same),
                None => {
                    tx.create(id, &edge(&args, true))?;
                    Ok(id)
                }
            }
        })
        .map(|edge| Written {
            id: edge.to_string(),
        })
}

/// The records a statement is about, whichever stands first.
fn named(tied: &Tied, edge: SamePersonId) -> BTreeSet<PersonId> {
    tied.edges
        .get(&edge)
        .into_iter()
        .flat_map(|edge| [edge.left, edge.right])
        .flatten()
        .collect()
}

fn pair(args: &StateArgs) -> BTreeSet<PersonId> {
    BTreeSet::from([args.left, args.right])
}

/// What is said of two records that the one at work may both know of.
pub(super) fn both(
    tx: &Tx<'_>,
    session: &Session<'_>,
    left: PersonId,
    right: PersonId,
) -> Result<Tied, CommandError> {
    if left == right {
        return Err(CommandError::Field {
            field: "right",
            code: Code::SamePerson,
        });
    }
    visible_person(tx.reader(), session, left)?;
    visible_person(tx.reader(), session, right)?;
    tied(tx.reader(), session, &[left, right])
}

/// A statement about the two.
pub(super) fn edge(args: &StateArgs, same: bool) -> SamePerson {
    SamePerson {
        left: Some(args.left),
        right: Some(args.right),
        same: Some(same),
        undoes: None,
    }
}

/// Undoes a statement. The undoing names the records too, so that it is told to whom the statement is told.
pub(super) fn write_undo(
    tx: &mut Tx<'_>,
    session: &Session<'_>,
    tied: &Tied,
    edge: SamePersonId,
) -> Result<(), CommandError> {
    let said = tied.edges.get(&edge).ok_or(CommandError::NotFound)?;
    let undo = SamePerson {
        left: said.left,
        right: said.right,
        same: None,
        undoes: Some(edge),
    };
    tx.create(SamePersonId(session.new_id()), &undo)?;
    Ok(())
}
