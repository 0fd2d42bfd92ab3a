//! Loading and saving one row.

use jisr_domain::record::{Fields, Kind};
use jisr_sync::RecordState;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::columns::column;
use super::sql::{of, sql_id};
use super::{int, uint};
use crate::Result;

/// A row as stored.
pub(crate) struct Row {
    /// Everything known, own pending changes included.
    pub(crate) state: RecordState,
    /// `state` as stored.
    pub(crate) state_text: String,
    /// The hub's state below own pending changes, as stored.
    pub(crate) base_text: Option<String>,
    /// Last own change the hub has not settled; 0 when none.
    pub(crate) pending: u64,
    /// 0 never at the hub, 1 there, -1 taken back by the hub.
    pub(crate) at_hub: i64,
}

/// The row of a record.
pub(crate) fn load(conn: &Connection, kind: Kind, id: Uuid) -> Result<Option<Row>> {
    let mut statement = conn.prepare_cached(&of(kind).select)?;
    let found = statement
        .query_row([sql_id(id)], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get(1)?,
                row.get::<_, i64>(2)?,
                row.get(3)?,
            ))
        })
        .optional()?;
    let Some((state_text, base_text, pending, at_hub)) = found else {
        return Ok(None);
    };
    let state = serde_json::from_str(&state_text)?;
    Ok(Some(Row {
        state,
        state_text,
        base_text,
        pending: uint(pending),
        at_hub,
    }))
}

/// What a row becomes.
pub(crate) struct Save<'a> {
    pub(crate) state: &'a RecordState,
    pub(crate) base: Option<&'a str>,
    pub(crate) pending: u64,
    pub(crate) at_hub: i64,
}

/// Writes the row of a record and gives what it shows.
pub(crate) fn save(conn: &Connection, kind: Kind, id: Uuid, new: &Save<'_>) -> Result<Fields> {
    let sql = of(kind);
    let shown = new.state.shown(&sql.definition);
    let mut statement = conn.prepare_cached(&sql.upsert)?;
    statement.raw_bind_parameter(1, sql_id(id))?;
    let mut place = 2;
    for field in sql.definition.fields {
        match shown.get(field.name) {
            Some(value) => statement.raw_bind_parameter(place, column(value, field.column))?,
            None => statement.raw_bind_parameter(place, rusqlite::types::Null)?,
        }
        place += 1;
    }
    statement.raw_bind_parameter(place, serde_json::to_string(new.state)?)?;
    statement.raw_bind_parameter(place + 1, new.base)?;
    statement.raw_bind_parameter(place + 2, int(new.pending))?;
    statement.raw_bind_parameter(place + 3, new.at_hub)?;
    let conflicts = new.state.conflicts(&sql.definition).count();
    statement.raw_bind_parameter(place + 4, i64::try_from(conflicts).unwrap_or(i64::MAX))?;
    statement.raw_execute()?;
    Ok(shown)
}

/// Takes note that the hub has a record as it stands here, when nothing written after `mark` is pending on it.
pub(crate) fn confirm(conn: &Connection, kind: Kind, id: Uuid, mark: u64) -> Result<bool> {
    let done = conn
        .prepare_cached(&of(kind).confirm)?
        .execute(params![sql_id(id), int(mark)])?;
    Ok(done > 0)
}

/// Takes a record off this device.
pub(crate) fn delete(conn: &Connection, kind: Kind, id: Uuid) -> Result<bool> {
    Ok(conn
        .prepare_cached(&of(kind).delete)?
        .execute(params![sql_id(id)])?
        > 0)
}
