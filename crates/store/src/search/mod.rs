//! Finding people: folded words of their names in either script, exact keys (CNIE, telephone, paper file …),
//! numbers of their cases. Hidden people never come.

mod find;
mod index;
mod query;

pub use find::PersonHit;
pub(crate) use index::Index;
