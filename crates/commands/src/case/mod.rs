//! Cases: opened, given to people, followed, closed and opened again.

mod assign;
mod becomes;
mod close;
mod dangers;
mod event;
mod get;
mod keeper;
mod list;
mod load;
mod open;
mod reopen;
mod row;
mod rules;
mod timeline;
mod trail;
mod unassign;
mod unfinished;
mod update;
mod view;

pub use assign::assign;
pub use becomes::*;
pub use close::close;
pub use get::get;
pub(crate) use keeper::Keepers;
pub use list::list;
pub(crate) use list::{case_rows, open_count};
pub(crate) use load::{Loaded, among, load_with, own_cases};
pub use open::open;
pub use reopen::reopen;
pub(crate) use row::{Names, rows_of_person};
pub(crate) use rules::{follower, open_case, secrecy, visible_case};
pub use timeline::timeline;
pub use unassign::unassign;
pub use unfinished::unfinished;
pub use update::{resolve, update};
pub use view::*;
