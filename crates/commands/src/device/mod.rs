//! The device: first-run set-up, status, enrolment at a hub.

mod enrol;
mod recovery_slip;
mod set_up;
mod status;
mod view;

pub use enrol::enrol;
pub use recovery_slip::recovery_slip;
pub use set_up::set_up;
pub use status::status;
pub use view::*;
