//! Whether the center knows them.

use std::collections::BTreeSet;

use jisr_domain::case::{Case, CaseEvent, CaseStatus, fold};
use jisr_domain::id::PersonId;
use jisr_domain::name::word;
use jisr_domain::person::Person;
use jisr_store::Reader;

use super::{PersonHit, SearchArgs, SearchResult};
use crate::access::may_see_case;
use crate::error::CommandError;
use crate::input::clean_text;
use crate::person::{People, person_card_of};
use crate::session::Session;
use crate::view::CaseCard;

/// People shown when nobody says how many.
const USUAL: u32 = 20;
/// At most so many, whoever asks.
const MOST: u32 = 100;

/// `person.search`: people the one at work may know of, best first.
///
/// # Errors
/// [`CommandError::Field`] for words too long; the database.
pub fn search(session: &Session<'_>, args: SearchArgs) -> Result<SearchResult, CommandError> {
    let limit = usize::try_from(args.limit.unwrap_or(USUAL).clamp(1, MOST)).unwrap_or(1);
    let Some(query) = clean_text("query", &args.query)? else {
        return Ok(SearchResult {
            people: Vec::new(),
            more: false,
        });
    };
    session.read(|reader| {
        let mut people = found(reader, session, &query, limit + 1)?;
        let more = people.len() > limit;
        people.truncate(limit);
        Ok(SearchResult { people, more })
    })
}

/// The people `query` finds.
fn found(
    reader: &Reader<'_>,
    session: &Session<'_>,
    query: &str,
    limit: usize,
) -> Result<Vec<PersonHit>, CommandError> {
    let mut people = Vec::new();
    let hits = reader.search_people(query, session.staff(), limit)?;
    let everyone = People::of(reader, session, &hits.iter().map(|hit| hit.id).collect())?;
    let mut shown = BTreeSet::new();
    for hit in hits {
        // Found by several of their records, somebody is shown once, where the best of them stands.
        let Some((id, _)) = everyone.get(hit.id) else {
            continue;
        };
        if shown.insert(id) {
            people.push(person_hit(
                reader,
                session,
                &everyone,
                hit.id,
                hit.matched.into_iter().map(code).collect(),
                &hit.words,
            )?);
        }
    }
    Ok(people)
}

/// A person found by one of their records, with the cases the one at work may know of.
pub(super) fn person_hit(
    reader: &Reader<'_>,
    session: &Session<'_>,
    people: &People,
    found: PersonId,
    matched: Vec<String>,
    words: &BTreeSet<String>,
) -> Result<PersonHit, CommandError> {
    let names = people
        .get(found)
        .map(|(_, person)| person)
        .into_iter()
        .chain(people.other_record(found));
    Ok(PersonHit {
        person: people.card(Some(found), session.today()),
        recorded_as: people
            .other_record(found)
            .map(|person| person_card_of(found, person, session.today())),
        cases: cases_of(reader, session, people.records(found))?,
        matched,
        found: found_in(names, words),
    })
}

/// The words of their names, as written, that `words` (folded) found.
fn found_in<'p>(people: impl Iterator<Item = &'p Person>, words: &BTreeSet<String>) -> Vec<String> {
    let names = people.flat_map(|person| {
        [
            &person.given_name_ar,
            &person.family_name_ar,
            &person.given_name_lat,
            &person.family_name_lat,
            &person.nickname,
        ]
    });
    let mut found: Vec<String> = Vec::new();
    for name in names.flatten() {
        for (at, readings) in word::places(name) {
            // A compound is found whole: each of its words is shown.
            let whole = |reading: &String| {
                words
                    .iter()
                    .any(|w| w.contains(reading.as_str()) && w != reading)
            };
            let long = |reading: &&String| reading.chars().count() > 2;
            let shown = readings.iter().any(|reading| words.contains(reading))
                || readings.iter().filter(long).any(whole);
            if shown && !found.iter().any(|known| *known == name[at.clone()]) {
                found.push(name[at].to_owned());
            }
        }
    }
    found
}

/// What matched, as the interface words it.
fn code(matched: &str) -> String {
    if matched == "document_number" {
        "document".to_owned()
    } else {
        matched.to_owned()
    }
}

/// The cases of the person who has these records that the one at work may know of: open ones first, then by number.
///
/// # Errors
/// The database.
pub(crate) fn cases_of(
    reader: &Reader<'_>,
    session: &Session<'_>,
    records: &[PersonId],
) -> Result<Vec<CaseCard>, CommandError> {
    let mut cases = Vec::new();
    for (id, case) in reader.where_in::<Case>("person", records)? {
        if may_see_case(reader, session, id)? {
            let closed = fold(&reader.by::<CaseEvent>("case", id)?).status == CaseStatus::Closed;
            cases.push((
                closed,
                CaseCard {
                    case: id,
                    number: case.number.unwrap_or_default(),
                },
            ));
        }
    }
    cases.sort_by(|(a_closed, a), (b_closed, b)| (a_closed, &a.number).cmp(&(b_closed, &b.number)));
    Ok(cases.into_iter().map(|(_, card)| card).collect())
}
