//! Pairs of records that are probably one person. Whoever is added or changed, from whatever source, is queued by the
//! database itself; the queue is worked off in portions, and what is found is kept until somebody decides. Nothing
//! here is a fact, and nothing of it travels.
//!
//! Everybody is compared with everybody: a possible duplicate of somebody hidden is told to those who may see both.
//! Who that is, is asked when pairs are listed.

use jisr_domain::id::{PersonId, StaffId};
use jisr_domain::person::Person;
use jisr_domain::person::matching::{Likeness, MAYBE, Reason};
use rusqlite::{Connection, OptionalExtension, params};

use crate::access::may_know_person;
use crate::state::{id_at, int, sql_id, uint};
use crate::{Reader, Result, Store, Tx};

/// Two records that are probably one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The smaller id.
    pub left: PersonId,
    /// The other.
    pub right: PersonId,
    /// The chance that they are one person, 0 to 1.
    pub score: f32,
    /// Why, weightiest first.
    pub reasons: Vec<Reason>,
    /// Somebody looked and was not sure: who, and when (UTC milliseconds).
    pub unsure: Option<(StaffId, u64)>,
}

/// What one portion of comparing did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Portion {
    /// People compared.
    pub compared: usize,
    /// Pairs are other than they were.
    pub moved: bool,
}

/// SQL that holds when the person whose id is `id` is not hidden from the one who asks (`?1`).
fn seen(id: &str) -> String {
    may_know_person(id, "?1")
}

impl Reader<'_> {
    /// The pairs whose two people `staff` may know of: likeliest first, those somebody was not sure of last, the one
    /// looked at longest ago before the others.
    ///
    /// # Errors
    /// Database errors.
    pub fn pairs(&self, staff: StaffId) -> Result<Vec<Pair>> {
        let sql = format!(
            "SELECT p.\"left\", p.\"right\", p.score, p.reasons, p.unsure_by, p.unsure_at FROM person_pair p \
             WHERE {} AND {} ORDER BY p.unsure_at IS NOT NULL, p.unsure_at, p.score DESC, p.\"left\", p.\"right\"",
            seen("p.\"left\""),
            seen("p.\"right\"")
        );
        let rows = self.sql(&sql, [sql_id(staff.0)], |row| {
            Ok((
                (id_at(row, 0)?, id_at(row, 1)?),
                row.get::<_, f64>(2)?,
                row.get::<_, String>(3)?,
                (
                    row.get::<_, Option<String>>(4)?,
                    row.get::<_, Option<i64>>(5)?,
                ),
            ))
        })?;
        rows.into_iter()
            .map(|((left, right), score, reasons, unsure)| {
                Ok(Pair {
                    left: PersonId(left),
                    right: PersonId(right),
                    score: score as f32,
                    reasons: serde_json::from_str(&reasons)?,
                    unsure: unsure
                        .0
                        .and_then(|by| by.parse().ok())
                        .zip(unsure.1.map(uint)),
                })
            })
            .collect()
    }

    /// Whether somebody looked at this pair and was not sure: who, and when (UTC milliseconds).
    ///
    /// # Errors
    /// Database errors.
    pub fn unsure(&self, one: PersonId, other: PersonId) -> Result<Option<(StaffId, u64)>> {
        let (left, right) = in_order(one, other);
        let mut statement = self.conn().prepare_cached(
            "SELECT unsure_by, unsure_at FROM person_pair WHERE \"left\" = ?1 AND \"right\" = ?2 AND unsure_at IS NOT NULL",
        )?;
        Ok(statement
            .query_row(params![sql_id(left.0), sql_id(right.0)], |row| {
                Ok((StaffId(id_at(row, 0)?), uint(row.get(1)?)))
            })
            .optional()?)
    }

    /// How many of the people `staff` may know of have not been compared since they last changed, and how many
    /// there are.
    ///
    /// # Errors
    /// Database errors.
    pub fn to_compare(&self, staff: StaffId) -> Result<(u64, u64)> {
        let count = |sql: &str| -> Result<u64> {
            let mut statement = self.conn().prepare_cached(sql)?;
            Ok(uint(
                statement.query_row([sql_id(staff.0)], |row| row.get(0))?,
            ))
        };
        let left = count(&format!(
            "SELECT count(*) FROM person_to_compare q WHERE {}",
            seen("q.person")
        ))?;
        let hidden = count(&format!(
            "SELECT count(*) FROM person_hidden h JOIN person p ON p.id = h.person WHERE NOT ({})",
            seen("h.person")
        ))?;
        let everybody = count("SELECT count(*) FROM person_found WHERE ?1 IS NOT NULL")?;
        Ok((left, everybody.saturating_sub(hidden)))
    }
}

