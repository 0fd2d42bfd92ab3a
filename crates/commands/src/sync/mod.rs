//! Rounds with the hub: started by a person or by the clock, run in a thread of their own, watched by
//! polling. The state machine is in `jisr-sync`; this joins it to the database and the transport.

mod attach;
mod doubt;
mod drive;
mod rounds;
mod start;
mod status;
mod view;

pub use drive::run;
pub use rounds::Rounds;
pub use start::{start, stop};
pub use status::status;
pub use view::*;
