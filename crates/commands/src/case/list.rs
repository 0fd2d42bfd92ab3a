//! Cases, as listed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use jisr_domain::case::CaseStatus;
use jisr_domain::due::is_late;
use jisr_domain::id::{CaseId, PersonId};
use jisr_domain::name::word::Typed;
use jisr_domain::person::Person;
use jisr_domain::role::Role;
use jisr_domain::text::latin_digits;
use jisr_store::{CaseQuery, Reader};

use super::bundle::{CaseBundle, load, load_with, own_cases};
use super::row::{Names, row};
use super::{CaseRow, Cases, CasesArgs};
use crate::error::CommandError;
use crate::session::Session;

/// Rows of a page when nobody says how many.
const PAGE: u32 = 50;
/// People a name leads to, at most.
const FOUND_MOST: usize = 500;
/// Rows of the longest page.
const PAGE_MOST: u32 = 500;

/// Cases of one's own, of a colleague, or every case one may know of. Late ones first, then by due day, then
/// by number; every case: by number, the newest first.
///
/// # Errors
/// Another's cases asked for by someone who is not the director; the database.
pub fn list(session: &Session<'_>, args: CasesArgs) -> Result<Cases, CommandError> {
    let limit = if args.limit == 0 {
        PAGE
    } else {
        args.limit.min(PAGE_MOST)
    };
    session.read(|reader| {
        if args.all && args.staff.is_none() {
            return everything(reader, session, &args, limit);
        }
        let staff = args.staff.unwrap_or_else(|| session.staff());
        if staff != session.staff() && session.me().role != Role::Director {
            return Err(CommandError::Forbidden);
        }
        let mut loaded = load_with(
            reader,
            session,
            own_cases(reader, session, staff, args.closed)?,
        )?;
        if let Some(query) = args
            .query
            .as_deref()
            .filter(|query| !query.trim().is_empty())
        {
            let words = Words::of(query);
            loaded.retain(|loaded| words.match_case(loaded));
        }
        loaded.sort_by_cached_key(|loaded| order(loaded, session.today()));
        let total = u32::try_from(loaded.len()).unwrap_or(u32::MAX);
        let page = loaded.iter().skip(at(args.offset)).take(at(limit));
        Ok(Cases {
            items: rows(reader, session, page)?,
            total,
        })
    })
}

/// Open before closed, late first, then by due day, then by number.
fn order(loaded: &CaseBundle, today: NaiveDate) -> (bool, bool, NaiveDate, String) {
    let window = loaded
        .track
        .as_ref()
        .and_then(|track| track.next())
        .and_then(|(_, state)| state.window.as_ref());
    let late = is_late(window, today);
    let due = window.map_or(NaiveDate::MAX, |window| window.due);
    (
        loaded.state.status == CaseStatus::Closed,
        !late,
        due,
        loaded.case.number.clone().unwrap_or_default(),
    )
}

fn rows<'a>(
    reader: &Reader<'_>,
    session: &Session<'_>,
    loaded: impl Iterator<Item = &'a CaseBundle>,
) -> Result<Vec<CaseRow>, CommandError> {
    let mut names = Names::default();
    loaded
        .map(|loaded| row(reader, &mut names, loaded, session.today()))
        .collect()
}

/// Every case the one at work may know of. The page is chosen by the database, so that twenty thousand cases
/// cost no more than the fifty that are shown.
fn everything(
    reader: &Reader<'_>,
    session: &Session<'_>,
    args: &CasesArgs,
    limit: u32,
) -> Result<Cases, CommandError> {
    let mut query = CaseQuery {
        closed: args.closed,
        ..CaseQuery::open(session.staff())
    };
    if let Some(words) = args
        .query
        .as_deref()
        .filter(|words| !words.trim().is_empty())
    {
        let number = Words::of(words).number.unwrap_or_default();
        query.named = Some((people(reader, session, words)?, number));
    }
    let total = reader.count_cases(&query)?;
    let page = reader.page_of_cases(&query, limit, args.offset)?;
    let loaded = load(reader, session, &page)?;
    Ok(Cases {
        items: rows(reader, session, loaded.iter())?,
        total,
    })
}

/// The open cases the one at work may know of: as many as `case.list` with `all` tells.
///
/// # Errors
/// The database.
pub(crate) fn open_count(reader: &Reader<'_>, session: &Session<'_>) -> Result<u32, CommandError> {
    Ok(reader.count_cases(&CaseQuery::open(session.staff()))?)
}

/// The rows of `cases`, which the one at work may know of.
///
/// # Errors
/// The database.
pub(crate) fn case_rows(
    reader: &Reader<'_>,
    session: &Session<'_>,
    cases: &[CaseId],
) -> Result<Vec<CaseRow>, CommandError> {
    let loaded = load(reader, session, cases)?;
    rows(reader, session, loaded.iter())
}

/// People whose name answers `query`, with every record of each.
fn people(
    reader: &Reader<'_>,
    session: &Session<'_>,
    query: &str,
) -> Result<Vec<PersonId>, CommandError> {
    let found: BTreeSet<PersonId> = reader
        .search_people(query, session.staff(), FOUND_MOST)?
        .into_iter()
        .map(|hit| hit.id)
        .collect();
    let found: Vec<PersonId> = found.into_iter().collect();
    let ties = crate::person::tied(reader, session, &found)?.ties;
    let records: BTreeSet<PersonId> = found
        .into_iter()
        .flat_map(|person| ties.records(person))
        .collect();
    Ok(records.into_iter().collect())
}

/// What was typed to find a case.
struct Words {
    typed: Typed,
    number: Option<String>,
}

impl Words {
    fn of(query: &str) -> Self {
        let number = latin_digits(query.trim()).to_uppercase();
        Self {
            typed: Typed::read(query),
            number: number
                .contains(|c: char| c.is_ascii_digit())
                .then_some(number),
        }
    }

    fn match_case(&self, loaded: &CaseBundle) -> bool {
        let by_number = || {
            let number = loaded.case.number.as_deref().unwrap_or_default();
            self.number
                .as_deref()
                .is_some_and(|typed| number.contains(typed))
        };
        let by_name = || {
            loaded
                .person
                .iter()
                .chain(&loaded.elsewhere)
                .any(|person| self.match_name(person))
        };
        by_number() || by_name()
    }

    fn match_name(&self, person: &Person) -> bool {
        let names = [
            &person.given_name_ar,
            &person.family_name_ar,
            &person.given_name_lat,
            &person.family_name_lat,
            &person.nickname,
        ];
        let names = names.into_iter().flatten().map(String::as_str);
        !self.typed.is_empty() && self.typed.begins_in(names)
    }
}

fn at(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}
