//! What is compared of a person beside their names: cheap to read, and often enough to tell a stranger.

use chrono::{Datelike, NaiveDate};

use crate::person::{Person, Sex, fold_cnie, normalise_phone, parse_birth};

/// Birth as far as the record knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Birth {
    /// To the day.
    Day(NaiveDate),
    /// The year alone. A first of January is read so too: it is what registers write for «in the year».
    Year(i32),
    /// An age somebody guessed, turned into a year.
    About(i32),
}

impl Birth {
    pub(super) fn year(self) -> i32 {
        match self {
            Birth::Day(day) => day.year(),
            Birth::Year(year) | Birth::About(year) => year,
        }
    }
}

/// A person's birth, sex, papers, telephone and place, folded.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub(super) sex: Option<Sex>,
    pub(super) birth: Option<Birth>,
    pub(super) cnie: Option<String>,
    pub(super) idcs: Option<String>,
    pub(super) document: Option<String>,
    pub(super) paper_file: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) province: Option<String>,
    pub(super) commune: Option<String>,
}

impl Facts {
    /// Reads what a record shows.
    pub fn read(person: &Person) -> Self {
        let paper = |value: &Option<String>| {
            value
                .as_deref()
                .map(fold_cnie)
                .filter(|folded| !folded.is_empty())
        };
        Self {
            sex: person.known_sex(),
            birth: birth(person),
            cnie: paper(&person.cnie),
            idcs: paper(&person.idcs),
            document: paper(&person.document_number),
            paper_file: paper(&person.paper_file),
            phone: person
                .phone
                .as_deref()
                .map(number)
                .filter(|phone| !phone.is_empty()),
            province: person.province.clone().filter(|code| !code.is_empty()),
            commune: person.commune.clone().filter(|code| !code.is_empty()),
        }
    }
}

/// A telephone in E.164. One already kept so is not read again: reading is the dearest step of all.
fn number(phone: &str) -> String {
    let kept = phone
        .strip_prefix('+')
        .is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    if kept {
        return phone.to_owned();
    }
    normalise_phone(phone).unwrap_or_else(|| fold_cnie(phone))
}

fn birth(person: &Person) -> Option<Birth> {
    if let Some((year, day)) = person.birth_date.as_deref().and_then(parse_birth) {
        return Some(match day {
            Some(day) if (day.month(), day.day()) != (1, 1) => Birth::Day(day),
            _ => Birth::Year(year),
        });
    }
    let (age, on) = person.estimated_age.zip(person.estimated_on)?;
    Some(Birth::About(on.year() - i32::try_from(age).ok()?))
}
