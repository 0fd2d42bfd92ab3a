//! From a Rust type to the column that holds it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde_json::Value;

use super::Shape;

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
    /// What its values are, where the declaration of a field does not say more.
    const SHAPE: Shape = Shape::Text;
    /// Whether it holds several values.
    const MANY: bool = false;
}

impl<T: Column> Column for Option<T> {
    const TYPE: ColumnType = T::TYPE;
    const SHAPE: Shape = T::SHAPE;
    const MANY: bool = T::MANY;
}
impl<T: Column> Column for Vec<T> {
    const TYPE: ColumnType = ColumnType::Json;
    const SHAPE: Shape = T::SHAPE;
    const MANY: bool = true;
}
macro_rules! column {
    ($($ty:ty => $column:ident, $shape:ident;)+) => {$(
        impl Column for $ty {
            const TYPE: ColumnType = ColumnType::$column;
            const SHAPE: Shape = Shape::$shape;
        }
    )+};
}
column! {
    String => Text, Text;
    bool => Boolean, Flag;
    i64 => Integer, Count;
    u32 => Integer, Count;
    NaiveDate => Text, Day;
    NaiveTime => Text, Time;
    DateTime<Utc> => Text, Moment;
}
