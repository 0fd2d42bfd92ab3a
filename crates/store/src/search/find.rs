//! Answering a search.

use std::collections::BTreeMap;

use jisr_domain::id::{PersonId, StaffId};
use rusqlite::{Connection, params};
use serde::Serialize;

use super::query::{Need, needs};
use crate::state::{id_at, sql_id};
use crate::{Reader, Result, Store};

/// A person found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonHit {
    /// Who.
    pub id: PersonId,
    /// Higher is nearer to what was typed.
    pub score: i64,
    /// By what: `name`, `cnie`, `idcs`, `phone`, `paper_file`, `document_number`, `case_number`.
    pub matched: Vec<&'static str>,
}

/// How many entries of a need are counted to choose where to begin.
const COUNTED: i64 = 2_000;
/// Entries followed at most for one answer; a search this wide needs another word.
const FOLLOWED: i64 = 20_000;
/// Hits ranked for each one shown.
const RANKED: usize = 4;

/// How well one need is met.
#[derive(Clone, Copy)]
struct Met {
    score: i64,
    by: &'static str,
}

impl Store {
    /// [`Reader::search_people`] on a fresh snapshot.
    ///
    /// # Errors
    /// Database errors.
    pub fn search_people(
        &self,
        query: &str,
        staff: StaffId,
        limit: usize,
    ) -> Result<Vec<PersonHit>> {
        self.read(|reader| reader.search_people(query, staff, limit))
    }
}

impl Reader<'_> {
    /// The people who match everything typed in `query`, best first, at most `limit`: each word is the start of
    /// a word of their name in its script, a telephone, a CNIE or another paper, a paper-file number or the
    /// number of a case `staff` may see. People a sealed case hides from `staff` never come.
    ///
    /// # Errors
    /// Database errors.
    pub fn search_people(
        &self,
        query: &str,
        staff: StaffId,
        limit: usize,
    ) -> Result<Vec<PersonHit>> {
        let mut needs = needs(query);
        let mut costs = Vec::new();
        for need in &needs {
            costs.push(cost(self.conn(), need)?);
        }
        let Some((rarest, _)) = costs.iter().enumerate().min_by_key(|(_, cost)| **cost) else {
            return Ok(Vec::new());
        };
        let first = needs.swap_remove(rarest);
        let wanted = limit.saturating_mul(RANKED);
        let most = if needs.is_empty() {
            i64::try_from(wanted).unwrap_or(FOLLOWED)
        } else {
            FOLLOWED
        };
        let mut hits = Vec::new();
        for (n, met) in candidates(self.conn(), &first, staff, most)? {
            if let Some(hit) = check(self.conn(), n, met, &needs, staff)? {
                hits.push((std::cmp::Reverse(hit.0.score), hit.1, n, hit.0));
            }
            if hits.len() >= wanted {
                break;
            }
        }
        hits.sort_by_key(|(score, words, n, _)| (*score, *words, *n));
        hits.truncate(limit);
        Ok(hits.into_iter().map(|(.., hit)| hit).collect())
    }
}

/// The end of the range of texts that start with `prefix`.
fn end(prefix: &str) -> String {
    format!("{prefix}\u{10FFFF}")
}

/// The end of the range of names that meet `need`, whose key is `name`.
fn last(need: &Need, name: &str) -> String {
    if need.whole {
        format!("{name}\0")
    } else {
        end(name)
    }
}

fn cost(conn: &Connection, need: &Need) -> Result<i64> {
    let mut total = 0;
    if let Some(name) = &need.name {
        total += conn
            .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM person_token WHERE token >= ?1 AND token < ?2 LIMIT ?3)")?
            .query_row(params![name, last(need, name), COUNTED], |row| row.get::<_, i64>(0))?;
    }
    for key in &need.keys {
        total += conn
            .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM person_key WHERE \"key\" >= ?1 AND \"key\" < ?2 LIMIT ?3)")?
            .query_row(params![key, end(key), COUNTED], |row| row.get::<_, i64>(0))?;
    }
    Ok(total)
}

