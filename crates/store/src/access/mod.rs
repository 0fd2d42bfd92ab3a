//! Who may see which case and which person, kept beside the records so that every list can join it: `case_access`,
//! `person_hidden` and `person_reader`. The rule itself is [`jisr_domain::audience`]; nothing here decides.

mod subject;

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::audience::{CaseRoot, PersonRoot};
use jisr_domain::case::{Case, CaseState, Confidentiality};
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_domain::record::{Fields, Kind};
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::state::{id_at, sql_id};
use crate::{Reader, Result, case};

/// Stands for everybody at the center.
const EVERYBODY: &str = "*";

/// What must be worked out again before the transaction ends.
#[derive(Default)]
pub(crate) struct Dirty {
    cases: BTreeSet<Uuid>,
    /// Cases whose events changed.
    courses: BTreeSet<Uuid>,
    /// People a case of whom moved, or whom the hub tells to others than before.
    persons: BTreeSet<Uuid>,
    staff: bool,
}

impl Dirty {
    /// Takes note of a record that changed and of what it shows now. `touched` narrows it to the fields written.
    pub(crate) fn note(&mut self, kind: Kind, id: Uuid, shown: &Fields, touched: Option<&Fields>) {
        let wrote = |names: &[&str]| {
            touched.is_none_or(|patch| names.iter().any(|name| patch.contains_key(*name)))
        };
        match kind {
            Kind::Case if wrote(&["confidentiality", "named", "person", "opened_by"]) => {
                self.cases.insert(id);
                self.persons.extend(named(shown, "person"));
            }
            Kind::CaseEvent if case::is_of_course(shown) => {
                self.courses.extend(named(shown, "case"));
            }
            Kind::Staff if wrote(&["role", "left_on"]) => self.staff = true,
            _ => {}
        }
    }

    /// Takes note that a feed of the hub holds somebody who was not in it, or let them go.
    pub(crate) fn told(&mut self, person: Uuid) {
        self.persons.insert(person);
    }

    /// Takes note of a record about to be taken away, and of what it showed.
    pub(crate) fn gone(&mut self, kind: Kind, id: Uuid, shown: &Fields) {
        match kind {
            Kind::Case => {
                self.cases.insert(id);
                self.persons.extend(named(shown, "person"));
            }
            Kind::CaseEvent => self.courses.extend(named(shown, "case")),
            Kind::Staff => self.staff = true,
            _ => {}
        }
    }
}

fn named(shown: &Fields, field: &str) -> Option<Uuid> {
    Uuid::try_parse(shown.get(field)?.as_str()?).ok()
}

/// Works out what is dirty.
pub(crate) fn refresh(conn: &Connection, dirty: Dirty) -> Result<()> {
    let reader = Reader::on(conn);
    let mut cases = dirty.cases;
    let mut persons = dirty.persons;
    for case in dirty.courses {
        case::refold(conn, case)?;
        cases.insert(case);
    }
    if dirty.staff {
        cases.extend(reader.sql(
            "SELECT id FROM \"case\" WHERE confidentiality = 'restricted'",
            [],
            |row| id_at(row, 0),
        )?);
    }
    if cases.is_empty() && persons.is_empty() {
        return Ok(());
    }
    let directors: BTreeSet<StaffId> = reader
        .sql(
            "SELECT id FROM staff WHERE role = 'director' AND left_on IS NULL",
            [],
            |row| id_at(row, 0).map(StaffId),
        )?
        .into_iter()
        .collect();

    let mut records = BTreeMap::new();
    for case in cases {
        let record = reader.find::<Case>(CaseId(case))?;
        let of = record.as_ref().and_then(|case| case.person);
        persons.extend(of.map(|person| person.0));
        records.insert(case, record);
    }
    // Whether somebody is hidden changes who may know of each of their cases, and the cases say who may know of them.
    for person in persons {
        let was_hidden = is_hidden(conn, person)?;
        let told_apart = told_apart(conn, person)?;
        if !was_hidden && !told_apart && !has_sealed_case(conn, person)? {
            continue;
        }
        let roots = cases_of(&reader, person)?;
        let root = PersonRoot {
            cases: roots.iter().map(|(_, root)| root.clone()).collect(),
            told_apart,
        };
        keep_person(conn, person, &root, &directors)?;
        for (case, root_of_case) in roots {
            keep_case(conn, case, &root_of_case, root.is_hidden(), &directors)?;
            records.remove(&case);
        }
    }
    for (case, record) in records {
        match record {
            Some(record) => {
                let root = case_root(&reader, case, &record, false)?;
                keep_case(conn, case, &root, false, &directors)?;
            }
            None => {
                conn.prepare_cached("DELETE FROM case_access WHERE case_id = ?1")?
                    .execute([sql_id(case)])?;
            }
        }
    }
    Ok(())
}

