//! A case, as named in rows.

use jisr_domain::case::Case;
use jisr_domain::id::CaseId;
use jisr_store::Reader;

use crate::access::may_see_case;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::CaseCard;

/// A case, for those who may know of it.
///
/// # Errors
/// The database.
pub fn case_card(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: CaseId,
) -> Result<Option<CaseCard>, CommandError> {
    if !may_see_case(reader, session, id)? {
        return Ok(None);
    }
    Ok(reader.find::<Case>(id)?.map(|case| CaseCard {
        case: id,
        number: case.number.unwrap_or_default(),
    }))
}
