//! Where a person stands with the programmes of the State.

mod record;
mod update;
mod view;

pub use record::record;
pub use update::update;
pub use view::*;
