//! Whether the clock of a device can be believed: against the last time it was known to be right, and the hub's.
//!
//! Moments only: in Ramadan the wall shows another hour while the moment stays the same, so that the change of the zone
//! is no wrong clock.

use crate::record::code;

/// From so far off on a clock is not believed: what it prints would be wrong to the hour.
pub const DOUBTED_MS: u64 = 15 * 60_000;
/// Nobody leaves a laptop unused for so long: half a year.
const FAR_AHEAD_MS: u64 = 183 * 86_400_000;
/// The first moment a clock may show: 1 January 2026, before which there was no such program.
const EARLIEST_MS: u64 = 1_767_225_600_000;
/// The first moment it may not: 1 January 2100.
const LATEST_MS: u64 = 4_102_444_800_000;

code! {
    /// Why a clock is not believed.
    ClockDoubt {
        /// It shows a moment before the last one known to be right, or before this program was made.
        Behind = "behind",
        /// It shows a moment long after the last one known to be right.
        Ahead = "ahead",
        /// It is behind the hub's.
        Slow = "slow",
        /// It is ahead of the hub's.
        Fast = "fast",
    }
}

/// What is known of the time on a device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownTime {
    /// The last moment at which the clock was believed, when one was noted.
    pub believed_ms: Option<u64>,
    /// The last stamp given or seen.
    pub stamp_ms: u64,
    /// Stamps up to this one say nothing: somebody said that the clock was wrong then.
    pub dismissed_ms: u64,
    /// By how much the clock was ahead of the hub's when they last met.
    pub off_ms: Option<i64>,
}

impl KnownTime {
    /// The last moment known to be right.
    #[must_use]
    pub fn last_ms(&self) -> Option<u64> {
        let stamp = Some(self.stamp_ms).filter(|stamp| {
            *stamp > self.dismissed_ms.saturating_add(DOUBTED_MS) && may_be(*stamp)
        });
        match (self.believed_ms, stamp) {
            // A stamp absurdly after it was given by a clock that was wrong then.
            (Some(believed), Some(stamp)) if stamp <= believed.saturating_add(FAR_AHEAD_MS) => {
                Some(believed.max(stamp))
            }
            (believed, stamp) => believed.or(stamp),
        }
    }

    /// By how much a clock that shows `now_ms` is ahead of the hub's, as far as that still holds: a clock set since then
    /// to what can be the hub's time is not off any more.
    #[must_use]
    pub fn off_ms(&self, now_ms: u64) -> Option<i64> {
        let off = self.off_ms?;
        let hub = now_ms.saturating_add_signed(off.saturating_neg());
        let last = self.last_ms().unwrap_or(hub);
        (hub.saturating_add(DOUBTED_MS) >= last && hub <= last.saturating_add(FAR_AHEAD_MS))
            .then_some(off)
    }

    /// Why a clock that shows `now_ms` is not believed; nothing when it is.
    #[must_use]
    pub fn doubt(&self, now_ms: u64) -> Option<ClockDoubt> {
        if !may_be(now_ms) {
            return Some(if now_ms < EARLIEST_MS {
                ClockDoubt::Behind
            } else {
                ClockDoubt::Ahead
            });
        }
        if let Some(off) = self
            .off_ms(now_ms)
            .filter(|off| off.unsigned_abs() >= DOUBTED_MS)
        {
            return Some(if off < 0 {
                ClockDoubt::Slow
            } else {
                ClockDoubt::Fast
            });
        }
        let last = self.last_ms()?;
        if now_ms.saturating_add(DOUBTED_MS) <= last {
            Some(ClockDoubt::Behind)
        } else if now_ms > last.saturating_add(FAR_AHEAD_MS) {
            Some(ClockDoubt::Ahead)
        } else {
            None
        }
    }
}

