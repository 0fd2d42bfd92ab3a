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
mod timeline;
mod trail;
mod unassign;
mod update;
mod view;

pub use assign::assign;
pub use close::close;
pub use get::get;
pub use list::list;
pub(crate) use list::{Unfollowed, case_rows, unfollowed};
pub(crate) use load::{Loaded, OPEN_ASSIGNED, among, load_with, own_cases, states};
pub use open::open;
pub use reopen::reopen;
pub(crate) use row::{Names, rows_of_person};
pub(crate) use rules::{follower, may_be_reached, open_case, secrecy, visible_case};
pub use timeline::timeline;
pub use unassign::unassign;
pub use update::{resolve, update};
pub use view::*;
