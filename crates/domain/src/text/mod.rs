//! Text as typed and as compared: digits, folded keys, and what is never let in.

mod clean;
mod fold;
mod label;

pub use clean::{LONGEST, TextProblem, clean};
pub use fold::{arabic_key, latin_digits, latin_key, search_tokens};
pub use label::label_key;
