//! The words a person reads, as the interface makes them from a code and what comes with it.

use std::collections::{BTreeMap, BTreeSet};

use jisr_commands::ErrorBody;

/// The languages of the program.
pub const LANGUAGES: [&str; 3] = ["ar", "fr", "en"];

/// The words of one language.
pub struct Words(BTreeMap<String, String>);

impl Words {
    pub fn of(language: &str) -> Self {
        let path = format!(
            "{}/../../assets/locales/{language}.json",
            env!("CARGO_MANIFEST_DIR")
        );
        Self(serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
    }

    /// The words of an error code.
    #[track_caller]
    pub fn error(&self, code: &str) -> &str {
        self.0
            .get(&format!("error.{code}"))
            .unwrap_or_else(|| panic!("no words for error.{code}"))
    }

    /// What the keys that begin with `family` end with.
    #[allow(dead_code, reason = "not every test walks the words themselves")]
    pub fn under(&self, family: &str) -> impl Iterator<Item = String> {
        self.0
            .keys()
            .filter_map(move |key| key.strip_prefix(family))
            .map(str::to_owned)
    }

    /// Makes sure that an error can be said: it has words, everything they ask for came with it, and a field it
    /// names has a name in words.
    #[track_caller]
    pub fn say(&self, error: &ErrorBody) {
        let words = self.error(&error.code);
        for name in asked(words) {
            let value = error.args.get(&name);
            assert!(
                value.is_some_and(|value| value.is_number()
                    || value.as_str().is_some_and(|text| !text.is_empty())),
                "{}: «{words}» asks for {name}, and has {value:?}",
                error.code
            );
            if name == "field" {
                let field = error.args["field"].as_str().unwrap_or_default();
                assert!(
                    self.0.contains_key(&format!("field_name.{field}")),
                    "{}: no words for the field {field}",
                    error.code
                );
            }
        }
    }
}

/// The arguments a message asks for: `{name}`, `{name, plural, one {…} other {…}}`, inside one another.
#[track_caller]
pub fn asked(message: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(message, &mut found);
    found
}

#[track_caller]
fn collect(message: &str, found: &mut BTreeSet<String>) {
    assert!(
        !message.contains("'{") && !message.contains("'}"),
        "a quoted brace: {message}"
    );
    for (start, end) in braces(message) {
        let inside = &message[start..end];
        match inside.split_once(',') {
            None => {
                found.insert(inside.trim().to_owned());
            }
            Some((name, forms)) => {
                found.insert(name.trim().to_owned());
                for (start, end) in braces(forms) {
                    collect(&forms[start..end], found);
                }
            }
        }
    }
}

/// What stands between the outermost braces.
fn braces(text: &str) -> Vec<(usize, usize)> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '{' if depth == 0 => (depth, start) = (1, at + 1),
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    found.push((start, at));
                }
            }
            _ => {}
        }
    }
    found
}
