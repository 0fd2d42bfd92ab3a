//! Who may be reached about a person, and who came with them.

mod add;
mod update;

pub use add::add;
pub use update::update;
