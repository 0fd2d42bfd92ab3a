//! Cases as lists and counts ask for them: the ones somebody may know of, where each stands, and who has it. The SQL of
//! who may see is composed here and nowhere else, from pieces whose tables are called as no other piece calls its own.

mod plan;
mod state;
mod visible;

pub use plan::PlanAccess;
pub(crate) use state::{is_of_course, refold};
pub use visible::CaseQuery;
