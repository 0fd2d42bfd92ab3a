//! The `record!` macro: one declaration, everything that follows from it.

use serde::{Serialize, de::DeserializeOwned};

use super::{Definition, Fields, Kind};

/// A declared record type.
pub trait Record: Serialize + DeserializeOwned + Default + Clone + Send + Sync + 'static {
    /// Its typed identifier.
    type Id: Copy + From<uuid::Uuid> + std::fmt::Display + Serialize;
    /// Which kind it is.
    const KIND: Kind;
    /// Its declaration.
    const DEFINITION: Definition;

    /// The fields that are set, as they go into a change. Absent and empty are the same on the wire.
    ///
    /// # Errors
    /// When a value cannot be written as JSON.
    fn to_fields(&self) -> Result<Fields, serde_json::Error> {
        let serde_json::Value::Object(map) = serde_json::to_value(self)? else {
            return Ok(Fields::new());
        };
        Ok(map
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .collect())
    }

    /// The record made of `fields`; what is missing takes its default, what is unknown is left out.
    ///
    /// # Errors
    /// When a known field holds a value of another shape.
    fn from_fields(fields: &Fields) -> Result<Self, serde_json::Error> {
        let map = fields
            .iter()
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        serde_json::from_value(serde_json::Value::Object(map))
    }
}

macro_rules! record {
    (
        $(#[$doc:meta])*
        $name:ident: $id:ident {
            $($(#[$fdoc:meta])* $field:ident: $ty:ty => $class:expr, $sensitivity:ident;)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema)]
        #[serde(default)]
        pub struct $name {
            $($(#[$fdoc])* pub $field: $ty,)+
        }

        impl $crate::record::Record for $name {
            type Id = $crate::id::$id;
            const KIND: $crate::record::Kind = $crate::record::Kind::$name;
            const DEFINITION: $crate::record::Definition = {
                #[allow(unused_imports)]
                use $crate::record::{MergeClass::{Latest, Narrative, Once, Strictest}, Strictness::*};
                $crate::record::Definition {
                    kind: $crate::record::Kind::$name,
                    fields: &[$($crate::record::Field {
                        name: stringify!($field),
                        class: $class,
                        sensitivity: $crate::record::Sensitivity::$sensitivity,
                        column: <$ty as $crate::record::Column>::TYPE,
                    },)+],
                }
            };
        }
    };
}
pub(crate) use record;

/// A closed list of codes: an enum, its wire code and its column.
macro_rules! code {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant,)+
        }
        impl $name {
            /// Every code, in the order they are listed to a person.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
            /// The code on the wire, in the database and in the locales.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }
        }
        impl $crate::record::Column for $name {
            const TYPE: $crate::record::ColumnType = $crate::record::ColumnType::Text;
        }
    };
}
pub(crate) use code;
