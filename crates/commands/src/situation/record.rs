//! A person belongs to a target group.

use super::RecordSituationArgs;
use crate::draft::drop_draft;
use crate::error::CommandError;
use crate::input::{create, id};
use crate::session::Session;
use crate::view::Written;

/// `situation.record`: a confidential group is kept in a restricted or sealed case, or not at all.
///
/// # Errors
/// Those of [`create`], with `restricted_case_needed` and `unknown_value` among them.
pub fn record(session: &Session<'_>, args: RecordSituationArgs) -> Result<Written, CommandError> {
    let draft = args.draft.as_deref().map(id).transpose()?;
    create(session, &args.situation, args.confirmed, |tx, _| {
        drop_draft(tx, session, draft)
    })
}
