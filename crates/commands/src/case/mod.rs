//! Cases: opened, given to people, followed, closed and opened again.

mod assign;
mod close;
mod event;
mod get;
mod list;
mod load;
mod open;
mod reopen;
mod row;
mod rules;
mod standing;
mod timeline;
mod trail;
mod unassign;
mod update;
mod view;

pub use assign::assign;
pub use close::close;
pub use get::get;
pub(crate) use list::case_rows;
pub use list::list;
pub(crate) use load::{Loaded, among, load_with, own_cases, states, visible};
pub use open::open;
pub use reopen::reopen;
pub(crate) use row::{Names, rows_of_person};
pub(crate) use rules::{follower, may_be_reached, open_case, secrecy, visible_case};
pub(crate) use standing::{code, id, moment, standing, visible_cases};
pub use timeline::timeline;
pub use unassign::unassign;
pub use update::{resolve, update};
pub use view::*;
