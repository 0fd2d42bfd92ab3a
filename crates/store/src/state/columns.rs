//! From a field's value to its column and back.

use jisr_domain::record::{ColumnType, Definition, Fields, Record};
use rusqlite::Row as SqlRow;
use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use serde_json::Value;

use crate::Result;

/// `value` as its column holds it. What a newer version writes in another shape is kept in the state and shows
/// as empty here.
pub(super) fn column(value: &Value, ty: ColumnType) -> ToSqlOutput<'_> {
    match (ty, value) {
        (ColumnType::Text, Value::String(text)) => {
            ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes()))
        }
        (ColumnType::Integer, Value::Number(number)) => {
            ToSqlOutput::Owned(number.as_i64().map_or(SqlValue::Null, SqlValue::Integer))
        }
        (ColumnType::Boolean, Value::Bool(flag)) => {
            ToSqlOutput::Owned(SqlValue::Integer(i64::from(*flag)))
        }
        (ColumnType::Json, value) if !value.is_null() => {
            ToSqlOutput::Owned(SqlValue::Text(value.to_string()))
        }
        _ => ToSqlOutput::Owned(SqlValue::Null),
    }
}

/// The fields of `definition` in the columns of `row` from `first` on.
pub(super) fn fields(
    row: &SqlRow<'_>,
    definition: &Definition,
    first: usize,
) -> rusqlite::Result<Fields> {
    let mut fields = Fields::new();
    for (place, field) in (first..).zip(definition.fields) {
        let value = match row.get_ref(place)? {
            ValueRef::Text(bytes) => {
                let text = String::from_utf8_lossy(bytes);
                match field.column {
                    ColumnType::Json => serde_json::from_str(&text).unwrap_or(Value::Null),
                    _ => Value::String(text.into_owned()),
                }
            }
            ValueRef::Integer(number) if field.column == ColumnType::Boolean => {
                Value::Bool(number != 0)
            }
            ValueRef::Integer(number) => Value::from(number),
            _ => continue,
        };
        fields.insert(field.name.to_owned(), value);
    }
    Ok(fields)
}

/// The record made of `fields`. A value this version cannot read (a code a newer one added) shows as empty,
/// rather than hiding the record.
pub(crate) fn lenient<R: Record>(fields: &Fields) -> Result<R> {
    if let Ok(record) = R::from_fields(fields) {
        return Ok(record);
    }
    let readable = fields
        .iter()
        .filter(|(name, value)| {
            R::from_fields(&Fields::from([((*name).clone(), (*value).clone())])).is_ok()
        })
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Ok(R::from_fields(&readable)?)
}
