//! People, as a sheet.

use std::collections::BTreeSet;

use jisr_domain::id::PersonId;
use jisr_domain::person::{Person, Reach, SafeContact};
use jisr_domain::record::Kind;
use jisr_lists::{Column, Value};
use jisr_store::Reader;

use super::{ExportPeopleArgs, Leaving, MOST, PersonColumn, birth, leave, text};
use crate::access::person_hidden;
use crate::clock::believed;
use crate::code::Code;
use crate::error::CommandError;
use crate::input::clean_text;
use crate::person::People;
use crate::session::Session;
use crate::settings::{Language, language_of};
use crate::territory::{commune_names, province_names};
use crate::view::Document;
use crate::words::word;

/// What is said of each when nobody chooses: nothing by which somebody could be found or their papers used.
const USUAL: &[PersonColumn] = &[
    PersonColumn::GivenNameAr,
    PersonColumn::FamilyNameAr,
    PersonColumn::GivenNameLat,
    PersonColumn::FamilyNameLat,
    PersonColumn::Sex,
    PersonColumn::BirthDate,
    PersonColumn::Commune,
];

/// `export.people`: people the one at work may know of, as an Excel workbook.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful` (the sheet and its name carry the day), `export_too_many` or
/// `export_nobody`; [`CommandError::Field`] for words too long; the database.
pub fn people(session: &Session<'_>, args: ExportPeopleArgs) -> Result<Document, CommandError> {
    believed(session)?;
    let columns = chosen(&args.columns);
    let query = match args.query.as_deref() {
        Some(query) => clean_text("query", query)?,
        None => None,
    };
    let (language, rows) = session.read(|reader| {
        let language = match args.language {
            Some(language) => language,
            None => language_of(reader)?,
        };
        let people = whom(reader, session, query.as_deref(), &args)?;
        // Somebody recorded several times is one row, and is called only when each of their records lets it.
        let everyone = People::of(reader, session, &people.iter().map(|(id, _)| *id).collect())?;
        let mut told = BTreeSet::new();
        let rows = people
            .iter()
            .filter_map(|(id, _)| everyone.get(*id))
            .filter(|(shown, _)| told.insert(*shown))
            .map(|(_, person)| {
                columns
                    .iter()
                    .map(|column| value(*column, person, language))
                    .collect()
            })
            .collect();
        Ok((language, rows))
    })?;
    leave(
        session,
        Leaving {
            kind: Kind::Person,
            language,
            name: "export.people_sheet",
            fields: columns.iter().map(|column| column.code()).collect(),
            columns: columns
                .iter()
                .map(|column| Column {
                    title: word(language, &format!("field_name.{}", column.code())),
                    width: width(*column),
                })
                .collect(),
            rows,
        },
    )
}

/// The columns, in their order, each once. Nothing by which somebody is reached leaves without whether they may be.
fn chosen(asked: &[PersonColumn]) -> Vec<PersonColumn> {
    let asked = if asked.is_empty() { USUAL } else { asked };
    let reached = asked.contains(&PersonColumn::Phone) || asked.contains(&PersonColumn::Address);
    PersonColumn::ALL
        .iter()
        .copied()
        .filter(|column| {
            asked.contains(column) || (reached && *column == PersonColumn::SafeContact)
        })
        .collect()
}

/// Those asked for whom the one at work may know of and who were not withdrawn.
fn whom(
    reader: &Reader<'_>,
    session: &Session<'_>,
    query: Option<&str>,
    args: &ExportPeopleArgs,
) -> Result<Vec<(PersonId, Person)>, CommandError> {
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let mut people: Vec<(PersonId, Person)> = Vec::new();
    match (query, args.import) {
        (Some(query), _) => {
            for hit in reader.search_people(query, session.staff(), most + 1)? {
                people.extend(
                    reader
                        .find::<Person>(hit.id)?
                        .map(|person| (hit.id, person)),
                );
            }
        }
        (None, Some(import)) => {
            people = reader.list::<Person>(
                "\"import\" = ?1 ORDER BY id LIMIT ?2",
                jisr_store::params![import.to_string(), MOST + 1],
            )?;
        }
        (None, None) => {
            people = reader.list::<Person>(
                "withdrawn_on IS NULL ORDER BY family_name_ar, given_name_ar, id LIMIT ?1",
                [MOST + 1],
            )?;
        }
    }
    if people.len() > most {
        return Err(CommandError::Rule(Code::ExportTooMany));
    }
    let mut known = Vec::with_capacity(people.len());
    for (id, person) in people {
        let import = args
            .import
            .is_none_or(|import| person.import == Some(import));
        if import && person.withdrawn_on.is_none() && !person_hidden(reader, session, id)? {
            known.push((id, person));
        }
    }
    Ok(known)
}

fn value(column: PersonColumn, person: &Person, language: Language) -> Value {
    let place = |names: Option<(String, String)>| {
        text(names.map(|(ar, fr)| if language == Language::Ar { ar } else { fr }))
    };
    let safe = person.safe_contact.unwrap_or(SafeContact::Unknown);
    match column {
        PersonColumn::PaperFile => text(person.paper_file.clone()),
        PersonColumn::GivenNameAr => text(person.given_name_ar.clone()),
        PersonColumn::FamilyNameAr => text(person.family_name_ar.clone()),
        PersonColumn::GivenNameLat => text(person.given_name_lat.clone()),
        PersonColumn::FamilyNameLat => text(person.family_name_lat.clone()),
        PersonColumn::Sex => text(
            person
                .sex
                .map(|sex| word(language, &format!("sex.{}", sex.code()))),
        ),
        PersonColumn::BirthDate => birth(person.birth_date.as_deref()),
        PersonColumn::MotherNameAr => text(person.mother_name_ar.clone()),
        PersonColumn::Cnie => text(person.cnie.clone()),
        PersonColumn::Idcs => text(person.idcs.clone()),
        // Where somebody who must not be reached is found is not handed on to somebody who may not know it.
        PersonColumn::Phone | PersonColumn::Address if !Reach::of(person).allowed() => Value::Empty,
        PersonColumn::Phone => text(person.phone.as_deref().map(jisr_domain::text::dialled)),
        PersonColumn::SafeContact => {
            let words = word(language, &format!("safe_contact.{}", safe.code()));
            match person
                .safe_hours
                .as_deref()
                .filter(|_| safe == SafeContact::Hours)
            {
                Some(hours) => Value::Text(format!("{words}: {hours}")),
                None => Value::Text(words),
            }
        }
        PersonColumn::Province => place(person.province.as_deref().and_then(province_names)),
        PersonColumn::Commune => place(person.commune.as_deref().and_then(commune_names)),
        PersonColumn::Address => text(person.address.clone()),
    }
}

fn width(column: PersonColumn) -> u16 {
    match column {
        PersonColumn::Address | PersonColumn::SafeContact => 34,
        PersonColumn::Sex | PersonColumn::PaperFile => 12,
        _ => 20,
    }
}
