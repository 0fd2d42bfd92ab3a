//! Sex, in the words people write.

use std::collections::HashMap;
use std::sync::LazyLock;

use jisr_domain::person::Sex;
use jisr_domain::text::label_key;

const FEMALE: &[&str] = &[
    "أنثى",
    "انثى",
    "أ",
    "إناث",
    "امرأة",
    "مرأة",
    "بنت",
    "فتاة",
    "طفلة",
    "نساء",
    "مؤنث",
    "ث",
    "السيدة",
    "الآنسة",
    "f",
    "fem",
    "féminin",
    "féminine",
    "femme",
    "fille",
    "female",
    "woman",
    "girl",
    "w",
    "mme",
    "mlle",
    "madame",
];
const MALE: &[&str] = &[
    "ذكر",
    "ذ",
    "ذكور",
    "رجل",
    "ولد",
    "طفل",
    "فتى",
    "مذكر",
    "السيد",
    "m",
    "masc",
    "masculin",
    "homme",
    "garçon",
    "male",
    "man",
    "boy",
    "h",
    "mr",
    "monsieur",
];

/// The sex a cell says; none when it says none that is known.
pub fn read_sex(typed: &str) -> Option<Sex> {
    KNOWN.get(&label_key(typed)).copied()
}

static KNOWN: LazyLock<HashMap<String, Sex>> = LazyLock::new(|| {
    let of =
        |words: &'static [&'static str], sex| words.iter().map(move |word| (label_key(word), sex));
    of(FEMALE, Sex::Female).chain(of(MALE, Sex::Male)).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_word_is_read_and_no_word_is_both() {
        for word in FEMALE {
            assert_eq!(read_sex(word), Some(Sex::Female), "{word}");
            assert!(
                !MALE.iter().any(|other| label_key(other) == label_key(word)),
                "{word}"
            );
        }
        for word in MALE {
            assert_eq!(read_sex(&word.to_uppercase()), Some(Sex::Male), "{word}");
        }
        assert_eq!(read_sex("  أُنثى "), Some(Sex::Female));
        assert_eq!(read_sex("2"), None);
    }
}
