//! The words a name is looked up by: what somebody would type in a search box, folded.

use std::collections::BTreeSet;
use std::ops::Range;

use super::letters::{self, Script, arabic, latin};
use super::parse::{self, Part};

/// Every word a name may be found by: each written word with and without its article, compounds whole and by what
/// distinguishes them (عبد الرحيم by عبدرحيم, عبد and رحيم), two given names written as one.
pub fn words(name: &str) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = letters::words(name)
        .iter()
        .flat_map(|word| readings(word))
        .collect();
    let parts = parse::parts(name);
    for part in &parts {
        words.extend(of_part(part));
    }
    for pair in parts.windows(2).take(2) {
        if let [one, two] = pair
            && one.script == two.script
            && let (Some(a), Some(b)) = (of_part(one).first(), of_part(two).first())
        {
            words.insert(format!("{a}{b}"));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The ways one written word may be read: as typed, without an article, an abbreviation in full.
pub fn readings(word: &str) -> Vec<String> {
    let plain = match letters::script(word) {
        Script::Arabic => text(&arabic::fold(word)),
        Script::Latin => text(&latin::fold(&latin::plain(word))),
        Script::Other => word.to_lowercase(),
    };
    let mut readings = vec![plain];
    for reading in parse::parts(word).iter().flat_map(of_part) {
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    readings.retain(|reading| !reading.is_empty());
    readings
}

/// One thing typed in a search box.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The ways it may be read.
    pub readings: Vec<String>,
    /// As it is compared with names of other spellings.
    pub part: Part,
}

/// What was typed, particles joined to the words they serve and titles left out, as names are: عبد الهادي is one thing,
/// and is *Abdelhadi*.
pub fn asked(typed: &str) -> Vec<Asked> {
    let written = letters::words(typed);
    let parts = parse::parts(typed);
    // An abbreviation stands for a name and may be the beginning of another: Med, Medina.
    let alone = written.len() == parts.len();
    parts
        .into_iter()
        .enumerate()
        .map(|(at, part)| {
            let mut found = of_part(&part);
            if let Some(word) = written.get(at).filter(|_| alone) {
                found.extend(readings(word));
            }
            // عبد الـ on the way to عبد الهادي.
            let begun = found.iter().filter_map(|r| r.strip_prefix("عبدال"));
            let begun: Vec<String> = begun.map(|rest| format!("عبد{rest}")).collect();
            found.extend(begun);
            let mut readings = Vec::with_capacity(found.len());
            for reading in found {
                if !reading.is_empty() && !readings.contains(&reading) {
                    readings.push(reading);
                }
            }
            Asked { readings, part }
        })
        .filter(|asked| !asked.readings.is_empty())
        .collect()
}

/// Where each written word of `name` stands, in bytes, with what it may be found by: to show what was found.
pub fn places(name: &str) -> Vec<(Range<usize>, Vec<String>)> {
    let mut places = Vec::new();
    let mut start = None;
    let ends = name.char_indices().chain([(name.len(), ' ')]);
    for (at, c) in ends {
        let parts_words = c.is_whitespace() || matches!(c, '-' | '_' | '.' | ',' | '/');
        match (start, parts_words) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                let found: Vec<String> = letters::words(&name[from..at])
                    .iter()
                    .flat_map(|word| readings(word))
                    .collect();
                places.push((from..at, found));
                start = None;
            }
            _ => {}
        }
    }
    places
}

/// What was typed to narrow a list that is on screen: every word must begin a word of the text, however spelt.
#[derive(Clone, Debug, Default)]
pub struct Typed(Vec<Vec<String>>);

impl Typed {
    /// Reads what was typed.
    pub fn read(typed: &str) -> Self {
        let words = letters::words(typed);
        Self(words.iter().map(|word| readings(word)).collect())
    }

    /// Nothing that could be looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each word typed begins one of `texts`' words.
    pub fn begins_in<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> bool {
        let known: BTreeSet<String> = texts.into_iter().flat_map(words).collect();
        self.0.iter().all(|readings| {
            readings
                .iter()
                .any(|typed| known.iter().any(|word| word.starts_with(typed.as_str())))
        })
    }
}

fn of_part(part: &Part) -> Vec<String> {
    let mut readings = Vec::new();
    for form in &part.forms {
        let reading = match part.script {
            Script::Other => String::from_utf8_lossy(form.bare()).into_owned(),
            _ => text(form.bare()),
        };
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    readings
}

/// Letters as text. The article within a compound is left out: people type it or not.
fn text(letters: &[u8]) -> String {
    letters
        .iter()
        .filter(|code| **code != arabic::ARTICLE)
        .map(|code| arabic::show(*code).unwrap_or(char::from(*code)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_is_found_whole_and_by_its_parts() {
        let found = words("عبد الرحيم العلوي");
        for word in ["عبد", "رحيم", "عبدرحيم", "علوي", "العلوي"] {
            assert!(found.contains(word), "{word} {found:?}");
        }
        let found = words("Fatima-Zahra El Alaoui");
        for word in ["fatima", "zahra", "fatimazahra", "alaui"] {
            assert!(found.contains(word), "{word} {found:?}");
        }
    }

    #[test]
    fn one_word_is_read_as_it_would_be_written() {
        for (typed, found) in [
            ("العلوي", "علوي"),
            ("Essaïdi", "saidi"),
            ("med", "mohamed"),
            ("med", "med"),
            ("أَحمد", "احمد"),
            ("ⵎⵓⵃ", "ⵎⵓⵃ"),
        ] {
            assert!(
                readings(&letters::words(typed).concat())
                    .iter()
                    .any(|reading| reading == found),
                "{typed}"
            );
        }
        assert!(words("").is_empty() && words("\u{200f} -").is_empty());
    }

    #[test]
    fn what_was_found_is_shown_where_it_stands() {
        let name = "مولاي رشيد";
        let places = places(name);
        let (at, readings) = &places[1];
        assert_eq!((&name[at.clone()], readings[0].as_str()), ("رشيد", "رشيد"));
    }
}
