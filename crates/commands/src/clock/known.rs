//! What the encrypted file knows of the time.

use jisr_domain::clock::KnownTime;
use jisr_store::{Reader, StoreError};

use super::{BELIEVED, DISMISSED, OFF};

/// What is known of the time on this device.
///
/// # Errors
/// The database.
pub(crate) fn known(reader: &Reader<'_>) -> Result<KnownTime, StoreError> {
    let clock = reader.device()?.clock;
    let off_ms = number(reader, OFF)?;
    // Stamps follow the hub's clock once they met. When the two agree again, or somebody said that this one is right, they
    // are read by this one.
    let correction = if off_ms.is_some() { 0 } else { clock.offset_ms };
    Ok(KnownTime {
        believed_ms: number(reader, BELIEVED)?,
        stamp_ms: clock
            .last
            .ms()
            .saturating_add_signed(correction.saturating_neg()),
        dismissed_ms: number(reader, DISMISSED)?.unwrap_or(0),
        off_ms,
    })
}

fn number<T: std::str::FromStr>(reader: &Reader<'_>, key: &str) -> Result<Option<T>, StoreError> {
    Ok(reader.setting(key)?.and_then(|text| text.parse().ok()))
}
