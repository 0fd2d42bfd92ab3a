//! What was said of two records is taken back.

use jisr_domain::id::{PersonId, SamePersonId};
use jisr_domain::person::SamePerson;

use super::UndoArgs;
use super::join::write_undo;
use super::statement::in_force;
use crate::access::must_see;
use crate::code::Code;
use crate::error::CommandError;
use crate::person::tied;
use crate::session::Session;
use crate::view::Empty;

/// Statements undone at once, at most.
const MOST: usize = 100;

/// `duplicate.undo`: each record has again exactly what was written in it, whatever happened since. Undoing
/// «different» opens the question again.
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view` when one was undone already; the database.
pub fn undo(session: &Session<'_>, args: UndoArgs) -> Result<Empty, CommandError> {
    if args.edges.is_empty() || args.edges.len() > MOST {
        return Err(CommandError::Field {
            field: "edges",
            code: Code::Required,
        });
    }
    session.write(|tx| {
        let mut ends: Vec<PersonId> = Vec::new();
        for edge in &args.edges {
            let said = tx
                .reader()
                .find::<SamePerson>(*edge)?
                .ok_or(CommandError::NotFound)?;
            for end in [said.left, said.right] {
                let end = end.ok_or(CommandError::NotFound)?;
                must_see(tx.reader(), session, Some(end), None)?;
                ends.push(end);
            }
        }
        let tied = tied(tx.reader(), session, &ends)?;
        let standing: Vec<SamePersonId> = in_force(&tied).collect();
        if !args.edges.iter().all(|edge| standing.contains(edge)) {
            return Err(CommandError::Rule(Code::StaleView));
        }
        let mut edges = args.edges.clone();
        edges.sort_unstable();
        edges.dedup();
        for edge in edges {
            write_undo(tx, session, &tied, edge)?;
        }
        Ok(Empty {})
    })
}
