//! Finding people: words of their names in either script and any spelling, exact keys (CNIE, telephone, paper file …),
//! numbers of their cases. Hidden people never come.

mod alike;
mod expand;
mod filed;
mod find;
mod index;
mod query;
mod term;

pub use alike::Alike;
pub use filed::Filed;
pub use find::PersonHit;
pub(crate) use index::Index;
