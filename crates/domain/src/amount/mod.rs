//! Amounts of money: what somebody wrote, in centimes of dirham; the same in words; what is usual.
//!
//! The one home of the question. The commands read amounts here, and the interface asks them ([`read`] is behind
//! `amount.read`), so that what is shown beside a field is what is kept.

mod read;
mod usual;
mod words;

pub use read::{AmountProblem, LARGEST, Reading, read, written};
pub use usual::AmountOf;
pub use words::in_words;
