//! Answers, and whether they answer their question.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FormDefinition, Question, QuestionKind};
use crate::amount::{self, AmountOf, AmountProblem, Reading};
use crate::text::latin_digits;

/// What was answered to one question. Values are texts whatever the question: a day `YYYY-MM-DD`, a number in Latin
/// digits, the code of a choice, `yes` or `no`.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema,
)]
#[serde(default)]
pub struct Answer {
    /// Which question of the form.
    pub question: String,
    /// One value, or several where several may be chosen.
    pub values: Vec<String>,
    /// It was asked, and is not known. Then there is no value.
    pub unknown: bool,
}

impl crate::record::Column for Answer {
    const TYPE: crate::record::ColumnType = crate::record::ColumnType::Json;
    const SHAPE: crate::record::Shape = crate::record::Shape::Answers;
}

/// Why answers cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    /// The form has no such question.
    #[error("no question `{0}`")]
    NoQuestion(String),
    /// Answered twice.
    #[error("`{0}` is answered twice")]
    Twice(String),
    /// The value is no answer to this question.
    #[error("`{0}`: this is no answer to it")]
    NotAnAnswer(String),
    /// An amount that cannot be read.
    #[error("`{0}`: {1}")]
    Amount(String, AmountProblem),
    /// An amount that can mean two things.
    #[error("`{0}`: the amount can mean two things")]
    AmountUnclear(String),
    /// Forms keep whole dirhams.
    #[error("`{0}`: not a whole number of dirhams")]
    AmountNotWhole(String),
}

impl FormDefinition {
    /// Amounts and numbers as they are kept: whole dirhams and whole numbers in Latin digits, whatever way they were
    /// written.
    ///
    /// # Errors
    /// The first amount that is none, or can mean two things.
    pub fn read_numbers(&self, answers: &mut [Answer]) -> Result<(), AnswerProblem> {
        for answer in answers {
            let Some(question) = self.question(&answer.question) else {
                continue;
            };
            if question.kind != QuestionKind::Number {
                continue;
            }
            let is_amount = question.amount_of().is_some();
            for value in &mut answer.values {
                *value = if is_amount {
                    whole_dirhams(&question.id, value)?
                } else {
                    latin_digits(value).trim().to_owned()
                };
            }
        }
        Ok(())
    }

    /// The first question whose answer is an amount far from the usual that is not among `known` answers: whoever
    /// wrote it says that it is meant. After [`FormDefinition::read_numbers`].
    pub fn far_amount(&self, answers: &[Answer], known: &[Answer]) -> Option<&Question> {
        answers
            .iter()
            .filter(|answer| !known.contains(answer))
            .filter_map(|answer| Some((self.question(&answer.question)?, answer)))
            .find(|(question, answer)| {
                question.amount_of().is_some_and(|of| {
                    let dirhams = answer
                        .values
                        .iter()
                        .filter_map(|value| value.parse::<i64>().ok());
                    dirhams
                        .into_iter()
                        .any(|dirhams| of.is_far(dirhams.saturating_mul(100)))
                })
            })
            .map(|(question, _)| question)
    }

    /// Whether each answer answers a question of this form.
    ///
    /// # Errors
    /// The first problem found.
    pub fn check_answers(&self, answers: &[Answer]) -> Result<(), AnswerProblem> {
        let mut seen = BTreeSet::new();
        for answer in answers {
            let id = &answer.question;
            let question = self
                .question(id)
                .ok_or_else(|| AnswerProblem::NoQuestion(id.clone()))?;
            if !seen.insert(id) {
                return Err(AnswerProblem::Twice(id.clone()));
            }
            if !question.takes(answer) {
                return Err(AnswerProblem::NotAnAnswer(id.clone()));
            }
        }
        Ok(())
    }

    /// The answers that must be seen at once, in the order of the form: the question, and what was chosen; nothing
    /// beside a question answered *yes*.
    pub fn alarms(&self, answers: &[Answer]) -> Vec<(&Question, Option<&super::Choice>)> {
        let of = |question: &Question| answers.iter().find(|answer| answer.question == question.id);
        self.questions
            .iter()
            .filter_map(|question| Some((question, of(question)?)))
            .flat_map(|(question, answer)| {
                let chosen = |code: &str| answer.values.iter().any(|value| value == code);
                let yes = (question.alarm && chosen("yes")).then_some((question, None));
                let choices = question
                    .choices
                    .iter()
                    .filter(move |choice| choice.alarm && chosen(&choice.code))
                    .map(move |choice| (question, Some(choice)));
                yes.into_iter().chain(choices)
            })
            .collect()
    }
}

fn whole_dirhams(question: &str, typed: &str) -> Result<String, AnswerProblem> {
    let problem = |why| AnswerProblem::Amount(question.to_owned(), why);
    match amount::read(typed).map_err(problem)? {
        Reading::Either { .. } => Err(AnswerProblem::AmountUnclear(question.to_owned())),
        Reading::Clear(centimes) if centimes % 100 != 0 => {
            Err(AnswerProblem::AmountNotWhole(question.to_owned()))
        }
        Reading::Clear(centimes) => Ok((centimes / 100).to_string()),
    }
}

impl Question {
    /// What its answer is an amount of; none for what is no amount. Its unit says so: a number counted in dirhams.
    #[must_use]
    pub fn amount_of(&self) -> Option<AmountOf> {
        let unit = self
            .unit
            .as_ref()
            .filter(|_| self.kind == QuestionKind::Number)?;
        match unit.fr.as_str() {
            "DH" => Some(AmountOf::Sum),
            "DH par mois" => Some(AmountOf::Month),
            _ => None,
        }
    }

    fn takes(&self, answer: &Answer) -> bool {
        // The person's own record has it.
        if self.of_person.is_some() {
            return false;
        }
        if answer.unknown {
            return answer.values.is_empty();
        }
        if self.kind != QuestionKind::Several && answer.values.len() > 1 {
            return false;
        }
        answer.values.iter().all(|value| match self.kind {
            QuestionKind::Text | QuestionKind::LongText => !value.is_empty(),
            QuestionKind::Number => value.parse::<u32>().is_ok_and(|number| {
                self.min.is_none_or(|min| number >= min) && self.max.is_none_or(|max| number <= max)
            }),
            QuestionKind::Date => value.parse::<NaiveDate>().is_ok(),
            QuestionKind::YesNo => value == "yes" || value == "no",
            QuestionKind::Choice | QuestionKind::Several => {
                self.choices.iter().any(|choice| choice.code == *value)
            }
        })
    }
}
