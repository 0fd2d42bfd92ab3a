//! Visits: planned, moved, made.

mod list;
mod plan;
mod rules;
mod update;
mod view;

pub use list::list;
pub(crate) use list::{PlannedVisit, planned, waiting};
pub use plan::plan;
pub use update::update;
pub use view::*;
