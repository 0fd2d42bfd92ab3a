//! Titles typed inside a name field: recognised and proposed apart, never moved by themselves.
//! «مولاي» or «سيدي» may be the name itself, so that only a person decides.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Person;
use crate::name::word;

/// The title as the record keeps it, and how it is typed, folded (domain notes Annex B).
const TITLES: &[(&str, &[&str])] = &[
    ("مولاي", &["مولاي", "moulay", "mly", "moulai", "mouley"]),
    ("لالة", &["لاله", "للا", "لالا", "lalla", "lala"]),
    ("سيدي", &["سيدي", "sidi"]),
    (
        "الحاج",
        &[
            "حاج", "haj", "hadj", "hajj", "el haj", "el hadj", "el hajj", "elhaj", "elhadj",
        ],
    ),
    (
        "الحاجة",
        &[
            "حاجه", "haja", "hajja", "hadja", "el haja", "el hajja", "el hadja", "elhaja",
        ],
    ),
];

/// A title found at the head of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TitleFound {
    /// The field it was typed in.
    pub field: String,
    /// The title, as the record keeps it.
    pub title: String,
    /// What the name would be without it.
    pub rest: String,
}

/// The titles at the head of a given name, in either script. None when the name is the title alone, or when the
/// person has a title already.
pub fn titles_in(person: &Person) -> Vec<TitleFound> {
    if person
        .title
        .as_deref()
        .is_some_and(|title| !title.trim().is_empty())
    {
        return Vec::new();
    }
    [
        ("given_name_ar", &person.given_name_ar),
        ("given_name_lat", &person.given_name_lat),
    ]
    .into_iter()
    .filter_map(|(field, name)| {
        let (title, rest) = split(name.as_deref()?)?;
        Some(TitleFound {
            field: field.to_owned(),
            title: title.to_owned(),
            rest,
        })
    })
    .collect()
}

fn split(name: &str) -> Option<(&'static str, String)> {
    let words: Vec<&str> = name.split_whitespace().collect();
    // «El Haj» is two words; no title is longer.
    (1..=2.min(words.len().saturating_sub(1)))
        .rev()
        .find_map(|head| {
            let typed = plain(&words.get(..head)?.join(" "));
            let (title, _) = TITLES
                .iter()
                .find(|(_, written)| written.contains(&typed.as_str()))?;
            Some((*title, words.get(head..)?.join(" ")))
        })
}

/// A word as the list of titles writes it: Arabic in plain letters without its article, Latin in small letters without signs.
fn plain(typed: &str) -> String {
    if typed.chars().any(|c| ('\u{600}'..='\u{6FF}').contains(&c)) {
        let plain = |typed: &str| -> Option<String> {
            let word = word::readings(typed).into_iter().next()?;
            let bare = word
                .strip_prefix("ال")
                .filter(|rest| rest.chars().count() >= 2);
            Some(bare.map_or(word.clone(), str::to_owned))
        };
        let words: Vec<String> = typed.split_whitespace().filter_map(plain).collect();
        return words.join(" ");
    }
    let spaced = typed.replace(['-', '\'', '’', '.'], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(ar: &str, lat: &str) -> Vec<(String, String, String)> {
        let person = Person {
            given_name_ar: Some(ar.into()),
            given_name_lat: Some(lat.into()),
            ..Person::default()
        };
        titles_in(&person)
            .into_iter()
            .map(|found| (found.field, found.title, found.rest))
            .collect()
    }

    fn one(field: &str, title: &str, rest: &str) -> Vec<(String, String, String)> {
        vec![(field.to_owned(), title.to_owned(), rest.to_owned())]
    }

    #[test]
    fn a_title_typed_in_the_name_is_proposed_apart_in_either_script() {
        assert_eq!(
            found("مولاي أحمد", "Ahmed"),
            one("given_name_ar", "مولاي", "أحمد")
        );
        assert_eq!(found("لالة فاطمة", ""), one("given_name_ar", "لالة", "فاطمة"));
        assert_eq!(
            found("الحاج محمد علي", ""),
            one("given_name_ar", "الحاج", "محمد علي")
        );
        assert_eq!(
            found("", "Moulay Ahmed"),
            one("given_name_lat", "مولاي", "Ahmed")
        );
        assert_eq!(
            found("", "El Haj Brahim"),
            one("given_name_lat", "الحاج", "Brahim")
        );
        assert_eq!(
            found("", "El-Hajja Fatima"),
            one("given_name_lat", "الحاجة", "Fatima")
        );
    }

    #[test]
    fn a_name_that_is_a_title_and_a_title_already_kept_are_left_alone() {
        assert_eq!(found("مولاي", "Sidi"), vec![]);
        assert_eq!(found("أحمد مولاي", "Hajar El Idrissi"), vec![]);
        let person = Person {
            given_name_ar: Some("مولاي أحمد".into()),
            title: Some("الحاج".into()),
            ..Person::default()
        };
        assert_eq!(titles_in(&person), vec![]);
    }
}