/// The people who meet `need`, nearest entries first.
fn candidates(
    conn: &Connection,
    need: &Need,
    staff: StaffId,
    most: i64,
) -> Result<Vec<(i64, Met)>> {
    let mut found: BTreeMap<i64, Met> = BTreeMap::new();
    let mut order = Vec::new();
    let mut take = |n: i64, met: Met| {
        if found.insert(n, met).is_none() {
            order.push(n);
        }
    };
    for key in &need.keys {
        let mut statement =
            conn.prepare_cached("SELECT n, \"key\", kind FROM person_key WHERE \"key\" >= ?1 AND \"key\" < ?2 ORDER BY \"key\" LIMIT ?3")?;
        let mut rows = statement.query(params![key, end(key), most])?;
        while let Some(row) = rows.next()? {
            let exact = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)? == key;
            take(
                row.get(0)?,
                by_key(
                    row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?,
                    exact,
                ),
            );
        }
    }
    if let Some(name) = &need.name {
        let mut statement = conn.prepare_cached("SELECT n, token FROM person_token WHERE token >= ?1 AND token < ?2 ORDER BY token LIMIT ?3")?;
        let mut rows = statement.query(params![name, last(need, name), most])?;
        while let Some(row) = rows.next()? {
            let exact = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)? == name;
            take(row.get(0)?, by_name(exact));
        }
    }
    if let Some(number) = &need.case {
        for n in by_case(conn, number, staff, None)? {
            take(n, CASE);
        }
    }
    Ok(order
        .into_iter()
        .filter_map(|n| found.get(&n).map(|met| (n, *met)))
        .collect())
}

const CASE: Met = Met {
    score: 100,
    by: "case_number",
};

fn by_name(exact: bool) -> Met {
    Met {
        score: if exact { 20 } else { 10 },
        by: "name",
    }
}

fn by_key(kind: &str, exact: bool) -> Met {
    let by = ["cnie", "idcs", "phone", "paper_file"]
        .into_iter()
        .find(|known| *known == kind)
        .unwrap_or("document_number");
    Met {
        score: if exact { 100 } else { 40 },
        by,
    }
}

/// Persons (by their number here) with a case whose number starts so and that `staff` may see.
fn by_case(
    conn: &Connection,
    number: &str,
    staff: StaffId,
    person: Option<i64>,
) -> Result<Vec<i64>> {
    let mut statement = conn.prepare_cached(
        "SELECT f.n FROM \"case\" c JOIN person_found f ON f.person = c.person \
         WHERE c.number >= ?1 AND c.number < ?2 AND (?4 IS NULL OR f.n = ?4) \
         AND EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = c.id AND a.staff IN ('*', ?3)) LIMIT 200",
    )?;
    let rows = statement.query_map(
        params![number, end(number), sql_id(staff.0), person],
        |row| row.get(0),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether person `n` meets the other needs and is not hidden. Gives the hit and how many words its name has.
fn check(
    conn: &Connection,
    n: i64,
    first: Met,
    others: &[Need],
    staff: StaffId,
) -> Result<Option<(PersonHit, usize)>> {
    let mut statement = conn.prepare_cached(
        "SELECT person, tokens, keys, NOT EXISTS (SELECT 1 FROM person_sealed s WHERE s.person = f.person AND NOT EXISTS \
         (SELECT 1 FROM case_access a WHERE a.case_id = s.case_id AND a.staff = ?2)) FROM person_found f WHERE n = ?1",
    )?;
    let mut rows = statement.query(params![n, sql_id(staff.0)])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let tokens = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
    let keys = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
    let mut score = first.score;
    let mut matched = vec![first.by];
    for need in others {
        let Some(met) = meets(conn, n, need, tokens, keys, staff)? else {
            return Ok(None);
        };
        score += met.score;
        if !matched.contains(&met.by) {
            matched.push(met.by);
        }
    }
    if !row.get::<_, bool>(3)? {
        return Ok(None);
    }
    let words = tokens.split(' ').count();
    Ok(Some((
        PersonHit {
            id: PersonId(id_at(row, 0)?),
            score,
            matched,
        },
        words,
    )))
}

fn meets(
    conn: &Connection,
    n: i64,
    need: &Need,
    tokens: &str,
    keys: &str,
    staff: StaffId,
) -> Result<Option<Met>> {
    for key in &need.keys {
        let found = keys
            .split(' ')
            .filter_map(|pair| pair.split_once(':'))
            .find(|(_, held)| held.starts_with(key.as_str()));
        if let Some((kind, held)) = found {
            return Ok(Some(by_key(kind, held == key)));
        }
    }
    if let Some(name) = &need.name
        && let Some(exact) = tokens
            .split(' ')
            .filter(|token| *token == name || (!need.whole && token.starts_with(name.as_str())))
            .map(|token| token == name)
            .max()
    {
        return Ok(Some(by_name(exact)));
    }
    if let Some(number) = &need.case
        && !by_case(conn, number, staff, Some(n))?.is_empty()
    {
        return Ok(Some(CASE));
    }
    Ok(None)
}