/// Every case of a person that is here, as its audience sees it.
fn cases_of(reader: &Reader<'_>, person: Uuid) -> Result<Vec<(Uuid, CaseRoot)>> {
    reader
        .by::<Case>("person", PersonId(person))?
        .into_iter()
        .map(|(id, case)| Ok((id.0, case_root(reader, id.0, &case, true)?)))
        .collect()
}

/// `hidden`: whom an ordinary case is given to matters too.
fn case_root(reader: &Reader<'_>, id: Uuid, case: &Case, hidden: bool) -> Result<CaseRoot> {
    // Of an ordinary case in sight of everybody nobody asks whom it is given to.
    let counts = hidden || case.confidentiality != Some(Confidentiality::Ordinary);
    let state = if counts {
        let mut states = reader.case_states(&[CaseId(id)])?;
        states.pop().map(|(_, state)| state).unwrap_or_default()
    } else {
        CaseState::default()
    };
    Ok(CaseRoot {
        confidentiality: case.confidentiality,
        named: state.named_in(case),
        assigned: state.assigned,
        opened_by: case.opened_by.into_iter().collect(),
    })
}

fn has_sealed_case(conn: &Connection, person: Uuid) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM \"case\" WHERE person = ?1 AND confidentiality = 'sealed')",
    )?;
    Ok(statement.query_row([sql_id(person)], |row| row.get(0))?)
}

/// Whether the hub tells of somebody to users of this device and not to its center: a sealed case that is not here hides
/// them from the others. So do those it took back, while own work on them waits.
fn told_apart(conn: &Connection, person: Uuid) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT coalesce((SELECT at_hub = -1 FROM person WHERE id = ?1), 0) \
         OR (EXISTS (SELECT 1 FROM feed_record WHERE kind = 'person' AND id = ?1) \
         AND NOT EXISTS (SELECT 1 FROM feed_record r JOIN \"cursor\" c ON c.n = r.feed \
         WHERE r.kind = 'person' AND r.id = ?1 AND c.feed_kind = 'center'))",
    )?;
    Ok(statement.query_row([sql_id(person)], |row| row.get(0))?)
}

fn keep_person(
    conn: &Connection,
    person: Uuid,
    root: &PersonRoot,
    directors: &BTreeSet<StaffId>,
) -> Result<()> {
    let id = sql_id(person);
    conn.prepare_cached("DELETE FROM person_hidden WHERE person = ?1")?
        .execute([&id])?;
    conn.prepare_cached("DELETE FROM person_reader WHERE person = ?1")?
        .execute([&id])?;
    if !root.is_hidden() {
        return Ok(());
    }
    conn.prepare_cached("INSERT INTO person_hidden (person) VALUES (?1)")?
        .execute([&id])?;
    let mut insert =
        conn.prepare_cached("INSERT INTO person_reader (person, staff) VALUES (?1, ?2)")?;
    for staff in root.readers(directors) {
        insert.execute(params![id, sql_id(staff.0)])?;
    }
    Ok(())
}

