//! When somebody may be visited.

use jisr_domain::id::PersonId;
use jisr_domain::visit::{Visit, VisitKind};
use jisr_store::Reader;

use crate::case::may_be_reached;
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::show::safe_contact;

/// Makes sure that a visit still to come puts nobody in danger: nobody is visited at home before they said
/// that they may be reached. Elsewhere, and for what is past, there is nothing to ask.
///
/// # Errors
/// [`CommandError::Rule`] with `safe_contact_first`.
pub(super) fn safe(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
    visit: &Visit,
) -> Result<(), CommandError> {
    if visit.performed_on.is_some() || visit.kind.unwrap_or(VisitKind::Home) != VisitKind::Home {
        return Ok(());
    }
    if may_be_reached(safe_contact(reader, session, person)?) {
        Ok(())
    } else {
        Err(CommandError::Rule(Code::SafeContactFirst))
    }
}
