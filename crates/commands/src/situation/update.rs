//! Answers completed, or a situation that is over.

use jisr_domain::id::SituationId;
use jisr_domain::record::Kind;
use jisr_domain::situation::Situation;

use super::sound;
use crate::error::CommandError;
use crate::input::{edit_any, merged};
use crate::session::Session;
use crate::show::must_see;
use crate::view::{Edit, Written};

/// `situation.update`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Field`]; the database.
pub fn update(session: &Session<'_>, args: Edit<Situation>) -> Result<Written, CommandError> {
    let patch = edit_any::<Situation>(args)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<Situation>(SituationId(patch.id))?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, held.record.case)?;
        sound(tx.reader(), &merged(&held.record, &patch)?)?;
        tx.update(Kind::Situation, patch.id, patch.fields.clone(), &patch.seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
