//! A contact as a view shows it, and to whom.

use jisr_domain::id::ContactId;
use jisr_domain::person::{Contact, SafeContact};
use jisr_store::Reader;

use crate::access::may_see;
use crate::error::CommandError;
use crate::record::{record_view_by_id, redact};
use crate::session::Session;
use crate::view::RecordView;

/// A contact still to be reached, for those who may know of it. An alleged perpetrator is never somebody to reach: reception does
/// not see them at all, and those who follow cases see them without a number.
///
/// # Errors
/// The database.
pub fn contact_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    (id, record): (ContactId, Contact),
) -> Result<Option<RecordView<Contact>>, CommandError> {
    let perpetrator = record.alleged_perpetrator == Some(true);
    if record.until.is_some_and(|until| until <= session.today()) {
        return Ok(None);
    }
    if !may_see(reader, session, record.person, record.case)?
        || (perpetrator && !session.me().role.follows_cases())
    {
        return Ok(None);
    }
    let mut shown = redact(session, record_view_by_id::<Contact>(reader, id)?, false)?;
    if perpetrator {
        shown.record.phone = None;
        shown.record.companion = None;
        shown.record.safe_contact = Some(SafeContact::No);
        shown.conflicts.retain(|conflict| conflict.field != "phone");
    }
    Ok(Some(shown))
}
