//! What a household is called, where it lives, its number in the social register.

use jisr_domain::household::Household;
use jisr_domain::record::Kind;

use crate::error::CommandError;
use crate::input::edit_any;
use crate::record::any_record;
use crate::session::Session;
use crate::view::{Edit, Written};

/// `household.update`: by whoever may know of one of its members.
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Field`]; the database.
pub fn update(session: &Session<'_>, args: Edit<Household>) -> Result<Written, CommandError> {
    let patch = edit_any::<Household>(args)?;
    session.write(|tx| {
        any_record(tx.reader(), session, Kind::Household, patch.id)?;
        tx.update(Kind::Household, patch.id, patch.fields.clone(), &patch.seen)?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
