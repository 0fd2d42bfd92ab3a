//! The referrals of whoever is at work: what the list, the navigation and Today speak of.

use jisr_domain::referral::ReferralStatus;
use jisr_domain::role::Role;
use jisr_store::Reader;

use super::row::{ReferralWithState, told};
use crate::error::CommandError;
use crate::session::Session;

/// Referrals of one's own cases, open or closed, and those one drafted; every one a director may know of. Closed ones
/// when asked.
///
/// # Errors
/// The database.
pub(crate) fn own(
    reader: &Reader<'_>,
    session: &Session<'_>,
    closed: bool,
) -> Result<Vec<ReferralWithState>, CommandError> {
    let everyone = session.me().role == Role::Director;
    let mut own = told(reader, reader.referrals(session.staff(), !everyone)?)?;
    own.retain(|told| closed || told.state.status != ReferralStatus::Closed);
    Ok(own)
}
