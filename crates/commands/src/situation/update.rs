//! Answers completed, or a situation that is over.

use jisr_domain::form::Answer;
use jisr_domain::id::SituationId;
use jisr_domain::record::Kind;
use jisr_domain::situation::Situation;
use serde_json::json;

use super::{read_numbers, validate};
use crate::access::must_see;
use crate::amount::values_of;
use crate::error::CommandError;
use crate::input::{edit_any, merged};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `situation.update`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Field`]; the database.
pub fn update(session: &Session<'_>, args: Edit<Situation>) -> Result<Written, CommandError> {
    let confirmed = args.confirmed.unwrap_or(false);
    let patch = edit_any::<Situation>(args)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<Situation>(SituationId(patch.id))?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, held.record.case)?;
        let mut as_it_will_be = merged(&held.record, &patch)?;
        let known: Vec<Vec<Answer>> = values_of("answers", [held.record.answers], &held.conflicts);
        read_numbers(&mut as_it_will_be, confirmed, &known.concat())?;
        validate(tx.reader(), &as_it_will_be)?;
        let mut fields = patch.fields.clone();
        if let Some(answers) = fields.get_mut("answers") {
            *answers = json!(as_it_will_be.answers);
        }
        tx.update(Kind::Situation, patch.id, fields, &patch.seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
