//! Referrals: drafted, sent, answered, closed.

mod count;
mod create;
mod disclose;
mod find;
mod get;
mod letter;
mod list;
mod own;
mod packet;
mod record;
mod row;
mod rules;
mod view;

pub(crate) use count::center_counts;
pub use create::create;
pub(crate) use create::create_in;
pub(crate) use disclose::disclosure;
pub use find::find;
pub use get::get;
pub use letter::letter;
pub use list::list;
pub(crate) use own::own;
pub(crate) use record::closed_with_case;
pub use record::record;
pub(crate) use row::{ReferralWithState, rows_of_case, told};
pub(crate) use rules::consent;
pub use view::*;