/// Whether a clock may show this moment at all. What may not be, nobody can say is right.
#[must_use]
pub fn may_be(ms: u64) -> bool {
    (EARLIEST_MS..LATEST_MS).contains(&ms)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::civil::civil_time;

    const HOUR: u64 = 3_600_000;
    const DAY: u64 = 24 * HOUR;

    fn at(text: &str) -> u64 {
        u64::try_from(text.parse::<DateTime<Utc>>().unwrap().timestamp_millis()).unwrap()
    }

    fn noon() -> u64 {
        at("2026-11-22T11:00:00Z")
    }

    fn believed() -> KnownTime {
        KnownTime {
            believed_ms: Some(noon()),
            ..KnownTime::default()
        }
    }

    #[test]
    fn a_clock_that_goes_on_is_believed_and_one_that_went_back_or_leapt_is_not() {
        let known = believed();
        for (now, doubt) in [
            (noon(), None),
            (noon() + 40 * DAY, None),
            (noon() - 14 * 60_000, None),
            (noon() - HOUR, Some(ClockDoubt::Behind)),
            (at("2000-01-01T00:10:00Z"), Some(ClockDoubt::Behind)),
            (0, Some(ClockDoubt::Behind)),
            (noon() + 200 * DAY, Some(ClockDoubt::Ahead)),
            (at("2137-01-01T00:00:00Z"), Some(ClockDoubt::Ahead)),
            (u64::MAX, Some(ClockDoubt::Ahead)),
        ] {
            assert_eq!(known.doubt(now), doubt, "{now}");
        }
    }

    #[test]
    fn a_device_that_knows_nothing_yet_still_knows_what_cannot_be() {
        let nothing = KnownTime::default();
        assert_eq!(nothing.doubt(noon()), None);
        assert_eq!(
            nothing.doubt(at("2000-01-01T00:00:00Z")),
            Some(ClockDoubt::Behind)
        );
    }

    #[test]
    fn work_since_then_counts_unless_it_was_stamped_by_a_clock_that_was_wrong() {
        let worked = |stamp_ms| KnownTime {
            stamp_ms,
            ..believed()
        };
        assert_eq!(
            worked(noon() + 3 * DAY).doubt(noon() + DAY),
            Some(ClockDoubt::Behind)
        );
        assert_eq!(worked(at("2099-01-01T00:00:00Z")).doubt(noon() + DAY), None);
        let dismissed = KnownTime {
            dismissed_ms: noon() + 3 * DAY,
            ..worked(noon() + 3 * DAY)
        };
        assert_eq!(dismissed.doubt(noon() + DAY), None);
    }

    #[test]
    fn the_hub_tells_an_hour_that_nothing_else_would() {
        let met = |off_ms: i64| KnownTime {
            off_ms: Some(off_ms),
            ..believed()
        };
        let hour = i64::try_from(HOUR).unwrap();
        assert_eq!(met(-hour).doubt(noon() + DAY), Some(ClockDoubt::Slow));
        assert_eq!(met(hour).doubt(noon() + DAY), Some(ClockDoubt::Fast));
        assert_eq!(met(60_000).doubt(noon() + DAY), None);
    }

    #[test]
    fn a_clock_set_right_after_it_stood_at_2000_is_believed_before_the_hub_is_met_again() {
        let since_2000 = i64::try_from(noon() - at("2000-01-01T00:00:00Z")).unwrap();
        let known = KnownTime {
            off_ms: Some(-since_2000),
            ..believed()
        };
        assert_eq!(
            known.doubt(at("2000-01-01T01:00:00Z")),
            Some(ClockDoubt::Behind)
        );
        assert_eq!(known.doubt(noon() + HOUR), None);
    }

    #[test]
    fn the_hour_of_ramadan_is_no_wrong_clock() {
        // In 2027 Ramadan begins on 8 February: the walls go back an hour the Sunday before.
        let (before, after) = (at("2027-02-06T12:00:00Z"), at("2027-02-08T12:00:00Z"));
        let wall = |ms| civil_time(crate::civil::moment(ms)).time();
        assert_ne!(wall(before), wall(after), "the zone did change");
        let known = KnownTime {
            believed_ms: Some(before),
            ..KnownTime::default()
        };
        for hour in 0..48 {
            assert_eq!(known.doubt(before + hour * HOUR), None, "{hour}");
        }
    }
}
