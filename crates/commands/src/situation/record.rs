//! A person belongs to a target group.

use jisr_domain::id::SituationId;
use jisr_domain::situation::Situation;

use super::{RecordSituationArgs, read_numbers, validate};
use crate::draft::drop_draft;
use crate::error::CommandError;
use crate::input::{about, clean_record, id};
use crate::session::Session;
use crate::view::Written;

/// `situation.record`: a confidential group is kept in a restricted or sealed case, or not at all.
///
/// # Errors
/// [`CommandError::Field`] with `required`, `restricted_case_needed`, `unknown_value` or `other_person`;
/// [`CommandError::NotFound`]; the database.
pub fn record(session: &Session<'_>, args: RecordSituationArgs) -> Result<Written, CommandError> {
    let mut situation: Situation = clean_record(&args.situation)?;
    read_numbers(&mut situation, args.confirmed.unwrap_or(false), &[])?;
    situation.noted_on = Some(session.today());
    situation.noted_by = Some(session.staff());
    let draft = args.draft.as_deref().map(id).transpose()?;
    let new = SituationId(session.new_id());
    session.write(|tx| {
        let reader = tx.reader();
        situation.person = Some(about(reader, session, situation.person, situation.case)?);
        validate(reader, &situation)?;
        tx.create(new, &situation)?;
        drop_draft(tx, session, draft)
    })?;
    Ok(Written {
        id: new.to_string(),
    })
}
