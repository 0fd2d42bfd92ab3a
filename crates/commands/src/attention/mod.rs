//! What waits for a person's decision.

mod count;
mod dismiss;
mod list;
mod resolve;
mod retry;
mod view;

pub(crate) use count::count;
pub use dismiss::dismiss;
pub use list::list;
pub use resolve::resolve;
pub use retry::retry;
pub use view::*;
