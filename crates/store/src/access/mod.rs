//! Who may see which case, kept beside the records so that every list can join it: `case_access` and
//! `person_sealed`. The rule itself is [`jisr_domain::audience::audience`]; nothing here decides.

mod subject;

use std::collections::BTreeSet;

use jisr_domain::audience::{CaseRoot, Feed, Roots, audience};
use jisr_domain::case::{Case, Confidentiality};
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_domain::record::{Fields, Kind};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::state::{id_at, sql_id};
use crate::{DeviceInfo, Reader, Result, case};

/// Stands for everybody at the center.
const EVERYBODY: &str = "*";

/// What must be worked out again before the transaction ends.
#[derive(Default)]
pub(crate) struct Dirty {
    cases: BTreeSet<Uuid>,
    /// Cases whose events changed.
    courses: BTreeSet<Uuid>,
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
            }
            Kind::CaseEvent if case::is_of_course(shown) => {
                self.courses.extend(case_of(shown));
            }
            Kind::Staff if wrote(&["role", "left_on"]) => self.staff = true,
            _ => {}
        }
    }

    /// Takes note of a record about to be taken away, and of what it showed.
    pub(crate) fn gone(&mut self, kind: Kind, id: Uuid, shown: &Fields) {
        match kind {
            Kind::Case => {
                self.cases.insert(id);
            }
            Kind::CaseEvent => self.courses.extend(case_of(shown)),
            Kind::Staff => self.staff = true,
            _ => {}
        }
    }
}

fn case_of(event: &Fields) -> Option<Uuid> {
    Uuid::try_parse(event.get("case")?.as_str()?).ok()
}

/// Works out what is dirty.
pub(crate) fn refresh(conn: &Connection, device: &DeviceInfo, dirty: Dirty) -> Result<()> {
    let reader = Reader::on(conn);
    let mut cases = dirty.cases;
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
    if cases.is_empty() {
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

    // A sealed case changes what is shown of every other case of its person.
    let mut persons = BTreeSet::new();
    for case in &cases {
        let record: Option<Case> = reader.find::<Case>(CaseId(*case))?;
        let sealed_for = record
            .filter(|case| case.confidentiality == Some(Confidentiality::Sealed))
            .and_then(|case| case.person);
        let id = sql_id(*case);
        let before: Option<Uuid> = conn
            .prepare_cached("SELECT person FROM person_sealed WHERE case_id = ?1")?
            .query_row([&id], |row| id_at(row, 0))
            .optional()?;
        persons.extend(before);
        persons.extend(sealed_for.map(|person| person.0));
        if before != sealed_for.map(|person| person.0) {
            conn.prepare_cached("DELETE FROM person_sealed WHERE case_id = ?1")?
                .execute([&id])?;
            if let Some(person) = sealed_for {
                conn.prepare_cached("INSERT INTO person_sealed (person, case_id) VALUES (?1, ?2)")?
                    .execute(params![sql_id(person.0), id])?;
            }
        }
    }
    for person in persons {
        cases.extend(reader.sql(
            "SELECT id FROM \"case\" WHERE person = ?1",
            [sql_id(person)],
            |row| id_at(row, 0),
        )?);
    }
    for case in cases {
        let who = readers_of(&reader, device, case, &directors)?;
        let id = sql_id(case);
        conn.prepare_cached("DELETE FROM case_access WHERE case_id = ?1")?
            .execute([&id])?;
        let mut insert =
            conn.prepare_cached("INSERT INTO case_access (case_id, staff) VALUES (?1, ?2)")?;
        for staff in who {
            insert.execute(params![id, staff])?;
        }
    }
    Ok(())
}

fn readers_of(
    reader: &Reader<'_>,
    device: &DeviceInfo,
    id: Uuid,
    directors: &BTreeSet<StaffId>,
) -> Result<BTreeSet<String>> {
    let Some(case) = reader.find::<Case>(CaseId(id))? else {
        return Ok(BTreeSet::new());
    };
    let mut sealed: Vec<BTreeSet<StaffId>> = Vec::new();
    if let Some(person) = case.person {
        let named = reader.sql(
            "SELECT c.named FROM person_sealed s JOIN \"case\" c ON c.id = s.case_id WHERE s.person = ?1",
            [sql_id(person.0)],
            |row| row.get::<_, Option<String>>(0),
        )?;
        sealed.extend(named.into_iter().map(|json| {
            json.and_then(|json| serde_json::from_str(&json).ok())
                .unwrap_or_default()
        }));
    }
    let Some(confidentiality) = case.confidentiality else {
        // Its confidentiality has not arrived: nobody but who wrote it (rule 20).
        return Ok(case
            .opened_by
            .into_iter()
            .filter(|by| sealed.iter().all(|named| named.contains(by)))
            .map(|by| by.to_string())
            .collect());
    };
    let assigned = if confidentiality == Confidentiality::Restricted {
        reader
            .case_states(&[CaseId(id)])?
            .into_iter()
            .flat_map(|(_, state)| state.assigned)
            .collect()
    } else {
        BTreeSet::new()
    };
    let root = CaseRoot {
        confidentiality: Some(confidentiality),
        assigned,
        named: case.named.iter().copied().collect(),
    };
    let roots = Roots {
        center: device.center,
        known: true,
        case: Some(root),
        sealed,
        directors: directors.clone(),
        addressed: None,
    };
    let feeds = audience(Kind::Case.definition().about, &roots);
    Ok(feeds
        .into_iter()
        .filter_map(|feed| match feed {
            Feed::Center(_) => Some(EVERYBODY.to_owned()),
            Feed::User(staff) => Some(staff.to_string()),
            Feed::Device(_) => None,
        })
        .collect())
}

/// Whether `staff` is among the readers of a case.
pub(crate) fn may_see_case(conn: &Connection, case: Uuid, staff: StaffId) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM case_access WHERE case_id = ?1 AND staff IN ('*', ?2))",
    )?;
    Ok(statement.query_row(params![sql_id(case), sql_id(staff.0)], |row| row.get(0))?)
}

