//! Given up, by a person who saw what it would have written.

use jisr_store::Local;

use super::RefusedArgs;
use super::retry::{refused, settling};
use crate::error::CommandError;
use crate::input::id;
use crate::session::Session;
use crate::view::Empty;

/// `attention.dismiss`: off the list; what was only on this device stays there.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn dismiss(session: &Session<'_>, args: RefusedArgs) -> Result<Empty, CommandError> {
    let tx = id(&args.tx)?;
    refused(session, tx)?;
    settling(session, |actor, moment| {
        Ok(session.store().dismiss(actor, moment, tx)?)
    })?;
    session.touch(Local::Attention.code());
    Ok(Empty {})
}
