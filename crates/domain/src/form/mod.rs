//! Forms as data: what is asked of each target group beyond who somebody is (decision 011).
//!
//! A definition is one file of `assets/forms/`; its questions carry their words in the three languages, so that a
//! question is added without a line of code. Answers are kept in a record that names the form and its version.

mod answer;
mod check;
mod definition;
mod library;

#[cfg(test)]
mod tests;

pub use answer::{Answer, AnswerProblem};
pub use check::FormError;
pub use definition::{Choice, Condition, FormDefinition, Question, QuestionKind};
pub use library::{current, find, library, parse};
