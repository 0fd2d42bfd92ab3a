//! When something breaks, somebody can tell: what went wrong on this device, without a value and without a name.

mod get;
mod incident;
mod note;
mod view;
mod without_key;

pub use get::get;
pub use incident::IncidentKind;
pub(crate) use incident::Incidents;
use incident::{cause, kind_of};
pub(crate) use note::round_ended;
pub use view::*;
pub use without_key::without_key;
