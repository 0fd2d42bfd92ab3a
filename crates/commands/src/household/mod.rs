//! Households: who lives with whom.

mod add_member;
mod update_member;

pub use add_member::add_member;
pub use update_member::update_member;
