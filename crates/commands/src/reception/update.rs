//! What was learnt while the person was at the desk.

use jisr_domain::reception::Reception;

use crate::access::visible_person;
use crate::error::CommandError;
use crate::input::{self, Asked, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `reception.update`
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Reception>) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for Reception {
    /// It is tied to nobody the one at work may not know of.
    fn allowed(asked: &Asked<'_, Self>, after: &mut Self) -> Result<(), CommandError> {
        if let Some(person) = after.person {
            visible_person(asked.reader, asked.session, person)?;
        }
        Ok(())
    }
}
