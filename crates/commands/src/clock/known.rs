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
    Ok(KnownTime {
        believed_ms: number(reader, BELIEVED)?,
        // By the device's own clock: stamps are given by the hub's once they met.
        stamp_ms: clock
            .last
            .ms()
            .saturating_add_signed(clock.offset_ms.saturating_neg()),
        dismissed_ms: number(reader, DISMISSED)?.unwrap_or(0),
        off_ms: number(reader, OFF)?,
    })
}

fn number<T: std::str::FromStr>(reader: &Reader<'_>, key: &str) -> Result<Option<T>, StoreError> {
    Ok(reader.setting(key)?.and_then(|text| text.parse().ok()))
}
