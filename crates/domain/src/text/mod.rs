//! Text as typed and as compared: digits, folded keys, and what is never let in.

mod clean;
mod fold;

pub use clean::{LONGEST, TextProblem, clean};
pub use fold::{arabic_key, latin_digits, latin_key, search_tokens};
