//! What this machine gives the core: the time of day, and randomness.

use std::time::{SystemTime, UNIX_EPOCH};

use jisr_commands::Host;

/// The machine the window is on.
pub struct Machine;

impl Host for Machine {
    #[allow(
        clippy::disallowed_methods,
        reason = "here, and nowhere deeper, the program asks what time it is"
    )]
    fn now_ms(&self) -> u64 {
        let since_1970 = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX)
    }

    /// # Panics
    /// When the system gives no randomness: to go on would be to make keys that can be guessed.
    #[allow(
        clippy::disallowed_methods,
        clippy::panic,
        reason = "here the program asks for randomness; without it nothing is safe"
    )]
    fn random(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            panic!("this system gives no randomness: {error}");
        }
    }
}
