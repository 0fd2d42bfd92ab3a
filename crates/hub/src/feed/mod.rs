//! Feeds: who a record goes to, how it moves, and the pages devices read.

mod audience;
mod page;
mod route;

pub(crate) use audience::{Audience, CaseInfo, home, read};
pub(crate) use page::{followed, page};
pub(crate) use route::{Moves, deliver};
