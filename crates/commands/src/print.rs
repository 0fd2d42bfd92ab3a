//! What every printed document of the center shares.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_domain::center::Center;
use jisr_domain::person::{Person, Sex};
use jisr_letters::{CODE_LIMIT, Gender, Letter, Letterhead, render};
use jisr_store::Reader;

use crate::center;
use crate::error::CommandError;
use crate::session::Session;
use crate::territory;
use crate::view::Document;

/// The head of the center's letters: its name and place in both languages, its address, its telephone as it is dialled,
/// its logo.
///
/// # Errors
/// Those of the database.
pub fn letterhead(session: &Session<'_>, reader: &Reader<'_>) -> Result<Letterhead, CommandError> {
    let center = reader
        .get::<Center>(reader.device()?.center)?
        .map(|held| held.record)
        .unwrap_or_default();
    let place = center
        .commune
        .as_deref()
        .and_then(territory::commune_names)
        .or_else(|| {
            center
                .province
                .as_deref()
                .and_then(territory::province_names)
        });
    let (place_ar, place_fr) = place.unwrap_or_default();
    let (name_ar, name_fr) = (center.name_ar, center.name_fr);
    Ok(Letterhead {
        center_ar: name_ar
            .clone()
            .or_else(|| name_fr.clone())
            .unwrap_or_default(),
        center_fr: name_fr.or(name_ar).unwrap_or_default(),
        place_ar,
        place_fr,
        address: center.address.unwrap_or_default(),
        phone: center.phone.as_deref().and_then(numbers),
        logo: center::logo(session, reader)?,
    })
}

/// The center's telephone as its papers have room for it: of several numbers, the first ones, each whole. A head that is
/// too long once kept every caseworker from printing a letter.
fn numbers(phone: &str) -> Option<String> {
    let whole = jisr_domain::text::dialled(phone);
    if whole.chars().count() <= CODE_LIMIT {
        return Some(whole);
    }
    let mut kept = String::new();
    for number in whole.split(['/', ',', ';', '،', '|', '\n']).map(str::trim) {
        let longer = if kept.is_empty() {
            number.to_owned()
        } else {
            format!("{kept} / {number}")
        };
        if longer.chars().count() > CODE_LIMIT {
            break;
        }
        kept = longer;
    }
    Some(kept).filter(|kept| !kept.is_empty())
}

/// A letter as a document to save or print.
///
/// # Errors
/// A page that cannot be made.
pub fn document(file_name: String, letter: &Letter) -> Result<Document, CommandError> {
    Ok(Document {
        file_name,
        mime: "application/pdf".to_owned(),
        base64: STANDARD.encode(render(letter)?),
    })
}

/// The name in each script; somebody without a name goes by what they are called.
pub fn names(person: &Person) -> (String, String) {
    let [arabic, latin] = person.names_by_script();
    if arabic.is_empty() && latin.is_empty() {
        (person.shown_name(), latin)
    } else {
        (arabic, latin)
    }
}

/// How a letter speaks of somebody.
pub fn gender(sex: Option<Sex>) -> Gender {
    match sex {
        Some(Sex::Female) => Gender::Feminine,
        Some(Sex::Male) => Gender::Masculine,
        Some(Sex::Unknown) | None => Gender::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_telephones_the_papers_have_the_first_whole_ones() {
        let three = "05 37 11 22 33 / 06 11 22 33 44 / 06 55 66 77 88";
        assert_eq!(
            numbers(three).as_deref(),
            Some("05 37 11 22 33 / 06 11 22 33 44")
        );
        assert_eq!(numbers("05 37 11 22 33").as_deref(), Some("05 37 11 22 33"));
        assert_eq!(numbers(&"x".repeat(500)), None);
    }
}
