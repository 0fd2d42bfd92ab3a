//! Kinship, days or income corrected.

use jisr_domain::household::HouseholdMember;

use crate::error::CommandError;
use crate::input::{self, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `household.update_member`
///
/// # Errors
/// Those of [`input::update`].
pub fn update_member(
    session: &Session<'_>,
    args: Edit<HouseholdMember>,
) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for HouseholdMember {}
