//! Words of the locales where the program itself must write them: printed documents in Arabic and French, sheets in the language at work.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jisr_domain::person::Sex;
use jisr_domain::role::Role;

use crate::settings::Language;

type Words = BTreeMap<String, String>;

static ARABIC: LazyLock<Words> =
    LazyLock::new(|| words(include_str!("../../../assets/locales/ar.json")));
static FRENCH: LazyLock<Words> =
    LazyLock::new(|| words(include_str!("../../../assets/locales/fr.json")));
static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| words(include_str!("../../../assets/locales/en.json")));

fn words(json: &str) -> Words {
    serde_json::from_str(json).unwrap_or_default()
}

/// The words of a locale key in Arabic and French, agreeing with `sex`; empty when there are none.
pub fn in_words(key: &str, sex: Option<Sex>) -> (String, String) {
    let of = |words: &Words| {
        words
            .get(key)
            .map(|message| agree(message, sex))
            .unwrap_or_default()
    };
    (of(&ARABIC), of(&FRENCH))
}

/// The words of a locale key in one language; the key itself when there are none.
pub fn word(language: Language, key: &str) -> String {
    let words = match language {
        Language::Ar => &ARABIC,
        Language::Fr => &FRENCH,
        Language::En => &ENGLISH,
    };
    words
        .get(key)
        .map_or_else(|| key.to_owned(), |message| agree(message, None))
}

/// A function in Arabic and French.
pub fn role_words(role: Option<Role>, sex: Option<Sex>) -> (String, String) {
    role.map(|role| in_words(&format!("role.{}", role.code()), sex))
        .unwrap_or_default()
}

/// The branch of `{sex, select, female {…} male {…} other {…}}` that agrees; a plain message as it is.
fn agree(message: &str, sex: Option<Sex>) -> String {
    let branch = |name: &str| {
        let (_, rest) = message.split_once(&format!(" {name} {{"))?;
        rest.split_once('}').map(|(text, _)| text.to_owned())
    };
    if !message.contains(", select,") {
        return message.to_owned();
    }
    let name = match sex {
        Some(Sex::Female) => "female",
        Some(Sex::Male) => "male",
        Some(Sex::Unknown) | None => "other",
    };
    branch(name).or_else(|| branch("other")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_agrees_with_who_holds_it() {
        assert_eq!(
            role_words(Some(Role::Director), Some(Sex::Female)).0,
            "مديرة المؤسسة"
        );
        assert_eq!(
            role_words(Some(Role::Caseworker), Some(Sex::Male)).1,
            "Assistant social"
        );
        assert_eq!(role_words(Some(Role::Specialist), None).1, "Spécialiste");
        assert_eq!(role_words(None, None), (String::new(), String::new()));
    }
}
