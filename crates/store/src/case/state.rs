//! The folded line of a case: open or closed, whose, since when. [`jisr_domain::case::fold`] decides; this keeps what it
//! decided, so that twenty thousand cases are counted while a screen opens.

use std::collections::HashMap;

use jisr_domain::case::{CaseEvent, CaseState, CaseStatus, ClosureReason, fold};
use jisr_domain::id::{CaseId, StaffId};
use jisr_domain::record::Fields;
use rusqlite::{Connection, Row, params};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::state::{decoded, id_at, sql_id};
use crate::{Reader, Result};

/// Whether an event of a case may change where it stands.
pub(crate) fn is_of_course(event: &Fields) -> bool {
    event.get("event").and_then(Value::as_str) != Some("opened")
}

/// Folds the events of `case` again.
pub(crate) fn refold(conn: &Connection, case: Uuid) -> Result<()> {
    let id = sql_id(case);
    let events = Reader::on(conn).by::<CaseEvent>("case", CaseId(case))?;
    conn.prepare_cached("DELETE FROM case_staff WHERE case_id = ?1")?
        .execute([&id])?;
    conn.prepare_cached("DELETE FROM case_named WHERE case_id = ?1")?
        .execute([&id])?;
    if events.is_empty() {
        conn.prepare_cached("DELETE FROM case_state WHERE case_id = ?1")?
            .execute([&id])?;
        return Ok(());
    }
    let state = fold(&events);
    let contradictions =
        (!state.contradictions.is_empty()).then(|| json!(state.contradictions).to_string());
    conn.prepare_cached(
        "INSERT OR REPLACE INTO case_state (case_id, closed, lead, closed_on, closure, contradictions) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        id,
        state.status == CaseStatus::Closed,
        state.lead.map(|lead| sql_id(lead.0)),
        state.closed_on.map(|day| day.to_string()),
        state.closure.map(ClosureReason::code),
        contradictions,
    ])?;
    let mut insert =
        conn.prepare_cached("INSERT INTO case_staff (staff, case_id, taken) VALUES (?1, ?2, ?3)")?;
    let of = |staff: &StaffId, taken: bool| (sql_id(staff.0), taken);
    let given = state.assigned.iter().map(|staff| of(staff, false));
    let taken = state.left.iter().map(|staff| of(staff, true));
    for (staff, taken) in given.chain(taken) {
        insert.execute(params![staff, id, taken])?;
    }
    let mut insert =
        conn.prepare_cached("INSERT INTO case_named (case_id, staff, taken) VALUES (?1, ?2, ?3)")?;
    let named = state.named.iter().map(|staff| of(staff, false));
    let unnamed = state.unnamed.iter().map(|staff| of(staff, true));
    for (staff, taken) in named.chain(unnamed) {
        insert.execute(params![id, staff, taken])?;
    }
    Ok(())
}

fn state_at(row: &Row<'_>) -> rusqlite::Result<(CaseId, CaseState)> {
    let contradictions: Option<String> = row.get(5)?;
    Ok((
        CaseId(id_at(row, 0)?),
        CaseState {
            status: if row.get(1)? {
                CaseStatus::Closed
            } else {
                CaseStatus::Open
            },
            lead: decoded(row.get(2)?),
            closed_on: decoded(row.get(3)?),
            closure: decoded(row.get(4)?),
            contradictions: contradictions
                .and_then(|json| serde_json::from_str(&json).ok())
                .unwrap_or_default(),
            ..CaseState::default()
        },
    ))
}

impl Reader<'_> {
    /// Where each of `cases` stands, in the order given. One of which no event has arrived is open, and nobody's.
    ///
    /// # Errors
    /// Database errors.
    pub fn case_states(&self, cases: &[CaseId]) -> Result<Vec<(CaseId, CaseState)>> {
        if cases.is_empty() {
            return Ok(Vec::new());
        }
        let ids = json!(cases).to_string();
        let mut states: HashMap<CaseId, CaseState> = self
            .sql(
                "SELECT case_id, closed, lead, closed_on, closure, contradictions FROM case_state \
                 WHERE case_id IN (SELECT value FROM json_each(?1))",
                [&ids],
                state_at,
            )?
            .into_iter()
            .collect();
        let staff = self.sql(
            "SELECT case_id, staff, taken FROM case_staff WHERE case_id IN (SELECT value FROM json_each(?1))",
            [&ids],
            |row| Ok((CaseId(id_at(row, 0)?), StaffId(id_at(row, 1)?), row.get(2)?)),
        )?;
        for (case, staff, taken) in staff {
            let Some(state) = states.get_mut(&case) else {
                continue;
            };
            if taken {
                state.left.insert(staff);
            } else {
                state.assigned.insert(staff);
            }
        }
        let named = self.sql(
            "SELECT case_id, staff, taken FROM case_named WHERE case_id IN (SELECT value FROM json_each(?1))",
            [&ids],
            |row| Ok((CaseId(id_at(row, 0)?), StaffId(id_at(row, 1)?), row.get(2)?)),
        )?;
        for (case, staff, taken) in named {
            if let Some(state) = states.get_mut(&case) {
                let among = if taken {
                    &mut state.unnamed
                } else {
                    &mut state.named
                };
                among.insert(staff);
            }
        }
        Ok(cases
            .iter()
            .map(|case| (*case, states.get(case).cloned().unwrap_or_default()))
            .collect())
    }
}
