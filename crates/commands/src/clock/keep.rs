//! The time is noted while it is believed, and whenever the hub tells it.

use jisr_store::{Store, StoreError};
use jisr_sync::clock::TOLERATED_AHEAD_MS;

use super::{BELIEVED, OFF, known};

/// How often it is noted, at most.
const EVERY_MS: u64 = 10 * 60_000;

/// Notes that the clock is believed at `now_ms`; nothing when it is not.
///
/// # Errors
/// Disk and database errors.
pub(crate) fn keep(store: &Store, now_ms: u64) -> Result<(), StoreError> {
    let known = store.read(known)?;
    let is_new = known
        .believed_ms
        .is_none_or(|before| now_ms >= before.saturating_add(EVERY_MS));
    if is_new && known.doubt(now_ms).is_none() {
        note(store, now_ms)?;
    }
    Ok(())
}

/// Notes what the hub's clock says when this one says `wall_ms` (rule 28).
///
/// # Errors
/// Disk and database errors.
pub(crate) fn meet(store: &Store, hub_ms: u64, wall_ms: u64) -> Result<(), StoreError> {
    let signed = |ms: u64| i64::try_from(ms).unwrap_or(i64::MAX);
    let off = signed(wall_ms).saturating_sub(signed(hub_ms));
    let off = (off.unsigned_abs() > TOLERATED_AHEAD_MS).then_some(off);
    let known = store.read(known)?;
    // From one round to the next a clock drifts by some milliseconds: that is no news.
    let is_news = match (known.off_ms, off) {
        (Some(before), Some(now)) => before.abs_diff(now) > TOLERATED_AHEAD_MS,
        (before, now) => before != now,
    };
    if is_news {
        store.set_setting(OFF, off.map(|off| off.to_string()).as_deref())?;
    }
    let before = known.believed_ms.unwrap_or(0);
    if before.abs_diff(hub_ms) >= EVERY_MS {
        note(store, hub_ms)?;
    }
    Ok(())
}

fn note(store: &Store, ms: u64) -> Result<(), StoreError> {
    store.set_setting(BELIEVED, Some(&ms.to_string()))
}
