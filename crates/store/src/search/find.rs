//! Answering a search.

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::id::{PersonId, StaffId};
use rusqlite::{Connection, params};
use serde::Serialize;

use super::expand::{Words, end, expand};
use super::query::{Need, needs};
use super::term::{any, word_term};
use crate::access::may_know_person;
use crate::state::{id_at, sql_id};
use crate::{Reader, Result, Store};

/// A person found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PersonHit {
    /// Who.
    pub id: PersonId,
    /// Higher is nearer to what was typed.
    pub score: f32,
    /// By what: `name`, `birth_year`, `cnie`, `idcs`, `phone`, `paper_file`, `document_number`, `case_number`.
    pub matched: Vec<&'static str>,
    /// The folded words of their names that were found (`jisr_domain::name::word`).
    pub words: BTreeSet<String>,
}

/// People looked at for one answer; a search this wide needs another word.
const FOLLOWED: i64 = 600;
/// Hits ranked for each one shown.
const RANKED: usize = 4;

/// One need, with the words of the register it may stand for.
struct Asked {
    need: Need,
    words: Words,
}

/// How well one need is met.
struct Met {
    score: f32,
    by: &'static str,
    words: Vec<String>,
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
    /// The people who match everything typed in `query`, best first, at most `limit`: each word is a word of their
    /// name in either script and any usual spelling, or the beginning of one; their year of birth; a telephone, a
    /// CNIE or another paper, a paper-file number or the number of a case `staff` may see. When nobody is found so,
    /// those whose names hold what was typed. People a sealed case hides from `staff` never come.
    ///
    /// # Errors
    /// Database errors.
    pub fn search_people(
        &self,
        query: &str,
        staff: StaffId,
        limit: usize,
    ) -> Result<Vec<PersonHit>> {
        for inside in [false, true] {
            let mut asked = Vec::new();
            for need in needs(query) {
                let words = match &need.word {
                    Some(asked) => expand(self.conn(), asked, need.whole, inside)?,
                    None => Words::new(),
                };
                asked.push(Asked { need, words });
            }
            if asked.is_empty() {
                break;
            }
            let hits = answer(self.conn(), &asked, staff, limit)?;
            if !hits.is_empty() {
                return Ok(hits);
            }
        }
        Ok(Vec::new())
    }
}

/// The best of those who meet every need.
fn answer(
    conn: &Connection,
    asked: &[Asked],
    staff: StaffId,
    limit: usize,
) -> Result<Vec<PersonHit>> {
    let wanted = limit.saturating_mul(RANKED);
    let mut looked = BTreeSet::new();
    let mut hits: Vec<(PersonHit, usize)> = Vec::new();
    // The very words typed first: of the thousand who bear a common name, those it was typed for.
    for near in [0.95, 0.0] {
        for n in candidates(conn, asked, staff, near)? {
            if looked.insert(n) {
                hits.extend(check(conn, n, asked, staff)?);
            }
            if hits.len() >= wanted {
                break;
            }
        }
        if hits.len() >= limit {
            break;
        }
    }
    hits.sort_by(|(a, a_words), (b, b_words)| {
        b.score
            .total_cmp(&a.score)
            .then(a_words.cmp(b_words))
            .then(a.id.cmp(&b.id))
    });
    hits.truncate(limit);
    Ok(hits.into_iter().map(|(hit, _)| hit).collect())
}

/// People who may meet all needs: by the need that only keys can meet, else by their words together.
fn candidates(
    conn: &Connection,
    asked: &[Asked],
    staff: StaffId,
    near: f32,
) -> Result<BTreeSet<i64>> {
    let mut found = BTreeSet::new();
    let keyed = asked
        .iter()
        .find(|asked| asked.words.is_empty() && asked.need != Need::default());
    if let Some(asked) = keyed {
        by_keys(conn, &asked.need, &mut found)?;
        if let Some(number) = &asked.need.case {
            found.extend(by_case(conn, number, staff, None)?);
        }
        return Ok(found);
    }
    let mut question = String::new();
    for asked in asked {
        let terms: Vec<String> = asked
            .words
            .iter()
            .filter(|(_, nearness)| **nearness >= near)
            .map(|(word, _)| word_term(word))
            .collect();
        if terms.is_empty() {
            return Ok(found);
        }
        if !question.is_empty() {
            question.push_str(" AND ");
        }
        question.push('(');
        question.push_str(&any(terms.iter().map(String::as_str)));
        question.push(')');
    }
    let mut statement =
        conn.prepare_cached("SELECT rowid FROM person_term WHERE person_term MATCH ?1 LIMIT ?2")?;
    let rows = statement.query_map(params![question, FOLLOWED], |row| row.get::<_, i64>(0))?;
    for n in rows {
        found.insert(n?);
    }
    // A number that may be a year and the start of a key.
    if let [only] = asked {
        by_keys(conn, &only.need, &mut found)?;
    }
    Ok(found)
}

