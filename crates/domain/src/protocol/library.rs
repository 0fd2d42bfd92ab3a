//! The protocols shipped with the program: every version ever published, since cases keep theirs.

use std::sync::OnceLock;

use super::check::ProtocolError;
use super::definition::{ProtocolDefinition, ProtocolStatus};
use crate::case::CaseType;

/// One line per version. A published file is never edited nor removed.
pub(super) const SOURCES: [(&str, &str); 3] = [
    (
        "woman_victim_of_violence.v1",
        include_str!("../../../../assets/protocols/woman_victim_of_violence.v1.json"),
    ),
    (
        "family_extreme_precarity.v1",
        include_str!("../../../../assets/protocols/family_extreme_precarity.v1.json"),
    ),
    (
        "homeless_mobile_emergency.v1",
        include_str!("../../../../assets/protocols/homeless_mobile_emergency.v1.json"),
    ),
];

/// Reads and checks one definition.
///
/// # Errors
/// [`ProtocolError::Unreadable`] when it is not one; otherwise everything [`ProtocolDefinition::check`] finds.
pub fn parse(source: &str) -> Result<ProtocolDefinition, Vec<ProtocolError>> {
    let definition: ProtocolDefinition = serde_json::from_str(source)
        .map_err(|error| vec![ProtocolError::Unreadable(error.to_string())])?;
    definition.check()?;
    Ok(definition)
}

/// Every definition shipped, all versions. A file that failed its check would be left out; the tests of this
/// module keep that from being shipped.
pub fn library() -> &'static [ProtocolDefinition] {
    static LIBRARY: OnceLock<Vec<ProtocolDefinition>> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        SOURCES
            .iter()
            .filter_map(|(_, source)| parse(source).ok())
            .collect()
    })
}

/// The version a case started on, whatever its status today.
#[must_use]
pub fn find(id: &str, version: u32) -> Option<&'static ProtocolDefinition> {
    library()
        .iter()
        .find(|protocol| protocol.id == id && protocol.version == version)
}

/// The version a new case starts on: the highest published one.
#[must_use]
pub fn current(id: &str) -> Option<&'static ProtocolDefinition> {
    library()
        .iter()
        .filter(|protocol| protocol.id == id && protocol.status == ProtocolStatus::Published)
        .max_by_key(|protocol| protocol.version)
}

/// What to propose for a new case of this type, current versions only, in the order of the library.
#[must_use]
pub fn for_case_type(case_type: CaseType) -> Vec<&'static ProtocolDefinition> {
    library()
        .iter()
        .filter(|protocol| protocol.case_types.contains(&case_type))
        .filter(|protocol| current(&protocol.id).is_some_and(|now| now.version == protocol.version))
        .collect()
}
