//! Record types, declared once.
//!
//! [`record!`] takes a struct whose fields carry a merge class and a sensitivity and gives back the struct
//! itself, its [`Definition`] and the entry in [`Kind`]. Everything else that must know the shape of a
//! record (columns, wire form, TypeScript, what a feed may carry) reads the definition.
//!
//! Every field is optional on the wire: a fold tolerates a record of which only a part has arrived
//! (sync rule 7), and a field unknown to this version is kept untouched by the store.

mod about;
mod class;
mod declare;
mod kinds;
mod place;
mod rules;
mod shape;
mod value;

pub use about::{About, Link, Subject};
pub use class::{Definition, Field, MergeClass, Sensitivity, Strictness};
pub use declare::Record;
pub(crate) use declare::{about, code, family, place, record, shape};
pub use kinds::*;
pub use place::{FieldPlace, Group, by_program, own, within};
pub use rules::{Circumstances, Fault, Refused, Rules, happened, refused};
pub use shape::{CodeList, SAYS_NOTHING, Shape, ShapeProblem};
pub use value::{Column, ColumnType, Fields};
