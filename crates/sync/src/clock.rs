//! The hybrid logical clock (Kulkarni et al., 2014). A stamp only orders what is shown first; it never
//! identifies a change and never decides what is kept (rule 1).

use std::fmt;

use serde::{Deserialize, Serialize};

/// 48 bits of milliseconds since 1970 and 16 bits of counter.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Stamp(pub u64);

/// How far ahead of the hub a stamp may be before the hub bounds it (rule 28), in milliseconds.
pub const TOLERATED_AHEAD_MS: u64 = 120_000;

impl Stamp {
    /// The first stamp of a millisecond.
    pub fn at(ms: u64) -> Self {
        Self(ms << 16)
    }

    /// Its wall-clock part, in milliseconds since 1970.
    pub fn ms(self) -> u64 {
        self.0 >> 16
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.ms(), self.0 & 0xFFFF)
    }
}

/// The clock of one device. Kept in the same transaction as the write it stamped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The last stamp given or seen.
    pub last: Stamp,
    /// What the hub said to add to the wall clock, in milliseconds.
    pub offset_ms: i64,
}

impl Clock {
    /// The next stamp when the wall clock says `wall_ms`: later than every stamp given or seen.
    pub fn tick(&mut self, wall_ms: u64) -> Stamp {
        let now = Stamp::at(wall_ms.saturating_add_signed(self.offset_ms));
        self.last = if now > self.last {
            now
        } else {
            Stamp(self.last.0 + 1)
        };
        self.last
    }

    /// Takes note of a stamp that came from the hub, so that what is written next is later.
    pub fn receive(&mut self, stamp: Stamp) {
        self.last = self.last.max(stamp);
    }

    /// Takes the hub's time as this device's (rule 28). Gives by how much the device was off, in
    /// milliseconds: positive when it was ahead. A clock that had run ahead is brought back, so that the
    /// stamps it gives are no longer bounded; what was stamped before keeps its place at the hub.
    pub fn adopt(&mut self, hub_ms: u64, wall_ms: u64) -> i64 {
        let off = i64::try_from(wall_ms)
            .unwrap_or(i64::MAX)
            .saturating_sub(i64::try_from(hub_ms).unwrap_or(i64::MAX));
        let shown_off = off.saturating_add(self.offset_ms);
        if shown_off.unsigned_abs() > TOLERATED_AHEAD_MS {
            self.offset_ms = off.saturating_neg();
            self.last = self
                .last
                .min(Stamp::at(hub_ms.saturating_add(TOLERATED_AHEAD_MS)));
        }
        shown_off
    }
}

/// The stamp the hub keeps for a change (rule 28): never more than two minutes ahead of the hub, and still in
/// the order of the device's own changes.
pub fn bound(claimed: Stamp, hub_ms: u64, previous: Stamp) -> Stamp {
    let limit = Stamp::at(hub_ms.saturating_add(TOLERATED_AHEAD_MS));
    if claimed <= limit {
        claimed
    } else {
        limit.max(Stamp(previous.0.saturating_add(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_grow_even_when_the_wall_clock_goes_back() {
        let mut clock = Clock::default();
        let first = clock.tick(5_000);
        let second = clock.tick(4_000);
        clock.receive(Stamp::at(9_000));
        assert!(first < second && second < clock.tick(4_000));
    }

    #[test]
    fn rule_28_a_clock_a_day_ahead_is_bounded_in_order_and_brought_back() {
        let (hub, day) = (1_000_000_000_000, 86_400_000);
        let mut clock = Clock::default();
        let (one, two) = (clock.tick(hub + day), clock.tick(hub + day));
        let bounded_one = bound(one, hub, Stamp::default());
        let bounded_two = bound(two, hub, bounded_one);
        assert!(bounded_one < bounded_two && bounded_two < Stamp::at(hub + TOLERATED_AHEAD_MS + 1));
        assert_eq!(clock.adopt(hub, hub + day), 86_400_000);
        assert!(clock.tick(hub + day + 200_000) < Stamp::at(hub + 300_000));
        assert_eq!(clock.adopt(hub, hub + day), 0);
    }
}
