//! Rows of records: the state with every sibling, and the columns that repeat what is shown.

mod columns;
mod decode;
mod held;
mod kinds;
mod reader;
mod row;
mod sql;

pub use held::{ConflictValue, FieldConflict, Held};
pub use reader::Reader;

pub(crate) use columns::lenient;
pub(crate) use kinds::check_values;
pub(crate) use row::{Row, Save, confirm, delete, load, save};
pub(crate) use sql::sql_id;

use std::fmt::Display;

use rusqlite::Row as SqlRow;
use rusqlite::types::{FromSqlError, Type};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

/// SQLite's integers are signed; sequences and stamps stay below 2^63 for longer than the program will.
pub(crate) fn int(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// See [`int`].
pub(crate) fn uint(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}

/// The id under a typed one: every one of them prints as the id it holds.
pub(crate) fn uuid_of(id: impl Display) -> Uuid {
    Uuid::try_parse(&id.to_string()).unwrap_or_default()
}

/// The id in column `index`.
pub(crate) fn id_at(row: &SqlRow<'_>, index: usize) -> rusqlite::Result<Uuid> {
    opt_id_at(row, index)?.ok_or_else(|| bad_id(index, FromSqlError::InvalidType.into()))
}

/// The id in column `index`, unless it is NULL.
pub(crate) fn opt_id_at(row: &SqlRow<'_>, index: usize) -> rusqlite::Result<Option<Uuid>> {
    let text = row
        .get_ref(index)?
        .as_str_or_null()
        .map_err(|error| bad_id(index, error.into()))?;
    text.map(|text| Uuid::try_parse(text).map_err(|error| bad_id(index, error.into())))
        .transpose()
}

/// A code, a day or a moment as it is written in a column; nothing for one of a newer program.
pub(crate) fn decoded<T: DeserializeOwned>(text: Option<String>) -> Option<T> {
    serde_json::from_value(Value::String(text?)).ok()
}

fn bad_id(index: usize, error: Box<dyn std::error::Error + Send + Sync>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, error)
}
