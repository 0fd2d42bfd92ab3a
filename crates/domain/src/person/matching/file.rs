//! What a register files a person under, so that the few records worth weighing are found among a million.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::facts::Birth;
use super::traits::Traits;
use crate::name::{Name, key};

/// The keys a person is filed under: two records of one person nearly always share one, two strangers hardly ever.
///
/// - any two parts of the name, by sound, in one order (`p`);
/// - a part of the name with the year of birth and the commune (`y`): the married surname, the misspelt part. Without
///   the commune a common name brings a hundred strangers for each year;
/// - the given name with day and month in one order (`d`): the year mistyped, day and month exchanged;
/// - the given name with the mother's (`m`);
/// - papers (`c`, `i`, `n`) and telephone (`t`), whole;
/// - the only part of a name that has but one (`s`).
///
/// Each key is ASCII letters, digits and `-`.
pub fn filing_keys(traits: &Traits) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let names: Vec<&Name> = traits
        .scripts()
        .map(|written| &written.full)
        .chain(&traits.nickname)
        .collect();
    for name in &names {
        keys.extend(
            key::of_pairs(name)
                .into_iter()
                .map(|pair| plain('p', &pair)),
        );
        let sounds = sounds(name);
        if name.parts().len() == 1 {
            keys.extend(sounds.iter().map(|sound| plain('s', sound)));
        }
        if let Some((birth, commune)) = traits.facts.birth.zip(traits.facts.commune.as_deref()) {
            let year = birth.year();
            keys.extend(
                sounds
                    .iter()
                    .map(|sound| plain('y', &format!("{year}-{commune}-{sound}"))),
            );
        }
    }
    let given: BTreeSet<String> = traits
        .scripts()
        .filter_map(|written| written.given.as_ref())
        .flat_map(sounds)
        .collect();
    if let Some(Birth::Day(day)) = traits.facts.birth {
        let (low, high) = (day.day().min(day.month()), day.day().max(day.month()));
        keys.extend(
            given
                .iter()
                .map(|sound| plain('d', &format!("{low}-{high}-{sound}"))),
        );
    }
    if let Some(mother) = traits
        .mother
        .as_ref()
        .and_then(|mother| mother.parts().first())
    {
        for mother in key::of_part(mother) {
            keys.extend(
                given
                    .iter()
                    .map(|sound| plain('m', &format!("{mother}-{sound}"))),
            );
        }
    }
    let whole = [
        ('c', &traits.facts.cnie),
        ('i', &traits.facts.idcs),
        ('n', &traits.facts.document),
        ('t', &traits.facts.phone),
    ];
    for (mark, value) in whole {
        keys.extend(value.as_deref().map(|value| plain(mark, value)));
    }
    keys
}

/// Every way a name's parts may sound.
pub(super) fn sounds(name: &Name) -> BTreeSet<String> {
    name.parts().iter().flat_map(key::of_part).collect()
}

/// A key of plain characters; others (Tifinagh, a CNIE in another script) by their code points.
fn plain(mark: char, text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 2);
    key.push(mark);
    for c in text.chars() {
        match c {
            '0'..='9' | 'A'..='Z' | '-' => key.push(c),
            'a'..='z' => key.push(c.to_ascii_uppercase()),
            '+' => key.push('-'),
            '*' => key.push('0'),
            other => key.push_str(&format!("{:X}", u32::from(other))),
        }
    }
    key
}