fn by_keys(conn: &Connection, need: &Need, found: &mut BTreeSet<i64>) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT n FROM person_key WHERE \"key\" >= ?1 AND \"key\" < ?2 ORDER BY \"key\" LIMIT ?3",
    )?;
    for key in &need.keys {
        let rows = statement.query_map(params![key, end(key), FOLLOWED], |row| row.get(0))?;
        found.extend(rows.collect::<rusqlite::Result<Vec<i64>>>()?);
    }
    Ok(())
}

fn by_key(kind: &str, exact: bool) -> Met {
    let by = ["cnie", "idcs", "phone", "paper_file"]
        .into_iter()
        .find(|known| *known == kind)
        .unwrap_or("document_number");
    Met {
        score: if exact { 5.0 } else { 2.0 },
        by,
        words: Vec::new(),
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

/// Whether person `n` meets every need and is not hidden. Gives the hit and how many words they are found by.
fn check(
    conn: &Connection,
    n: i64,
    asked: &[Asked],
    staff: StaffId,
) -> Result<Option<(PersonHit, usize)>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT person, words, keys, {} FROM person_found f WHERE n = ?1",
        may_know_person("f.person", "?2")
    ))?;
    let mut rows = statement.query(params![n, sql_id(staff.0)])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let words: Vec<&str> = text(row, 1)?.split(' ').collect();
    let keys = text(row, 2)?;
    let mut hit = PersonHit {
        id: PersonId(id_at(row, 0)?),
        score: 0.0,
        matched: Vec::new(),
        words: BTreeSet::new(),
    };
    for asked in asked {
        let Some(met) = meets(conn, n, asked, &words, keys, staff)? else {
            return Ok(None);
        };
        hit.score += met.score;
        hit.words.extend(met.words);
        if !hit.matched.contains(&met.by) {
            hit.matched.push(met.by);
        }
    }
    if !row.get::<_, bool>(3)? {
        return Ok(None);
    }
    let count = words.len();
    Ok(Some((hit, count)))
}

fn text<'r>(row: &'r rusqlite::Row<'_>, at: usize) -> Result<&'r str> {
    Ok(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?)
}

fn meets(
    conn: &Connection,
    n: i64,
    asked: &Asked,
    words: &[&str],
    keys: &str,
    staff: StaffId,
) -> Result<Option<Met>> {
    let need = &asked.need;
    for key in &need.keys {
        let found = keys
            .split(' ')
            .filter_map(|pair| pair.split_once(':'))
            .find(|(_, held)| held.starts_with(key.as_str()));
        if let Some((kind, held)) = found {
            return Ok(Some(by_key(kind, held == key)));
        }
    }
    let found: BTreeMap<&str, f32> = words
        .iter()
        .filter_map(|word| Some((*word, *asked.words.get(*word)?)))
        .collect();
    if let Some(best) = found.values().copied().reduce(f32::max) {
        let year = need.whole && !need.keys.is_empty();
        return Ok(Some(Met {
            score: best,
            by: if year { "birth_year" } else { "name" },
            words: found.into_keys().map(str::to_owned).collect(),
        }));
    }
    if let Some(number) = &need.case
        && !by_case(conn, number, staff, Some(n))?.is_empty()
    {
        return Ok(Some(Met {
            score: 5.0,
            by: "case_number",
            words: Vec::new(),
        }));
    }
    Ok(None)
}
