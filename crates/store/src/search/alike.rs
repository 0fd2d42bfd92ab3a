//! Who of the register may be the person at the desk.

use std::collections::BTreeSet;

use jisr_domain::id::{PersonId, StaffId};
use jisr_domain::name::Verdict;
use jisr_domain::person::Person;
use jisr_domain::person::matching::{Bearers, Facts, Likeness, MAYBE, Sought, Traits, filing_keys};
use rusqlite::{Connection, OptionalExtension, params};

use super::term::{any, commune_term, filed_term, sound_term};
use crate::state::id_at;
use crate::{Reader, Result};

/// Somebody of the register, compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// Who.
    pub id: PersonId,
    /// Their record as shown.
    pub person: Person,
    /// How like they are, and why.
    pub likeness: Likeness,
}

/// Records weighed for one question, by keys hardly two people share and by those namesakes of one age do.
const BY_RARE: i64 = 200;
const BY_COMMON: i64 = 400;

impl Reader<'_> {
    /// The people of the register who may be `person`, likeliest first, at most `limit`: only those worth showing.
    /// `except` is left out, and so is whoever a sealed case hides from `staff`.
    ///
    /// # Errors
    /// Database errors.
    pub fn alike(
        &self,
        person: &Person,
        except: Option<PersonId>,
        staff: StaffId,
        limit: usize,
    ) -> Result<Vec<Alike>> {
        let mut found = Vec::new();
        for alike in self.weighed(person, except)? {
            if self.visible_person(alike.id, staff)? {
                found.push(alike);
            }
        }
        found.sort_by(|a, b| {
            b.likeness
                .score
                .total_cmp(&a.likeness.score)
                .then(a.id.cmp(&b.id))
        });
        found.truncate(limit);
        Ok(found)
    }

    /// How alike two records are, the register being what it is. Which of them is named first matters little, and
    /// not nothing: names are weighed by how common those of `one` are.
    ///
    /// # Errors
    /// Database errors.
    pub fn likeness(&self, one: PersonId, other: PersonId) -> Result<Likeness> {
        let read = |id| -> Result<Traits> {
            Ok(Traits::read(&self.find::<Person>(id)?.unwrap_or_default()))
        };
        let register = Register { conn: self.conn() };
        Ok(Sought::new(read(one)?, &register).weigh(&read(other)?))
    }

    /// Everybody worth showing, whoever asks: for what is kept of the whole register, and told to nobody as it is.
    pub(crate) fn weighed(&self, person: &Person, except: Option<PersonId>) -> Result<Vec<Alike>> {
        let traits = Traits::read(person);
        let keys = filing_keys(&traits);
        let sought = Sought::new(traits, &Register { conn: self.conn() });
        let mut found = Vec::new();
        for n in filed(self.conn(), &keys)? {
            let Some(id) = person_of(self.conn(), n)?.filter(|id| Some(*id) != except) else {
                continue;
            };
            let Some(person) = self.find::<Person>(id)? else {
                continue;
            };
            if sought.at_most(&Facts::read(&person)) < MAYBE {
                continue;
            }
            let likeness = sought.weigh(&Traits::read(&person));
            if likeness.verdict > Verdict::Different {
                found.push(Alike {
                    id,
                    person,
                    likeness,
                });
            }
        }
        Ok(found)
    }
}

/// Those filed under any of the keys.
fn filed(conn: &Connection, keys: &BTreeSet<String>) -> Result<BTreeSet<i64>> {
    let common = |key: &&String| key.starts_with(['p', 'y']);
    let (common, rare): (Vec<&String>, Vec<&String>) = keys.iter().partition(common);
    let mut found = BTreeSet::new();
    let mut statement =
        conn.prepare_cached("SELECT rowid FROM person_term WHERE person_term MATCH ?1 LIMIT ?2")?;
    for (keys, most) in [(rare, BY_RARE), (common, BY_COMMON)] {
        if keys.is_empty() {
            continue;
        }
        let terms: Vec<String> = keys.iter().map(|key| filed_term(key)).collect();
        let question = any(terms.iter().map(String::as_str));
        let rows = statement.query_map(params![question, most], |row| row.get(0))?;
        found.extend(rows.collect::<rusqlite::Result<Vec<i64>>>()?);
    }
    Ok(found)
}

fn person_of(conn: &Connection, n: i64) -> Result<Option<PersonId>> {
    Ok(conn
        .prepare_cached("SELECT person FROM person_found WHERE n = ?1")?
        .query_row([n], |row| id_at(row, 0).map(PersonId))
        .optional()?)
}

/// The register as [`Bearers`] asks of it. What cannot be counted is taken for rare.
struct Register<'c> {
    conn: &'c Connection,
}

impl Register<'_> {
    fn bearers(&self, term: &str) -> u64 {
        self.count("SELECT doc FROM person_bearers WHERE term = ?1", [term])
    }

    fn count(&self, sql: &str, params: impl rusqlite::Params) -> u64 {
        let count = || -> rusqlite::Result<Option<i64>> {
            let mut statement = self.conn.prepare_cached(sql)?;
            statement.query_row(params, |row| row.get(0)).optional()
        };
        count()
            .ok()
            .flatten()
            .and_then(|count| u64::try_from(count).ok())
            .unwrap_or(0)
    }
}

impl Bearers for Register<'_> {
    fn people(&self) -> u64 {
        // The greatest number given stands for the count, which would read every page of the register. It is more by
        // those who left it: after a long list taken back, names weigh as in a register that much larger.
        self.count("SELECT max(n) FROM person_found", [])
    }

    fn of_sound(&self, key: &str) -> u64 {
        self.bearers(&sound_term(key))
    }

    fn of_commune(&self, code: &str) -> u64 {
        self.bearers(&commune_term(code))
    }
}
