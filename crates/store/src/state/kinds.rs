//! Values checked against the record type of a kind chosen at run time.

use jisr_domain::record::{Fields, Kind, Record};
use jisr_domain::with_kind;

use crate::{Result, StoreError};

fn readable(kind: Kind, fields: &Fields) -> bool {
    with_kind!(kind, R => R::from_fields(fields).is_ok())
}

/// Whether every value of `patch` has the shape its field declares. Null empties any field.
///
/// # Errors
/// [`StoreError::BadValue`] with the first field that has not.
pub(crate) fn check_values(kind: Kind, patch: &Fields) -> Result<()> {
    let written: Fields = patch
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    if readable(kind, &written) {
        return Ok(());
    }
    let field = written
        .into_iter()
        .find(|(name, value)| !readable(kind, &Fields::from([(name.clone(), value.clone())])));
    Err(StoreError::BadValue {
        kind,
        field: field.map(|(name, _)| name).unwrap_or_default(),
    })
}
