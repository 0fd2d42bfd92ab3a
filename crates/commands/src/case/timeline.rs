//! What happened in a case, page by page.

use jisr_domain::record::Kind;

use super::entries::CaseTimeline;
use super::rules::visible_case;
use super::{Timeline, TimelineArgs};
use crate::error::CommandError;
use crate::session::Session;

/// Entries of the first page, which the case itself comes with.
pub(super) const FIRST_PAGE: u32 = 50;
/// Entries of the longest page.
const PAGE_MOST: u32 = 500;

/// One page of what happened, newest first.
///
/// # Errors
/// The case unknown; the database.
pub fn timeline(session: &Session<'_>, args: TimelineArgs) -> Result<Timeline, CommandError> {
    let limit = if args.limit == 0 {
        FIRST_PAGE
    } else {
        args.limit.min(PAGE_MOST)
    };
    let timeline = session.read(|reader| {
        visible_case(reader, session, args.case)?;
        let trail = CaseTimeline::of(reader, args.case)?;
        Ok(Timeline {
            total: trail.total(),
            items: trail.page(reader, args.case, args.offset, limit)?,
        })
    })?;
    crate::access::audit_view(session, Some(args.case), Kind::Case, args.case.0)?;
    Ok(timeline)
}
