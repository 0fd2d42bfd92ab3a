//! The system goes to sleep: the core locks first, where the desktop says so.
//!
//! On Linux logind says it on the system bus (`PrepareForSleep`), and waits for us a few seconds at most when asked to
//! (`Inhibit`, «delay»). Elsewhere nothing says it to this program: Windows tells only those who register a callback
//! through its C interface, which no crate in use offers without `unsafe`. There, and where no logind answers, the first
//! beat after the sleep locks ([`slept_between`]): the keys are in memory while the machine sleeps.

use std::time::Duration;

/// A beat that comes this much too late comes after a sleep, or after a standstill that may have been one. Long enough
/// for a laptop whose memory is full.
const STANDSTILL: Duration = Duration::from_secs(60);

/// Whether the machine slept between two beats that should be `beat` apart, by the clock on the wall, in milliseconds:
/// the one that counts does not stand still meanwhile. A clock set forward is taken for a sleep, which costs one unlock.
pub fn slept_between(last_ms: u64, now_ms: u64, beat: Duration) -> bool {
    let most = u64::try_from((beat + STANDSTILL).as_millis()).unwrap_or(u64::MAX);
    now_ms.saturating_sub(last_ms) > most
}

#[cfg(target_os = "linux")]
pub use logind::watch;

/// Nothing says here that the system goes to sleep. Not tried on any such system.
#[cfg(not(target_os = "linux"))]
pub fn watch(_lock: impl Fn() + Send + Sync + 'static) {}

#[cfg(target_os = "linux")]
mod logind {
    use std::sync::{Arc, Mutex, PoisonError};
    use std::time::Duration;

    use dbus::arg::OwnedFd;
    use dbus::blocking::Connection;
    use dbus::message::MatchRule;

    const SERVICE: &str = "org.freedesktop.login1";
    const PATH: &str = "/org/freedesktop/login1";
    const MANAGER: &str = "org.freedesktop.login1.Manager";
    /// Longest wait for an answer of logind.
    const PATIENCE: Duration = Duration::from_secs(5);
    /// Between two tries to reach a bus that is not there, or went.
    const AGAIN: Duration = Duration::from_secs(60);

    /// Calls `lock` each time the system is about to sleep, from a thread of its own, for as long as the program runs.
    pub fn watch(lock: impl Fn() + Send + Sync + 'static) {
        let lock = Arc::new(lock);
        std::thread::spawn(move || {
            loop {
                if let Ok(bus) = Connection::new_system() {
                    // A bus that goes is asked for again: a system whose services restart sleeps all the same.
                    let _ = listen(&bus, &lock);
                }
                std::thread::sleep(AGAIN);
            }
        });
    }

    /// What holds the sleep back until it is let go.
    struct Delay(Mutex<Option<OwnedFd>>);

    impl Delay {
        fn set(&self, held: Option<OwnedFd>) {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = held;
        }
    }

    /// Listens on `bus` until it goes.
    ///
    /// # Errors
    /// Those of the bus.
    pub(super) fn listen<L: Fn() + Send + Sync + 'static>(
        bus: &Connection,
        lock: &Arc<L>,
    ) -> Result<(), dbus::Error> {
        let delay = Arc::new(Delay(Mutex::new(None)));
        let (held, lock) = (Arc::clone(&delay), Arc::clone(lock));
        let says = MatchRule::new_signal(MANAGER, "PrepareForSleep")
            .with_sender(SERVICE)
            .with_path(PATH);
        bus.add_match(says, move |(sleeps,): (bool,), bus, _| {
            if sleeps {
                lock();
                held.set(None);
            } else {
                held.set(inhibit(bus).ok());
            }
            true
        })?;
        // Without leave to hold it back the lock races with the sleep, and mostly wins.
        delay.set(inhibit(bus).ok());
        loop {
            bus.process(AGAIN)?;
        }
    }

    fn inhibit(bus: &Connection) -> Result<OwnedFd, dbus::Error> {
        let (held,): (OwnedFd,) = bus.with_proxy(SERVICE, PATH, PATIENCE).method_call(
            MANAGER,
            "Inhibit",
            ("sleep", "Jisr", "Locks before the system sleeps", "delay"),
        )?;
        Ok(held)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::slept_between;

    #[test]
    fn the_first_beat_after_a_sleep_knows_it_and_a_slow_one_is_no_sleep() {
        let beat = Duration::from_secs(5);
        assert!(!slept_between(1_000, 6_000, beat));
        assert!(
            !slept_between(1_000, 50_000, beat),
            "a laptop out of breath"
        );
        assert!(
            slept_between(1_000, 3_600_000, beat),
            "an hour with its lid shut"
        );
        assert!(!slept_between(3_600_000, 1_000, beat), "a clock set back");
    }

    #[cfg(target_os = "linux")]
    mod bus;
}
