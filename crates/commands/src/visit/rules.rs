//! When somebody may be visited.

use jisr_domain::id::PersonId;
use jisr_domain::visit::Visit;
use jisr_store::Reader;

use crate::error::CommandError;
use crate::person::{reach, refusal};
use crate::session::Session;

/// Makes sure that a visit still to come puts nobody in danger: nobody is visited at home before they said
/// that they may be reached. Elsewhere, and for what is past, there is nothing to ask.
///
/// # Errors
/// [`CommandError::Rule`] with the reason why not.
pub(super) fn safe(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
    visit: &Visit,
) -> Result<(), CommandError> {
    let refused = visit.refused_by(reach(reader, session, person)?);
    let code = refused.and_then(refusal);
    code.map_or(Ok(()), |code| Err(CommandError::Rule(code)))
}
