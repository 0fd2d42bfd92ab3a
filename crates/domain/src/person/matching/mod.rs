//! Whether two records may be one person: the evidence of names, birth, papers, telephone and place, weighed.
//!
//! After Fellegi and Sunter (*A Theory for Record Linkage*, JASA 64, 1969), with a third hypothesis beside *same* and
//! *stranger*: *relative*. Members of one household share a surname, a mother, a telephone and a commune; without it
//! every sister would be proposed as her brother's double. `docs/matching.md` gives the figures.
//!
//! Nothing here joins two records. It suggests, with its reasons; a person decides.

mod birth;
mod evidence;
mod facts;
mod file;
mod likeness;
mod names;
mod paper;
mod reason;
mod sum;
mod traits;

#[cfg(test)]
mod tests;

pub use evidence::{Bearers, Sought, weigh};
pub use facts::Facts;
pub use file::filing_keys;
pub use likeness::{Likeness, MAYBE, SAME};
pub use reason::{Reason, ReasonCode};
pub use traits::Traits;
