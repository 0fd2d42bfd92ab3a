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
        $name:ident: $id:ident, about: $($about:ident $(($($of:ident),+))?)+, written by: $writers:ident {
            $($(#[$fdoc:meta])* $field:ident: $ty:ty $(as $shape:ident $(($shaped:expr))?)? => $class:expr, $sensitivity:ident $(, $place:expr)?;)+
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
                use $crate::record::{Group::*, MergeClass::{Latest, Narrative, Once, Strictest}, Strictness::*, by_program, own, within};
                $crate::record::Definition {
                    kind: $crate::record::Kind::$name,
                    about: $crate::record::about!($($about $(($($of),+))?)+),
                    writers: $crate::role::Role::$writers,
                    fields: &[$($crate::record::Field {
                        name: stringify!($field),
                        class: $class,
                        sensitivity: $crate::record::Sensitivity::$sensitivity,
                        column: <$ty as $crate::record::Column>::TYPE,
                        many: <$ty as $crate::record::Column>::MANY,
                        shape: $crate::record::shape!($ty $(, $shape $(($shaped))?)?),
                        place: $crate::record::place!($($place)?),
                    },)+],
                }
            };
        }
    };
}
pub(crate) use record;

/// What the values of a field are: as said, or else as its type says.
macro_rules! shape {
    ($ty:ty) => {
        <$ty as $crate::record::Column>::SHAPE
    };
    ($ty:ty, $shape:ident $(($shaped:expr))?) => {
        $crate::record::Shape::$shape $(($shaped))?
    };
}
pub(crate) use shape;

/// Where a field stands, when it is said.
macro_rules! place {
    () => {
        $crate::record::FieldPlace::NOWHERE
    };
    ($place:expr) => {
        $place
    };
}
pub(crate) use place;

/// What a kind is about, as `record!` is told it.
macro_rules! about {
    (directory) => {
        $crate::record::About::Directory
    };
    (center) => {
        $crate::record::About::Center
    };
    (directors) => {
        $crate::record::About::Directors
    };
    (person(itself)) => {
        $crate::record::About::Person($crate::record::Link::Itself)
    };
    (person($person:ident)) => {
        $crate::record::About::Person($crate::record::Link::Field(stringify!($person)))
    };
    (person($person:ident) or nobody) => {
        $crate::record::About::PersonOrNobody(stringify!($person))
    };
    (case($case:ident)) => {
        $crate::record::About::Case(stringify!($case))
    };
    (person($person:ident) in case(itself)) => {
        $crate::record::About::PersonInCase {
            person: stringify!($person),
            case: $crate::record::Link::Itself,
        }
    };
    (person($person:ident) in case($case:ident)) => {
        $crate::record::About::PersonInCase {
            person: stringify!($person),
            case: $crate::record::Link::Field(stringify!($case)),
        }
    };
    (person($person:ident) in case($case:ident) or center) => {
        $crate::record::About::PersonInCaseOrCenter {
            person: stringify!($person),
            case: stringify!($case),
        }
    };
    (both($left:ident, $right:ident)) => {
        $crate::record::About::Both(stringify!($left), stringify!($right))
    };
    (case($case:ident) or that of $parent:ident($kind:ident)) => {
        $crate::record::About::CaseOrThatOf {
            case: stringify!($case),
            parent: stringify!($parent),
            kind: $crate::record::Kind::$kind,
        }
    };
    (via($kind:ident, $field:ident)) => {
        $crate::record::About::Via {
            kind: $crate::record::Kind::$kind,
            field: stringify!($field),
        }
    };
    (addressed($to:ident) of $parent:ident($kind:ident)) => {
        $crate::record::About::Addressed {
            to: stringify!($to),
            parent: stringify!($parent),
            kind: $crate::record::Kind::$kind,
        }
    };
}
pub(crate) use about;

/// A closed list of codes: an enum, its wire code and its column. Its words are `<family>.<code>` in the locales; the
/// family is the name of the list, written small, unless another is said.
macro_rules! code {
    ($(#[$doc:meta])* $name:ident $(in $family:literal)? { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
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
            const SHAPE: $crate::record::Shape = $crate::record::Shape::Code(&$crate::record::CodeList {
                name: stringify!($name),
                family: $crate::record::family!($($family)?),
                codes: &[$($code,)+],
            });
        }
    };
}
pub(crate) use code;

/// The family of words of a list of codes, when it is not its name.
macro_rules! family {
    () => {
        None
    };
    ($family:literal) => {
        Some($family)
    };
}
pub(crate) use family;
