//! Which protocols there are.

use jisr_domain::protocol::{current, library};

use super::ProtocolCard;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// The protocols a case may start on, current versions only.
///
/// # Errors
/// None of its own.
pub fn protocols(_session: &Session<'_>, _args: Empty) -> Result<Vec<ProtocolCard>, CommandError> {
    let now = |id: &str| current(id).map(|protocol| protocol.version);
    Ok(library()
        .iter()
        .filter(|protocol| now(&protocol.id) == Some(protocol.version))
        .map(|protocol| ProtocolCard {
            protocol: protocol.id.clone(),
            version: protocol.version,
            title: protocol.title.clone(),
            case_types: protocol.case_types.clone(),
            steps: u32::try_from(protocol.steps.len()).unwrap_or(u32::MAX),
        })
        .collect())
}
