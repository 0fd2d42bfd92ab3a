//! Whether somebody has worked with a person since their list was brought in.

use std::sync::OnceLock;

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
    let named: Vec<bool> = reader.sql(named_somewhere(), [person.to_string()], |row| row.get(0))?;
    if named.first() == Some(&true) {
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

/// Whether a record of any kind names person `?1`.
fn named_somewhere() -> &'static str {
    static SQL: OnceLock<String> = OnceLock::new();
    SQL.get_or_init(|| {
        let named: Vec<String> = names_of_people()
            .map(|(kind, field)| {
                format!(
                    "EXISTS (SELECT 1 FROM \"{}\" WHERE \"{field}\" = ?1)",
                    kind.code()
                )
            })
            .collect();
        format!("SELECT {}", named.join(" OR "))
    })
}

/// The fields by which records name people, those of kinds declared after this was written included.
pub(super) fn names_of_people() -> impl Iterator<Item = (Kind, &'static str)> {
    Kind::ALL.iter().flat_map(|kind| {
        kind.definition()
            .fields
            .iter()
            .map(|field| field.name)
            .filter(|name| match kind {
                Kind::SamePerson => matches!(*name, "left" | "right"),
                _ => *name == "person",
            })
            .map(|name| (*kind, name))
    })
}
