//! Households: who lives with whom, since when, on what.

mod add_member;
mod change_head;
mod kinships;
mod leave;
mod show;
mod update;
mod update_member;
mod view;

pub use add_member::add_member;
pub use change_head::change_head;
pub use kinships::kinships;
pub use leave::leave;
pub use show::{household_view, lives_there, past_households};
pub use update::update;
pub use update_member::update_member;
pub use view::*;
