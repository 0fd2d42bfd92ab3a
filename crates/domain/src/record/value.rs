//! From a Rust type to the column that holds it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;

/// Field name to JSON value: the form in which records are written, merged and sent.
pub type Fields = BTreeMap<String, Value>;

/// The SQLite type of a column in a `STRICT` table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// `TEXT`.
    Text,
    /// `INTEGER`; booleans as 0 and 1.
    Integer,
    /// `INTEGER` read back as a boolean.
    Boolean,
    /// `TEXT` holding JSON: lists and small structures.
    Json,
}

impl ColumnType {
    /// As written in a table definition.
    pub fn sql(self) -> &'static str {
        match self {
            ColumnType::Text | ColumnType::Json => "TEXT",
            ColumnType::Integer | ColumnType::Boolean => "INTEGER",
        }
    }
}

/// A Rust type that has a column.
pub trait Column {
    /// The column's type.
    const TYPE: ColumnType;
}

impl<T: Column> Column for Option<T> {
    const TYPE: ColumnType = T::TYPE;
}
impl<T> Column for Vec<T> {
    const TYPE: ColumnType = ColumnType::Json;
}
macro_rules! column {
    ($($ty:ty => $column:ident),+ $(,)?) => {$(impl Column for $ty { const TYPE: ColumnType = ColumnType::$column; })+};
}
column! {
    String => Text,
    bool => Boolean,
    i64 => Integer,
    u32 => Integer,
    NaiveDate => Text,
    DateTime<Utc> => Text,
}
