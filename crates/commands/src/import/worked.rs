//! Whether somebody has worked with a person since their list was brought in.

use jisr_domain::id::PersonId;
use jisr_domain::record::Kind;
use jisr_store::Reader;

use crate::error::CommandError;

/// What the undoing of a list itself writes.
const OWN: &str = "withdrawn_on";

/// Whether a record names the person, of whichever kind, or a field of theirs was written after the list.
///
/// # Errors
/// The database.
pub(super) fn worked_with(reader: &Reader<'_>, person: PersonId) -> Result<bool, CommandError> {
    if reader.is_named(person)? {
        return Ok(true);
    }
    let Some(state) = reader.state(Kind::Person, person.0)? else {
        return Ok(true);
    };
    let Some(first) = state
        .fields
        .get("import")
        .and_then(|field| field.siblings.first())
    else {
        return Ok(true);
    };
    Ok(state.fields.iter().any(|(name, field)| {
        name != OWN
            && field
                .siblings
                .iter()
                .any(|sibling| sibling.dot != first.dot)
    }))
}
