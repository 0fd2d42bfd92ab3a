//! Protocols as followed in cases: which there are, starting one, what happens to its steps.

mod answer;
mod follow;
mod protocols;
mod record_document;
mod record_step;
mod relatives;
mod start;
mod steps;
mod view;

pub(crate) use follow::{Followed, follow};
pub use protocols::protocols;
pub use record_document::record_document;
pub(crate) use record_step::ended_with_case;
pub use record_step::record_step;
pub(crate) use relatives::Relatives;
pub use start::start;
pub(crate) use start::{begin, definition};
pub(crate) use steps::Steps;
pub use view::*;
