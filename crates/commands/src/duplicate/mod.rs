//! People recorded twice: pairs that are probably one person, looked at side by side, and what somebody said of
//! them. Nothing is ever merged by the program, and nothing is repointed: a statement is a record of its own, and
//! undoing it leaves each record as it was.

mod compare;
mod differ;
mod join;
mod list;
mod scan;
mod statement;
mod undo;
mod unsure;
mod view;

pub use compare::compare;
pub use differ::different;
pub use join::same;
pub use list::list;
pub use scan::scan;
pub(crate) use scan::scan_in_background;
pub(crate) use statement::statements;
pub use undo::undo;
pub use unsure::unsure;
pub use view::*;
