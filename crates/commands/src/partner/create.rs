//! A partner the center did not have.

use jisr_domain::id::PartnerId;
use jisr_domain::partner::Partner;

use super::{CreatePartnerArgs, named};
use crate::error::CommandError;
use crate::input::clean_record;
use crate::session::Session;
use crate::view::Written;

/// `partner.create`: true as of today, unless another day is given.
///
/// # Errors
/// [`CommandError::Field`] with `name_missing`; the database.
pub fn create(session: &Session<'_>, args: CreatePartnerArgs) -> Result<Written, CommandError> {
    let mut partner: Partner = clean_record(&args.partner)?;
    named(&partner)?;
    partner.assured_on = partner.assured_on.or(Some(session.today()));
    let new = PartnerId(session.new_id());
    session.write(|tx| Ok(tx.create(new, &partner)?))?;
    Ok(Written {
        id: new.to_string(),
    })
}