fn keep_case(
    conn: &Connection,
    case: Uuid,
    root: &CaseRoot,
    hidden: bool,
    directors: &BTreeSet<StaffId>,
) -> Result<()> {
    let id = sql_id(case);
    conn.prepare_cached("DELETE FROM case_access WHERE case_id = ?1")?
        .execute([&id])?;
    let who = match root.readers(hidden, directors) {
        None => vec![EVERYBODY.to_owned()],
        Some(readers) => readers.into_iter().map(|staff| sql_id(staff.0)).collect(),
    };
    let mut insert =
        conn.prepare_cached("INSERT INTO case_access (case_id, staff) VALUES (?1, ?2)")?;
    for staff in who {
        insert.execute(params![id, staff])?;
    }
    Ok(())
}

fn is_hidden(conn: &Connection, person: Uuid) -> Result<bool> {
    let mut statement =
        conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM person_hidden WHERE person = ?1)")?;
    Ok(statement.query_row([sql_id(person)], |row| row.get(0))?)
}

/// Whether `staff` is among the readers of a case.
pub(crate) fn may_see_case(conn: &Connection, case: Uuid, staff: StaffId) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM case_access WHERE case_id = ?1 AND staff IN ('*', ?2))",
    )?;
    Ok(statement.query_row(params![sql_id(case), sql_id(staff.0)], |row| row.get(0))?)
}

/// SQL that holds when the person whose id is the column `person` is not hidden from the one whose id is the parameter
/// `staff`.
pub(crate) fn may_know_person(person: &str, staff: &str) -> String {
    format!(
        "(NOT EXISTS (SELECT 1 FROM person_hidden hidden WHERE hidden.person = {person}) \
         OR EXISTS (SELECT 1 FROM person_reader told WHERE told.person = {person} AND told.staff = {staff}))"
    )
}

/// Whether a person is not hidden from `staff`.
pub(crate) fn may_see_person(conn: &Connection, person: Uuid, staff: StaffId) -> Result<bool> {
    let mut statement = conn.prepare_cached(&format!("SELECT {}", may_know_person("?1", "?2")))?;
    Ok(statement.query_row(params![sql_id(person), sql_id(staff.0)], |row| row.get(0))?)
}

impl Reader<'_> {
    /// The people hidden from `staff`: a case of theirs is sealed, and `staff` may know of none.
    ///
    /// # Errors
    /// Database errors.
    pub fn people_hidden_from(&self, staff: StaffId) -> Result<BTreeSet<PersonId>> {
        let hidden = self.sql(
            "SELECT h.person FROM person_hidden h WHERE NOT EXISTS \
             (SELECT 1 FROM person_reader r WHERE r.person = h.person AND r.staff = ?1)",
            [sql_id(staff.0)],
            |row| id_at(row, 0).map(PersonId),
        )?;
        Ok(hidden.into_iter().collect())
    }

    /// Whether `person` is hidden from somebody.
    ///
    /// # Errors
    /// Database errors.
    pub fn is_hidden_from_some(&self, person: PersonId) -> Result<bool> {
        is_hidden(self.conn(), person.0)
    }
}

/// Works everything out from nothing: after an upgrade.
pub(crate) fn rebuild(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "DELETE FROM case_access; DELETE FROM person_hidden; DELETE FROM person_reader; DELETE FROM case_state; DELETE FROM case_staff; DELETE FROM case_named;",
    )?;
    let ids = |sql: &str| Reader::on(conn).sql(sql, [], |row| id_at(row, 0));
    let dirty = Dirty {
        courses: ids("SELECT DISTINCT \"case\" FROM case_event WHERE \"case\" IS NOT NULL")?
            .into_iter()
            .collect(),
        cases: ids("SELECT id FROM \"case\"")?.into_iter().collect(),
        persons: ids("SELECT id FROM person WHERE at_hub <> 0")?
            .into_iter()
            .collect(),
        staff: false,
    };
    refresh(conn, dirty)
}
