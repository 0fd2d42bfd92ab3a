//! Answers, and whether they answer their question.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FormDefinition, Question, QuestionKind};

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
}

impl FormDefinition {
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

    /// The choices made that must be seen at once.
    pub fn alarms(&self, answers: &[Answer]) -> Vec<&super::Choice> {
        answers
            .iter()
            .filter_map(|answer| Some((self.question(&answer.question)?, answer)))
            .flat_map(|(question, answer)| {
                let chosen = |code: &String| answer.values.contains(code);
                question
                    .choices
                    .iter()
                    .filter(move |choice| choice.alarm && chosen(&choice.code))
            })
            .collect()
    }
}

impl Question {
    fn takes(&self, answer: &Answer) -> bool {
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
