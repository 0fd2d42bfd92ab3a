//! The words of the interface, read where the interface reads them: a test names what a person reads by its key
//! and stays true when the wording improves.

use std::collections::BTreeMap;

use crate::programs::repository;

/// The words of one language.
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// The words of `ar`, `fr` or `en`.
    ///
    /// # Panics
    /// When the locale is missing or unreadable.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let path = repository().join(format!("assets/locales/{language}.json"));
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self(
            serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        )
    }

    /// What is written under a key, where it takes no argument.
    ///
    /// # Panics
    /// When there is no such key.
    #[must_use]
    pub fn at(&self, key: &str) -> &str {
        self.0
            .get(key)
            .unwrap_or_else(|| panic!("no words under {key}"))
    }

    /// What is written under a key whose words depend on one choice, such as `female`.
    ///
    /// # Panics
    /// When there is no such key, or no words for that choice.
    #[must_use]
    pub fn said(&self, key: &str, choice: &str) -> &str {
        let words = self.at(key);
        words
            .split_once(&format!("{choice} {{"))
            .and_then(|(_, rest)| rest.split_once('}'))
            .map_or_else(
                || panic!("no words for {choice} under {key}"),
                |(said, _)| said,
            )
    }
}
