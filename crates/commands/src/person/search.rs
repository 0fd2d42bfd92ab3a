//! Whether the center knows them.

use jisr_domain::case::{Case, CaseEvent, CaseStatus, fold};
use jisr_domain::id::PersonId;
use jisr_domain::person::Person;
use jisr_store::Reader;

use super::{PersonHit, SearchArgs, SearchResult};
use crate::error::CommandError;
use crate::input::clean_text;
use crate::session::Session;
use crate::show::{may_see_case, person_card_of};
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
    for hit in reader.search_people(query, session.staff(), limit)? {
        let Some(person) = reader.show::<Person>(hit.id)? else {
            continue;
        };
        people.push(person_hit(
            reader,
            session,
            hit.id,
            &person,
            hit.matched.into_iter().map(code).collect(),
        )?);
    }
    Ok(people)
}

/// A person found, with the cases the one at work may know of.
pub(super) fn person_hit(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: PersonId,
    person: &Person,
    matched: Vec<String>,
) -> Result<PersonHit, CommandError> {
    Ok(PersonHit {
        person: person_card_of(id, person, session.today()),
        cases: cases(reader, session, id)?,
        matched,
    })
}

/// What matched, as the interface words it.
fn code(matched: &str) -> String {
    if matched == "document_number" {
        "document".to_owned()
    } else {
        matched.to_owned()
    }
}

/// Open ones first, then by number.
fn cases(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<Vec<CaseCard>, CommandError> {
    let mut cases = Vec::new();
    for (id, case) in reader.by::<Case>("person", person)? {
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
