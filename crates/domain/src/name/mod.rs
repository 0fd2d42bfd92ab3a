//! How likely two written names are one name: Arabic script, French-Moroccan Latin spelling, or one of each.
//!
//! No list of names and no table of answers: letters, particles, titles, and the weights of spelling
//! (`docs/matching.md` tells how they were set and what they reach). A name alone never decides that two people
//! are one; [`crate::person::matching`] weighs it with the rest of the record.

pub mod align;
pub mod compare;
pub mod cost;
pub mod form;
pub mod full;
pub mod key;
pub mod letters;
pub mod parse;
pub mod word;

#[cfg(test)]
mod tests;

pub use compare::{Matcher, Verdict};
pub use full::{Name, Weighed};
