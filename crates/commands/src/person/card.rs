//! A person, as named in rows.

use chrono::NaiveDate;
use jisr_domain::id::PersonId;
use jisr_domain::person::{Person, age_on};
use jisr_store::Reader;

use super::{People, known};
use crate::access::is_hidden;
use crate::error::CommandError;
use crate::session::Session;
use crate::territory::commune_names;
use crate::view::PersonCard;

/// A person, for those who may know of them; `None` when they may not, or when the record has not arrived. Any of
/// their records leads to the one that stands for them.
///
/// # Errors
/// The database.
pub fn person_card(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: PersonId,
) -> Result<Option<PersonCard>, CommandError> {
    if is_hidden(reader, session, id)? {
        return Ok(None);
    }
    Ok(known(reader, session, id)?
        .map(|(shown, person)| person_card_of(shown, &person, session.today())))
}

/// A person, from their record.
pub fn person_card_of(id: PersonId, person: &Person, today: NaiveDate) -> PersonCard {
    let (commune_ar, commune_fr) = person.commune.as_deref().and_then(commune_names).unzip();
    let estimated = person.estimated_age.zip(person.estimated_on);
    PersonCard {
        person: Some(id),
        given_name_ar: person.given_name_ar.clone(),
        family_name_ar: person.family_name_ar.clone(),
        given_name_lat: person.given_name_lat.clone(),
        family_name_lat: person.family_name_lat.clone(),
        nickname: person.nickname.clone(),
        sex: person.sex,
        birth_date: person.known_birth().map(str::to_owned),
        age: age_on(person.birth_date.as_deref(), estimated, today),
        commune_ar,
        commune_fr,
        paper_file: person.paper_file.clone(),
    }
}

impl People {
    /// As named in rows; the bare id when the record has not arrived.
    pub fn card(&self, id: Option<PersonId>, today: NaiveDate) -> PersonCard {
        match id.and_then(|id| self.get(id)) {
            Some((shown, person)) => person_card_of(shown, person, today),
            None => PersonCard {
                person: id,
                ..PersonCard::default()
            },
        }
    }
}
