//! Records of one person, tied by «the same» and «different» edges (sync rule 24). Nothing is ever repointed: a
//! reader follows the edges, and an undone edge leaves each record with exactly what was written in it.

mod compare;
mod ties;
mod whole;

#[cfg(test)]
mod tests;

pub use compare::{Agreement, agreement, compared_fields};
pub use ties::{Contradiction, Ties, representative};
pub use whole::whole;
