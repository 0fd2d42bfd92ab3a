//! A referral, by the reference of a letter that came back.

use jisr_domain::referral::{Referral, read_reference};

use super::{FindReferralArgs, ReferralArgs, ReferralView, get};
use crate::error::CommandError;
use crate::session::Session;

/// The referral a typed reference names, for those who may know of it.
///
/// # Errors
/// [`CommandError::NotFound`], also when what was typed cannot be a reference; the database.
pub fn find(session: &Session<'_>, args: FindReferralArgs) -> Result<ReferralView, CommandError> {
    let reference = read_reference(&args.reference).ok_or(CommandError::NotFound)?;
    let found = session.read(|reader| {
        let found = reader.by::<Referral>("reference", &reference)?;
        found
            .first()
            .map(|(id, _)| *id)
            .ok_or(CommandError::NotFound)
    })?;
    get(session, ReferralArgs { referral: found })
}
