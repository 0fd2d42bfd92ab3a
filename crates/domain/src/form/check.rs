//! What is checked of a form before it is used: when the program is built (its tests) and when it is loaded.

use std::collections::BTreeSet;

use super::{FormDefinition, Question, QuestionKind};
use crate::person::Person;
use crate::protocol::Label;
use crate::record::Record;

/// Why a form cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// Not JSON of this shape.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// Versions count from 1.
    #[error("no version")]
    NoVersion,
    /// Nothing is asked.
    #[error("no question")]
    NoQuestion,
    /// An id that is no lower-case ASCII name.
    #[error("`{0}` is no id")]
    BadId(String),
    /// The same id twice.
    #[error("`{0}` appears twice")]
    Duplicate(String),
    /// A language is missing.
    #[error("{0}: a language is empty")]
    EmptyLabel(String),
    /// A question to choose from offers fewer than two choices, or another one offers some.
    #[error("{0}: its choices do not fit its kind")]
    Choices(String),
    /// An alarm on a question that is not answered by yes or no: there its choices have theirs.
    #[error("{0}: only yes or no can be an alarm of its own")]
    Alarm(String),
    /// Bounds on something that is no number, or in the wrong order.
    #[error("{0}: its bounds do not fit")]
    Bounds(String),
    /// It says that a field of the person holds it, and there is no such field on the card.
    #[error("{0}: no field of a person holds it")]
    OfPerson(String),
    /// A condition names no earlier question, or an answer that question does not have.
    #[error("{0}: its condition can never hold")]
    Condition(String),
}

impl FormDefinition {
    /// Whether the form can be used, with everything that is wrong and not only the first.
    ///
    /// # Errors
    /// One [`FormError`] per fault.
    pub fn check(&self) -> Result<(), Vec<FormError>> {
        let mut errors = Vec::new();
        if self.version == 0 {
            errors.push(FormError::NoVersion);
        }
        if self.questions.is_empty() {
            errors.push(FormError::NoQuestion);
        }
        check_ids([&self.id], &mut errors);
        check_ids(
            self.questions.iter().map(|question| &question.id),
            &mut errors,
        );
        for (place, question) in self.questions.iter().enumerate() {
            question.check(self.questions.get(..place).unwrap_or_default(), &mut errors);
        }
        if errors.is_empty() {
            Ok(())
        } else {
            Err(errors)
        }
    }
}

impl Question {
    fn check(&self, before: &[Question], errors: &mut Vec<FormError>) {
        let id = &self.id;
        check_label(id, &self.label, errors);
        for label in [&self.help, &self.unit].into_iter().flatten() {
            check_label(id, label, errors);
        }
        let choosing = matches!(self.kind, QuestionKind::Choice | QuestionKind::Several);
        if choosing != (self.choices.len() >= 2) || (!choosing && !self.choices.is_empty()) {
            errors.push(FormError::Choices(id.clone()));
        }
        check_ids(self.choices.iter().map(|choice| &choice.code), errors);
        for choice in &self.choices {
            check_label(&format!("{id}.{}", choice.code), &choice.label, errors);
        }
        if let Some(field) = &self.of_person {
            let placed = Person::DEFINITION
                .field(field)
                .is_some_and(|field| field.place.group.is_some());
            if !placed {
                errors.push(FormError::OfPerson(id.clone()));
            }
        }
        if self.alarm && self.kind != QuestionKind::YesNo {
            errors.push(FormError::Alarm(id.clone()));
        }
        let bounded = self.min.is_some() || self.max.is_some() || self.unit.is_some();
        let ordered = self.min.zip(self.max).is_none_or(|(min, max)| min < max);
        if (bounded && self.kind != QuestionKind::Number) || !ordered {
            errors.push(FormError::Bounds(id.clone()));
        }
        if let Some(when) = &self.when {
            let holds = before
                .iter()
                .find(|question| question.id == when.question)
                .is_some_and(|question| match question.kind {
                    QuestionKind::YesNo => when.is == "yes" || when.is == "no",
                    _ => question.choices.iter().any(|choice| choice.code == when.is),
                });
            if !holds {
                errors.push(FormError::Condition(id.clone()));
            }
        }
    }
}

fn check_label(place: &str, label: &Label, errors: &mut Vec<FormError>) {
    if [&label.ar, &label.fr, &label.en]
        .iter()
        .any(|text| text.trim().is_empty())
    {
        errors.push(FormError::EmptyLabel(place.to_owned()));
    }
}

fn check_ids<'a>(ids: impl IntoIterator<Item = &'a String>, errors: &mut Vec<FormError>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        let usable = id.starts_with(|c: char| c.is_ascii_lowercase())
            && id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !usable {
            errors.push(FormError::BadId(id.clone()));
        }
        if !seen.insert(id) {
            errors.push(FormError::Duplicate(id.clone()));
        }
    }
}
