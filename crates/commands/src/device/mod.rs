//! The device: first-run set-up, status, enrolment at a hub.

mod back_up;
mod enrol;
mod found;
mod join;
mod pending;
mod recovery_slip;
mod replace_recovery_code;
mod set_up;
mod status;
mod view;

pub use back_up::back_up;
pub use enrol::enrol;
pub use join::join;
pub(crate) use pending::PendingEnrolment;
pub use recovery_slip::recovery_slip;
pub use replace_recovery_code::replace_recovery_code;
pub use set_up::set_up;
pub(crate) use status::shown_user;
pub use status::status;
pub use view::*;
