//! People, as a sheet.

use std::collections::BTreeSet;

use jisr_domain::id::PersonId;
use jisr_domain::person::{Person, Reach, SafeContact};
use jisr_domain::record::{Fields, Kind, Record, Shape};
use jisr_lists::{Column, Value};
use jisr_store::Reader;

use super::{ExportPeopleArgs, Leaving, MOST, PersonColumn, birth, leave, text};
use crate::access::is_hidden;
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
pub const USUAL: &[&str] = &[
    "given_name_ar",
    "family_name_ar",
    "given_name_lat",
    "family_name_lat",
    "sex",
    "birth_date",
    "commune",
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
                let fields = person.to_fields().map_err(CommandError::answer)?;
                let cells = columns.iter();
                Ok(cells
                    .map(|column| value(*column, person, &fields, language))
                    .collect())
            })
            .collect::<Result<_, CommandError>>()?;
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
    let asked: Vec<&str> = if asked.is_empty() {
        USUAL.to_vec()
    } else {
        asked.iter().map(|column| column.code()).collect()
    };
    let reached = REACHED.iter().any(|column| asked.contains(column));
    let kept = |column: &&PersonColumn| {
        asked.contains(&column.code()) || (reached && column.code() == "safe_contact")
    };
    PersonColumn::all().iter().filter(kept).copied().collect()
}

/// By these somebody is reached.
const REACHED: [&str; 2] = ["phone", "address"];

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
        if import && person.withdrawn_on.is_none() && !is_hidden(reader, session, id)? {
            known.push((id, person));
        }
    }
    Ok(known)
}

/// What is said of each, in the words of `language`: as what the field is declared to be.
fn value(column: PersonColumn, person: &Person, fields: &Fields, language: Language) -> Value {
    let field = column.0;
    // Where somebody who must not be reached is found is not handed on to somebody who may not know it.
    if REACHED.contains(&field.name) && !Reach::of(person).allowed() {
        return Value::Empty;
    }
    if field.name == "safe_contact" {
        return safe_contact(person, language);
    }
    let said = fields.get(field.name).and_then(serde_json::Value::as_str);
    let place = |names: Option<(String, String)>| {
        text(names.map(|(ar, fr)| if language == Language::Ar { ar } else { fr }))
    };
    match field.shape {
        Shape::Birth => birth(said),
        Shape::Telephone => text(said.map(jisr_domain::text::dialled)),
        Shape::Place if field.name == "province" => place(said.and_then(province_names)),
        Shape::Place => place(said.and_then(commune_names)),
        shape => match shape.codes() {
            Some(list) => {
                text(said.map(|code| word(language, &format!("{}.{code}", list.family()))))
            }
            None => text(said.map(str::to_owned)),
        },
    }
}

fn safe_contact(person: &Person, language: Language) -> Value {
    let safe = person.safe_contact.unwrap_or(SafeContact::Unknown);
    let words = word(language, &format!("safe_contact.{}", safe.code()));
    let hours = person.safe_hours.as_deref();
    Value::Text(match hours.filter(|_| safe == SafeContact::Hours) {
        Some(hours) => format!("{words}: {hours}"),
        None => words,
    })
}

fn width(column: PersonColumn) -> u16 {
    match column.code() {
        "address" | "safe_contact" => 34,
        "sex" | "paper_file" => 12,
        _ => 20,
    }
}
