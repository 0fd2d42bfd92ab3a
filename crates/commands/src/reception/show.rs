//! A passage at the desk as a view shows it, and to whom.

use jisr_domain::id::ReceptionId;
use jisr_domain::reception::Reception;
use jisr_store::Reader;

use super::ReceptionView;
use crate::access::may_see;
use crate::error::CommandError;
use crate::input::is_author;
use crate::person::person_card;
use crate::record::{record_view_by_id, redact};
use crate::session::Session;
use crate::user::author_card;

/// A passage at the desk, for those who may know of its person.
///
/// # Errors
/// The database.
pub fn reception_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    (id, record): (ReceptionId, Reception),
) -> Result<Option<ReceptionView>, CommandError> {
    if !may_see(reader, session, record.person, None)? {
        return Ok(None);
    }
    let person = match record.person {
        Some(person) => person_card(reader, session, person)?,
        None => None,
    };
    let staff = author_card(reader, record.received_by)?;
    let own = is_author(session, record.received_by);
    Ok(Some(ReceptionView {
        reception: redact(session, record_view_by_id(reader, id)?, own)?,
        person,
        staff,
    }))
}
