//! A consent as a view shows it, and to whom.

use jisr_domain::consent::Consent;
use jisr_domain::id::ConsentId;
use jisr_domain::record::Kind;
use jisr_store::Reader;

use super::ConsentView;
use crate::access::may_see;
use crate::error::CommandError;
use crate::record::record_view_by_id;
use crate::session::Session;
use crate::user::author_card;

/// A consent, for those who may know of it and follow cases.
///
/// # Errors
/// The database.
pub fn consent_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    (id, record): (ConsentId, Consent),
) -> Result<Option<ConsentView>, CommandError> {
    if !session.me().role.follows_cases() || !may_see(reader, session, record.person, record.case)?
    {
        return Ok(None);
    }
    let in_force = record
        .purposes
        .iter()
        .any(|purpose| record.covers(*purpose, session.today()));
    let staff = author_card(reader, record.recorded_by)?;
    Ok(Some(ConsentView {
        consent: record_view_by_id(reader, id)?,
        in_force,
        may_withdraw: in_force && session.me().role.may_write(Kind::Consent),
        staff,
    }))
}
