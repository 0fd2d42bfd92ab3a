//! People, staff and cases as named in rows.

use chrono::NaiveDate;
use jisr_domain::case::Case;
use jisr_domain::center::Staff;
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_domain::person::{Person, age_on};
use jisr_store::Reader;

use super::access::{may_see_case, person_hidden};
use super::one::known;
use crate::error::CommandError;
use crate::session::Session;
use crate::territory::commune_names;
use crate::view::{CaseCard, PersonCard, StaffCard};

/// A member of staff; the bare id when their record has not arrived.
///
/// # Errors
/// The database.
pub fn staff_card(reader: &Reader<'_>, id: StaffId) -> Result<StaffCard, CommandError> {
    let staff = reader.find::<Staff>(id)?.unwrap_or_default();
    Ok(staff_card_of(id, &staff))
}

/// A member of staff, from their record.
pub fn staff_card_of(id: StaffId, staff: &Staff) -> StaffCard {
    StaffCard {
        staff: Some(id),
        name_ar: staff.name_ar.clone(),
        name_lat: staff.name_lat.clone(),
        sex: staff.sex,
        role: staff.role,
    }
}

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
    if person_hidden(reader, session, id)? {
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

/// A case, for those who may know of it.
///
/// # Errors
/// The database.
pub fn case_card(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: CaseId,
) -> Result<Option<CaseCard>, CommandError> {
    if !may_see_case(reader, session, id)? {
        return Ok(None);
    }
    Ok(reader.find::<Case>(id)?.map(|case| CaseCard {
        case: id,
        number: case.number.unwrap_or_default(),
    }))
}
