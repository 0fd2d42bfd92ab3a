//! A record of any kind as a view holds it: with what an edit hands back, without what a role is not shown.

mod any;
mod redact;
mod show;

pub use any::{AnyRecord, any_record};
pub use redact::{is_in_case, reads_field, redact};
pub use show::{conflicts, record_view, record_view_by_id};