impl Store {
    /// Compares at most `most` of the people who wait for it with the whole register, the latest recorded first, in
    /// one transaction: short, so that whoever saves something meanwhile does not notice.
    ///
    /// # Errors
    /// Database errors. What was not compared still waits.
    pub fn compare_people(&self, most: usize) -> Result<Portion> {
        self.alone(|conn| {
            let reader = Reader::on(conn);
            let waiting = reader.sql(
                "SELECT person FROM person_to_compare ORDER BY person DESC LIMIT ?1",
                [int(most as u64)],
                |row| id_at(row, 0).map(PersonId),
            )?;
            let mut moved = false;
            for person in &waiting {
                moved |= compare(conn, &reader, *person)?;
                conn.prepare_cached("DELETE FROM person_to_compare WHERE person = ?1")?
                    .execute([sql_id(person.0)])?;
            }
            Ok(Portion {
                compared: waiting.len(),
                moved,
            })
        })
    }
}

impl Tx<'_> {
    /// Keeps that the one at work looked at two records and was not sure. It is no statement about them: it stays on
    /// this device, and falls when the evidence is other than it was.
    ///
    /// # Errors
    /// Database errors.
    pub fn leave_undecided(
        &mut self,
        one: PersonId,
        other: PersonId,
        found: &Likeness,
    ) -> Result<()> {
        let (left, right) = in_order(one, other);
        keep(self.reader().conn(), left, right, found)?;
        self.reader()
            .conn()
            .prepare_cached(
                "UPDATE person_pair SET unsure_at = ?3, unsure_by = ?4 WHERE \"left\" = ?1 AND \"right\" = ?2",
            )?
            .execute(params![
                sql_id(left.0),
                sql_id(right.0),
                int(self.moment().ms),
                sql_id(self.actor().0)
            ])?;
        Ok(())
    }
}

fn in_order(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    if one < other {
        (one, other)
    } else {
        (other, one)
    }
}

/// Compares one person with the register. Gives whether a pair is other than it was.
fn compare(conn: &Connection, reader: &Reader<'_>, person: PersonId) -> Result<bool> {
    let found = match reader.find::<Person>(person)? {
        Some(record) => reader.weighed(&record, Some(person))?,
        None => Vec::new(),
    };
    let mut known: Vec<PersonId> = reader.sql(
        "SELECT \"right\" FROM person_pair WHERE \"left\" = ?1 UNION ALL SELECT \"left\" FROM person_pair WHERE \"right\" = ?1",
        [sql_id(person.0)],
        |row| id_at(row, 0).map(PersonId),
    )?;
    let mut moved = false;
    for other in found {
        known.retain(|one| *one != other.id);
        // Weighed from the same side each time: what is written down does not depend on who changed last.
        let (left, right) = in_order(person, other.id);
        moved |= keep(conn, left, right, &reader.likeness(left, right)?)?;
    }
    // Found from the other side, or no longer alike.
    for other in known {
        let (left, right) = in_order(person, other);
        let likeness = reader.likeness(left, right)?;
        if likeness.score < MAYBE {
            conn.prepare_cached("DELETE FROM person_pair WHERE \"left\" = ?1 AND \"right\" = ?2")?
                .execute(params![sql_id(left.0), sql_id(right.0)])?;
            moved = true;
        } else {
            moved |= keep(conn, left, right, &likeness)?;
        }
    }
    Ok(moved)
}

/// Writes a pair down. That somebody was not sure stands for as long as the reasons are the same.
fn keep(conn: &Connection, left: PersonId, right: PersonId, likeness: &Likeness) -> Result<bool> {
    let written = conn
        .prepare_cached(
            "INSERT INTO person_pair (\"left\", \"right\", score, reasons) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT (\"left\", \"right\") DO UPDATE SET score = excluded.score, reasons = excluded.reasons, \
             unsure_at = CASE WHEN reasons = excluded.reasons THEN unsure_at END, \
             unsure_by = CASE WHEN reasons = excluded.reasons THEN unsure_by END \
             WHERE reasons <> excluded.reasons OR abs(score - excluded.score) > 0.001",
        )?
        .execute(params![
            sql_id(left.0),
            sql_id(right.0),
            f64::from(likeness.score),
            serde_json::to_string(&likeness.reasons)?,
        ])?;
    Ok(written > 0)
}
