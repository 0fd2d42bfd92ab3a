//! The machine's clock and randomness.

use jisr_commands::Host;

/// The real clock and the operating system's randomness.
pub struct Machine;

impl Host for Machine {
    #[allow(
        clippy::disallowed_methods,
        reason = "the composition root is where the clock comes in"
    )]
    fn now_ms(&self) -> u64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since
            .map(|since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
            .unwrap_or_default()
    }

    #[allow(
        clippy::disallowed_methods,
        reason = "the composition root is where randomness comes in"
    )]
    fn random(&self, bytes: &mut [u8]) {
        // Without randomness no key may be made: going on would be worse than stopping here.
        if getrandom::fill(bytes).is_err() {
            std::process::abort();
        }
    }
}
