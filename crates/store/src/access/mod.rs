//! Who may see which case, kept beside the records so that every list can join it: `case_access` and
//! `person_sealed`. The rule itself is [`jisr_domain::audience::audience`]; nothing here decides.

use std::collections::BTreeSet;

use jisr_domain::audience::{CaseRoot, Feed, Roots, audience};
use jisr_domain::case::{Case, CaseEvent, Confidentiality, fold};
use jisr_domain::id::{CaseEventId, CaseId, StaffId};
use jisr_domain::record::{Fields, Kind};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use crate::state::{id_at, sql_id};
use crate::{DeviceInfo, Reader, Result};

/// Stands for everybody at the center.
const EVERYBODY: &str = "*";

/// What must be worked out again before the transaction ends.
#[derive(Default)]
pub(crate) struct Dirty {
    cases: BTreeSet<Uuid>,
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
            Kind::CaseEvent
                if shown
                    .get("event")
                    .and_then(|event| event.as_str())
                    .is_none_or(|event| ASSIGNING.contains(&event)) =>
            {
                let case = shown
                    .get("case")
                    .and_then(|case| case.as_str())
                    .and_then(|case| Uuid::try_parse(case).ok());
                self.cases.extend(case);
            }
            Kind::Staff if wrote(&["role", "left_on"]) => self.staff = true,
            _ => {}
        }
    }

    /// Takes note of a record that is no longer here.
    pub(crate) fn gone(&mut self, kind: Kind, id: Uuid) {
        match kind {
            Kind::Case => {
                self.cases.insert(id);
            }
            Kind::Staff => self.staff = true,
            _ => {}
        }
    }
}

/// The events the assigned staff are folded from.
const ASSIGNING: [&str; 3] = ["assigned", "unassigned", "lead_set"];

/// Works out what is dirty.
pub(crate) fn refresh(conn: &Connection, device: &DeviceInfo, dirty: Dirty) -> Result<()> {
    let reader = Reader::on(conn);
    let mut cases = dirty.cases;
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
        let record: Option<Case> = reader.show::<Case>(CaseId(*case))?;
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
    let Some(case) = reader.show::<Case>(CaseId(id))? else {
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
        assigned(reader, id)?
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
        case: Some(root),
        sealed,
        directors: directors.clone(),
        addressed: None,
    };
    let feeds = audience(Kind::Case, &roots);
    Ok(feeds
        .into_iter()
        .filter_map(|feed| match feed {
            Feed::Center(_) => Some(EVERYBODY.to_owned()),
            Feed::User(staff) => Some(staff.to_string()),
            Feed::Device(_) => None,
        })
        .collect())
}

fn assigned(reader: &Reader<'_>, case: Uuid) -> Result<BTreeSet<StaffId>> {
    let events: Vec<(CaseEventId, CaseEvent)> = reader.list::<CaseEvent>(
        "\"case\" = ?1 AND event IN ('assigned', 'unassigned', 'lead_set')",
        [sql_id(case)],
    )?;
    Ok(fold(&events).assigned)
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

/// Works everything out from nothing: after an upgrade.
pub(crate) fn rebuild(conn: &Connection, device: &DeviceInfo) -> Result<()> {
    conn.execute_batch("DELETE FROM case_access; DELETE FROM person_sealed;")?;
    let cases = Reader::on(conn).sql("SELECT id FROM \"case\"", [], |row| id_at(row, 0))?;
    refresh(
        conn,
        device,
        Dirty {
            cases: cases.into_iter().collect(),
            staff: false,
        },
    )
}
