//! What the values of a field are. From it follow how they are cleaned when typed, how they are shown, and with what
//! they are asked for.

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use crate::amount::AmountOf;
use crate::person::{fold_cnie, normalise_phone};
use crate::text::{clean, latin_digits};

/// The one code by which somebody was asked and did not know, or was not asked: it says nothing beside another answer.
pub const SAYS_NOTHING: &str = "unknown";

/// Years a civil day may lie in: nobody received was born before, nothing is planned after.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A list of codes with words for each.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeList {
    /// Name of the type that holds it.
    pub name: &'static str,
    /// The family of its words in the locales, where it is not the name.
    pub family: Option<&'static str>,
    /// The codes, in the order they are listed to a person.
    pub codes: &'static [&'static str],
}

impl CodeList {
    /// The family of its words: `<family>.<code>` in the locales.
    pub fn family(&self) -> String {
        match self.family {
            Some(family) => family.to_owned(),
            None => snake_case(self.name),
        }
    }
}

fn snake_case(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push('_');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words.
    Text,
    /// A name of somebody: two spellings of one do not deny each other.
    Name,
    /// A telephone: E.164 where it can be read, as typed otherwise.
    Telephone,
    /// The number of a CNIE: upper case without spaces.
    Cnie,
    /// The number of a paper or a register: digits of any script become Latin ones.
    Number,
    /// An amount of money, in centimes.
    Money(AmountOf),
    /// A whole number.
    Count,
    /// Yes or no.
    Flag,
    /// A civil day, in a believable year.
    Day,
    /// A birth: a day, a year, or [`SAYS_NOTHING`].
    Birth,
    /// An hour of the day.
    Time,
    /// A moment.
    Moment,
    /// One of a closed list.
    Code(&'static CodeList),
    /// One of a list that proposes and does not close: a code it does not know is kept.
    Open(&'static CodeList),
    /// A member of staff.
    Staff,
    /// A person received.
    Person,
    /// A partner.
    Partner,
    /// A HCP code of a province or a commune.
    Place,
    /// A protocol, by its code.
    Protocol,
    /// A step, a paper or an outcome of the protocol followed: its words are in the definition.
    Step,
    /// Answers to a form.
    Answers,
    /// Another record, or a key: nothing in it can be read.
    Reference,
}

/// Why a value cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShapeProblem {
    /// Longer than any text may be.
    #[error("the text is too long")]
    TooLong,
    /// A year nobody can mean.
    #[error("the day is in no year that can be meant")]
    DayAbsurd,
}

impl Shape {
    /// `typed` as it is kept; empty when there is nothing to be seen in it.
    ///
    /// # Errors
    /// [`ShapeProblem::TooLong`]; [`ShapeProblem::DayAbsurd`] for a day in no believable year.
    pub fn clean(self, typed: &str) -> Result<String, ShapeProblem> {
        let text = clean(typed).map_err(|_| ShapeProblem::TooLong)?;
        Ok(match self {
            Shape::Telephone => normalise_phone(&text).unwrap_or_else(|| latin_digits(&text)),
            Shape::Cnie => fold_cnie(&text),
            Shape::Number => latin_digits(&text),
            Shape::Day => match text.parse::<NaiveDate>() {
                Ok(day) if !Self::is_believable(day) => return Err(ShapeProblem::DayAbsurd),
                _ => text,
            },
            _ => text,
        })
    }

    /// Whether somebody can mean this day.
    pub fn is_believable(day: NaiveDate) -> bool {
        YEARS.contains(&day.year())
    }

    /// The list its values are of.
    pub fn codes(self) -> Option<&'static CodeList> {
        match self {
            Shape::Code(list) | Shape::Open(list) => Some(list),
            _ => None,
        }
    }

    /// The code of it the interface reads.
    pub fn code(self) -> &'static str {
        match self {
            Shape::Text => "text",
            Shape::Name => "name",
            Shape::Telephone => "telephone",
            Shape::Cnie => "cnie",
            Shape::Number => "number",
            Shape::Money(_) => "money",
            Shape::Count => "count",
            Shape::Flag => "flag",
            Shape::Day => "day",
            Shape::Birth => "birth",
            Shape::Time => "time",
            Shape::Moment => "moment",
            Shape::Code(_) => "code",
            Shape::Open(_) => "open",
            Shape::Staff => "staff",
            Shape::Person => "person",
            Shape::Partner => "partner",
            Shape::Place => "place",
            Shape::Protocol => "protocol",
            Shape::Step => "step",
            Shape::Answers => "answers",
            Shape::Reference => "reference",
        }
    }

    /// Whether `value` says something: it is there, is not empty, and is not the answer of somebody who does not know.
    pub fn says(self, value: Option<&Value>) -> bool {
        match value {
            None | Some(Value::Null) => false,
            Some(Value::Array(list)) => !list.is_empty(),
            Some(Value::String(text)) => {
                let answer = matches!(self, Shape::Code(_) | Shape::Open(_) | Shape::Birth);
                !(text.trim().is_empty() || answer && text == SAYS_NOTHING)
            }
            Some(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_of_words_is_the_name_of_its_list_written_small() {
        assert_eq!(snake_case("MaritalStatus"), "marital_status");
        assert_eq!(snake_case("Sex"), "sex");
    }

    #[test]
    fn nobody_knows_says_nothing_as_an_answer_and_something_as_a_word() {
        let unknown = Value::from(SAYS_NOTHING);
        assert!(!Shape::Birth.says(Some(&unknown)));
        assert!(Shape::Text.says(Some(&unknown)));
        assert!(!Shape::Text.says(Some(&Value::from("  "))));
    }
}
