//! Cases: opened, given to people, followed, closed and opened again.

mod assign;
mod becomes;
mod close;
mod dangers;
mod entries;
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
pub(crate) use load::{CaseBundle, load_with, own_cases, where_in};
pub use open::open;
pub use reopen::reopen;
pub(crate) use row::{Names, rows_of_person};
pub(crate) use rules::{ensure_assignable, open_case, secrecy, visible_case};
pub use timeline::timeline;
pub use unassign::unassign;
pub use unfinished::unfinished;
pub use update::{resolve, update};
pub use view::*;
