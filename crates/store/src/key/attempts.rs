//! The growing wait after wrong passphrases. It slows a person at the keyboard; someone who copied the
//! disk is slowed by Argon2id alone.

use serde::{Deserialize, Serialize};

const LONGEST_SECONDS: u64 = 15 * 60;
/// A clock that moved on by so much since the last mistake was set, or the laptop lay in a cupboard: the wait, of a
/// quarter of an hour at most, is then begun again once.
const LEAP_MS: i64 = 30 * 86_400_000;

/// Wrong passphrases of one user in a row. Kept in the file so that a restart forgets nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct AttemptRecord {
    failures: u32,
    /// When the last one was, Unix milliseconds of the device's clock.
    last_ms: i64,
}

impl AttemptRecord {
    /// Counts a wrong passphrase. Returns (wrong in a row, seconds before the next is looked at).
    pub(super) fn count(&mut self, now_ms: i64) -> (u32, u64) {
        self.failures = self.failures.saturating_add(1);
        self.last_ms = now_ms;
        (self.failures, delay_seconds(self.failures))
    }

    /// Seconds still to wait at `now_ms`; 0 when an attempt may be made.
    ///
    /// A clock set back, or months ahead, starts the whole wait again from the new time: it neither shortens the wait
    /// nor locks anyone out until the old time comes round.
    pub(super) fn wait(&mut self, now_ms: i64) -> u64 {
        let passed = now_ms.saturating_sub(self.last_ms);
        if !(0..LEAP_MS).contains(&passed) {
            self.last_ms = now_ms;
        }
        let passed_ms = u64::try_from(now_ms.saturating_sub(self.last_ms)).unwrap_or(0);
        (delay_seconds(self.failures) * 1000)
            .saturating_sub(passed_ms)
            .div_ceil(1000)
    }

    /// When the wait is counted from, Unix milliseconds.
    pub(super) fn counted_from_ms(&self) -> i64 {
        self.last_ms
    }
}

fn delay_seconds(failures: u32) -> u64 {
    match failures {
        0..=2 => 0,
        3 => 5,
        4 => 15,
        more => {
            let doublings = (more - 5).min(10);
            (30_u64 << doublings).min(LONGEST_SECONDS)
        }
    }
}