/// Whether no sealed case hides a person from `staff`.
pub(crate) fn may_see_person(conn: &Connection, person: Uuid, staff: StaffId) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT NOT EXISTS (SELECT 1 FROM person_sealed s WHERE s.person = ?1 AND NOT EXISTS \
         (SELECT 1 FROM case_access a WHERE a.case_id = s.case_id AND a.staff = ?2))",
    )?;
    Ok(statement.query_row(params![sql_id(person), sql_id(staff.0)], |row| row.get(0))?)
}

impl Reader<'_> {
    /// The people a sealed case hides from `staff`.
    ///
    /// # Errors
    /// Database errors.
    pub fn people_hidden_from(&self, staff: StaffId) -> Result<BTreeSet<PersonId>> {
        let hidden = self.sql(
            "SELECT DISTINCT s.person FROM person_sealed s WHERE NOT EXISTS \
             (SELECT 1 FROM case_access a WHERE a.case_id = s.case_id AND a.staff = ?1)",
            [sql_id(staff.0)],
            |row| id_at(row, 0).map(PersonId),
        )?;
        Ok(hidden.into_iter().collect())
    }

    /// Whether a sealed case hides `person` from somebody.
    ///
    /// # Errors
    /// Database errors.
    pub fn is_hidden_from_some(&self, person: PersonId) -> Result<bool> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM person_sealed WHERE person = ?1)")?;
        Ok(statement.query_row([sql_id(person.0)], |row| row.get(0))?)
    }
}

/// Works everything out from nothing: after an upgrade.
pub(crate) fn rebuild(conn: &Connection, device: &DeviceInfo) -> Result<()> {
    conn.execute_batch(
        "DELETE FROM case_access; DELETE FROM person_sealed; DELETE FROM case_state; DELETE FROM case_staff;",
    )?;
    let cases = Reader::on(conn).sql("SELECT id FROM \"case\"", [], |row| id_at(row, 0))?;
    refresh(
        conn,
        device,
        Dirty {
            courses: Reader::on(conn)
                .sql(
                    "SELECT DISTINCT \"case\" FROM case_event WHERE \"case\" IS NOT NULL",
                    [],
                    |row| id_at(row, 0),
                )?
                .into_iter()
                .collect(),
            cases: cases.into_iter().collect(),
            staff: false,
        },
    )
}
