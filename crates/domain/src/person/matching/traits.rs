//! A person as compared: names taken apart once, papers and telephone folded.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::name::{Name, key};
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

/// A name in one script: as given and family name, and as one.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) given: Option<Name>,
    pub(super) family: Option<Name>,
    pub(super) full: Name,
}

/// A person, ready to be compared many times.
#[derive(Clone, Debug, Default)]
pub struct Traits {
    pub(super) arabic: Option<Written>,
    pub(super) latin: Option<Written>,
    pub(super) nickname: Option<Name>,
    pub(super) mother: Option<Name>,
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

impl Traits {
    /// Reads what a record shows.
    pub fn read(person: &Person) -> Self {
        let paper = |value: &Option<String>| {
            value
                .as_deref()
                .map(fold_cnie)
                .filter(|folded| !folded.is_empty())
        };
        Self {
            arabic: written(&person.given_name_ar, &person.family_name_ar),
            latin: written(&person.given_name_lat, &person.family_name_lat),
            nickname: name(&person.nickname),
            mother: name(&person.mother_name_ar),
            sex: person.sex.filter(|sex| *sex != Sex::Unknown),
            birth: birth(person),
            cnie: paper(&person.cnie),
            idcs: paper(&person.idcs),
            document: paper(&person.document_number),
            paper_file: paper(&person.paper_file),
            phone: person
                .phone
                .as_deref()
                .map(|phone| normalise_phone(phone).unwrap_or_else(|| fold_cnie(phone)))
                .filter(|phone| !phone.is_empty()),
            province: person.province.clone().filter(|code| !code.is_empty()),
            commune: person.commune.clone().filter(|code| !code.is_empty()),
        }
    }

    /// Every way the parts of their names may sound ([`key::of_part`]): what the register counts bearers by.
    pub fn sounds(&self) -> BTreeSet<String> {
        let names = self.scripts().map(|written| &written.full);
        let names = names.chain(&self.nickname).chain(&self.mother);
        names
            .flat_map(|name| name.parts())
            .flat_map(key::of_part)
            .collect()
    }

    /// The names in either script, Arabic first.
    pub(super) fn scripts(&self) -> impl Iterator<Item = &Written> {
        self.arabic.iter().chain(&self.latin)
    }
}

fn name(text: &Option<String>) -> Option<Name> {
    let name = Name::read(text.as_deref()?);
    (!name.parts().is_empty()).then_some(name)
}

fn written(given: &Option<String>, family: &Option<String>) -> Option<Written> {
    let (given_name, family_name) = (name(given), name(family));
    let full = match (&given_name, &family_name) {
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (Some(_), Some(_)) => Name::read(&format!(
            "{} {}",
            given.as_deref().unwrap_or_default(),
            family.as_deref().unwrap_or_default()
        )),
    };
    Some(Written {
        given: given_name,
        family: family_name,
        full,
    })
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
