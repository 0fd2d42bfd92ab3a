//! What every printed document says besides its own matter: the center, functions in words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_domain::center::Center;
use jisr_domain::person::Sex;
use jisr_domain::role::Role;
use jisr_letters::{Letter, Letterhead, render};
use jisr_store::Reader;

use crate::error::CommandError;
use crate::territory::{commune_names, province_names};
use crate::view::Document;

type Words = BTreeMap<String, String>;

static ARABIC: LazyLock<Words> = LazyLock::new(|| words(include_str!("../../../../assets/locales/ar.json")));
static FRENCH: LazyLock<Words> = LazyLock::new(|| words(include_str!("../../../../assets/locales/fr.json")));

fn words(json: &str) -> Words {
    serde_json::from_str(json).unwrap_or_default()
}

/// The words of a locale key in Arabic and French, agreeing with `sex`; empty when there are none.
pub fn in_words(key: &str, sex: Option<Sex>) -> (String, String) {
    let of = |words: &Words| words.get(key).map(|message| agree(message, sex)).unwrap_or_default();
    (of(&ARABIC), of(&FRENCH))
}

/// A function in Arabic and French.
pub fn role_words(role: Option<Role>, sex: Option<Sex>) -> (String, String) {
    role.map(|role| in_words(&format!("role.{}", role.code()), sex)).unwrap_or_default()
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

/// The head of this center's letters.
///
/// # Errors
/// The database.
pub fn letterhead(reader: &Reader<'_>) -> Result<Letterhead, CommandError> {
    let center = reader.get::<Center>(reader.device()?.center)?.map(|held| held.record).unwrap_or_default();
    let (commune_ar, commune_fr) = center.commune.as_deref().and_then(commune_names).unwrap_or_default();
    let (province_ar, province_fr) = center.province.as_deref().and_then(province_names).unwrap_or_default();
    let place = |parts: [String; 2], comma: &str| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(comma);
    let name_ar = center.name_ar.unwrap_or_default();
    Ok(Letterhead {
        center_fr: center.name_fr.unwrap_or_else(|| name_ar.clone()),
        center_ar: name_ar,
        place_ar: place([commune_ar, province_ar], "، "),
        place_fr: place([commune_fr, province_fr], ", "),
        phone: center.phone.as_deref().map(dialled),
    })
}

/// A Moroccan telephone as it is dialled and read aloud, `05 23 45 80 12`; others as kept.
pub fn dialled(phone: &str) -> String {
    let Some(national) = phone.strip_prefix("+212").filter(|rest| rest.len() == 9 && rest.bytes().all(|b| b.is_ascii_digit())) else {
        return phone.to_owned();
    };
    let digits: Vec<char> = format!("0{national}").chars().collect();
    digits.chunks(2).map(|pair| pair.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The document, as a file to save.
///
/// # Errors
/// [`CommandError::Letter`].
pub fn print(file_name: String, letter: &Letter) -> Result<Document, CommandError> {
    let bytes = render(letter)?;
    Ok(Document { file_name, mime: "application/pdf".to_owned(), base64: STANDARD.encode(bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_agrees_with_who_holds_it() {
        assert_eq!(role_words(Some(Role::Director), Some(Sex::Female)).0, "مديرة المؤسسة");
        assert_eq!(role_words(Some(Role::Caseworker), Some(Sex::Male)).1, "Assistant social");
        assert_eq!(role_words(Some(Role::Specialist), None).1, "Spécialiste");
        assert_eq!(role_words(None, None), (String::new(), String::new()));
    }

    #[test]
    fn a_telephone_is_printed_as_it_is_dialled() {
        assert_eq!(dialled("+212523458012"), "05 23 45 80 12");
        assert_eq!(dialled("+33612345678"), "+33612345678");
    }
}
