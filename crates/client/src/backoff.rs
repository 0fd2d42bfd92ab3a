//! How long to wait before trying again.

use std::time::Duration;

/// The first wait.
const FIRST: f64 = 2.0;
/// The longest: a laptop that finds the network again syncs within this.
const LONGEST: f64 = 300.0;

/// The wait after `attempt` failures in a row (from 0): doubling from two seconds to five minutes, then spread
/// by `random` (0 ≤ random < 1) over its upper half, so that a thousand devices do not come back at once.
pub fn backoff(attempt: u32, random: f64) -> Duration {
    let ceiling = (FIRST * 2f64.powi(i32::try_from(attempt.min(16)).unwrap_or(16))).min(LONGEST);
    let spread = if random.is_finite() {
        random.clamp(0.0, 1.0)
    } else {
        1.0
    };
    Duration::from_secs_f64(ceiling * (0.5 + spread / 2.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_five_minutes_and_are_spread() {
        assert_eq!(backoff(0, 0.0), Duration::from_secs(1));
        assert_eq!(backoff(0, 1.0), Duration::from_secs(2));
        assert_eq!(backoff(3, 0.5), Duration::from_secs(12));
        assert_eq!(backoff(4_000, 1.0), Duration::from_secs(300));
        assert!(backoff(30, f64::NAN) <= Duration::from_secs(300));
    }
}
