//! What every printed document of the center shares.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_domain::center::Center;
use jisr_letters::{Letter, Letterhead, render};
use jisr_store::Reader;

use crate::error::CommandError;
use crate::show::dialled;
use crate::territory;
use crate::view::Document;

/// The head of the center's letters: its name and place in both languages, its telephone as it is dialled.
///
/// # Errors
/// Those of the database.
pub fn letterhead(reader: &Reader<'_>) -> Result<Letterhead, CommandError> {
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
        phone: center.phone.as_deref().map(dialled),
    })
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
