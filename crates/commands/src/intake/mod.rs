//! A passage at the desk, from the arrival to what it led to. The arrival is written by itself when it happens
//! (`reception.open`); everything after it is one act.

mod finish;
mod view;

pub use finish::finish;
pub use view::*;
