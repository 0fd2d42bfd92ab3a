//! A record straight from the columns of its row: lists of thousands are read on each opening of a screen, and by
//! way of [`Fields`](jisr_domain::record::Fields) each value of each row was copied three times.

use jisr_domain::record::{ColumnType, Definition, Field, Record};
use rusqlite::Row as SqlRow;
use rusqlite::types::ValueRef;
use serde::de::value::{Error as ValueError, MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::columns::{fields, lenient};
use crate::Result;

/// The record whose declared fields are in the columns of `row` from `first` on. A value this version cannot read
/// (a code a newer one added) shows as empty, rather than hiding the record.
pub(super) fn record<R: Record>(
    row: &SqlRow<'_>,
    definition: &Definition,
    first: usize,
) -> Result<R> {
    let columns = Columns {
        row,
        fields: definition.fields,
        place: first,
        value: None,
    };
    match R::deserialize(MapAccessDeserializer::new(columns)) {
        Ok(record) => Ok(record),
        Err(_) => lenient(&fields(row, definition, first)?),
    }
}

/// The columns of one row, as the map of their fields. An empty one is left out.
struct Columns<'r, 's> {
    row: &'r SqlRow<'s>,
    fields: &'static [Field],
    place: usize,
    value: Option<(ValueRef<'r>, ColumnType)>,
}

impl<'r> MapAccess<'r> for Columns<'r, '_> {
    type Error = ValueError;

    fn next_key_seed<K: DeserializeSeed<'r>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ValueError> {
        while let Some((field, rest)) = self.fields.split_first() {
            let value = self.row.get_ref(self.place).map_err(ValueError::custom)?;
            self.fields = rest;
            self.place += 1;
            if !matches!(value, ValueRef::Null) {
                self.value = Some((value, field.column));
                return seed.deserialize(StrDeserializer::new(field.name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'r>>(&mut self, seed: V) -> Result<V::Value, ValueError> {
        match self.value.take() {
            Some((ValueRef::Text(text), ColumnType::Json)) => {
                let text = std::str::from_utf8(text).map_err(ValueError::custom)?;
                seed.deserialize(&mut serde_json::Deserializer::from_str(text))
                    .map_err(ValueError::custom)
            }
            Some((value, column)) => seed.deserialize(Cell(value, column)),
            None => Err(ValueError::custom("a value without its field")),
        }
    }
}

/// One value.
struct Cell<'r>(ValueRef<'r>, ColumnType);

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.0 {
            ValueRef::Text(text) => {
                visitor.visit_str(std::str::from_utf8(text).map_err(ValueError::custom)?)
            }
            ValueRef::Integer(number) if self.1 == ColumnType::Boolean => {
                visitor.visit_bool(number != 0)
            }
            ValueRef::Integer(number) => visitor.visit_i64(number),
            _ => Err(ValueError::custom("a column of another type")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        match self.0 {
            ValueRef::Text(text) => {
                let text = std::str::from_utf8(text).map_err(ValueError::custom)?;
                StrDeserializer::new(text).deserialize_enum(name, variants, visitor)
            }
            _ => Err(ValueError::custom("a code that is no text")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}
