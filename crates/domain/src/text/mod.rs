//! Text as typed: digits of either keyboard, and what is never let in.

mod clean;
mod digits;
mod label;
mod phone;

pub use clean::{LONGEST, TextProblem, clean};
pub use digits::latin_digits;
pub use label::label_key;
pub use phone::dialled;
