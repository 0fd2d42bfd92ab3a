//! Services given: written once, corrected by a new one.

mod give;
mod view;

pub use give::give;
pub use view::*;
