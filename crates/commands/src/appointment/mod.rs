//! Appointments: given, moved, kept or missed, printed.

mod create;
mod list;
mod planned;
mod show;
mod slip;
mod update;
mod view;

pub use create::create;
pub use list::list;
pub(crate) use planned::planned;
pub use show::{appointment_view, appointments_to_come};
pub use slip::slip;
pub use update::update;
pub use view::*;
