//! Who may be reached about a person, and who came with them.

mod add;
mod show;
mod update;

pub use add::add;
pub use show::contact_view;
pub use update::update;
