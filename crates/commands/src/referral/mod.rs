//! Referrals: drafted, sent, answered, closed.

mod create;
mod find;
mod get;
mod letter;
mod list;
mod packet;
mod record;
mod row;
mod rules;
mod view;

pub use create::create;
pub use find::find;
pub use get::get;
pub use letter::letter;
pub use list::list;
pub use record::record;
pub(crate) use row::{Told, rows_of_case, told};
pub use view::*;
