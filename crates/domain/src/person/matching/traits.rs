//! A person as compared: their names taken apart once, beside what needs no reading.

use std::collections::BTreeSet;

use super::facts::Facts;
use crate::name::{Name, key};
use crate::person::Person;

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
    pub(super) facts: Facts,
}

impl Traits {
    /// Reads what a record shows.
    pub fn read(person: &Person) -> Self {
        Self {
            arabic: written(&person.given_name_ar, &person.family_name_ar),
            latin: written(&person.given_name_lat, &person.family_name_lat),
            nickname: name(&person.nickname),
            mother: name(&person.mother_name_ar),
            facts: Facts::read(person),
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
