//! Somebody at work on a profile, on this machine and today: the clock is the machine's, and so is the stretching
//! of the passphrase.

use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use jisr_commands::{Core, Host, sync};
use jisr_tests::laptop::Simulated;
use jisr_tests::programs::{PASSPHRASE, cli};
use serde_json::{Value, json};

/// Milliseconds since 1970.
#[allow(
    clippy::disallowed_methods,
    reason = "a measure is taken on the day it is taken"
)]
pub fn now_ms() -> u64 {
    let since_1970 = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    u64::try_from(since_1970.expect("a clock").as_millis()).expect("a moment")
}

/// The machine's clock, and randomness a seed repeats.
struct Present(Simulated);

impl Host for Present {
    fn now_ms(&self) -> u64 {
        now_ms()
    }

    fn random(&self, bytes: &mut [u8]) {
        self.0.random(bytes);
    }
}

/// An unlocked profile.
pub struct Desk {
    core: Core,
    /// Who is at work.
    pub staff: String,
    /// What unlocking took.
    pub unlocking: Duration,
}

impl Desk {
    /// Unlocks a profile for one of its users, by their name in Latin script.
    ///
    /// # Panics
    /// When it does not open.
    pub fn open(profile: &Path, name: &str) -> Self {
        let core = Core::open(profile, Present(Simulated::new(now_ms())));
        let status = core
            .dispatch("device.status", json!({}))
            .expect("a profile")
            .ok;
        let users = status["users"].as_array().cloned().unwrap_or_default();
        let staff = users
            .iter()
            .find(|user| user["name_lat"] == name)
            .and_then(|user| user["staff"].as_str())
            .unwrap_or_else(|| panic!("{name} is not of this profile"))
            .to_owned();
        let start = Instant::now();
        core.dispatch(
            "session.unlock",
            json!({ "staff": staff, "passphrase": PASSPHRASE }),
        )
        .expect("it unlocks");
        let unlocking = start.elapsed();
        Self {
            core,
            staff,
            unlocking,
        }
    }

    /// Sets up a new profile and stays in it.
    ///
    /// # Panics
    /// When it is refused.
    pub fn set_up(profile: &Path, name: &str, role: &str) -> Self {
        let core = Core::open(profile, Present(Simulated::new(now_ms())));
        let center = json!({ "name_ar": "مركز المساعدة الاجتماعية بسلا", "center_type": "cas", "province": "04.281" });
        let done = core.dispatch(
            "device.set_up",
            json!({ "language": "fr", "center": center, "user": { "name_lat": name, "role": role }, "passphrase": PASSPHRASE }),
        );
        let done = done.expect("a profile").ok;
        Self {
            core,
            staff: done["staff"].as_str().expect("an id").to_owned(),
            unlocking: Duration::ZERO,
        }
    }

    /// Runs a command that must succeed.
    ///
    /// # Panics
    /// When it does not.
    pub fn rpc(&self, name: &str, args: Value) -> Value {
        self.core
            .dispatch(name, args)
            .unwrap_or_else(|error| panic!("{name}: {error:?}"))
            .ok
    }

    /// What a command takes, its answer as JSON included.
    ///
    /// # Panics
    /// When it fails.
    pub fn timed(&self, name: &str, args: &Value) -> Duration {
        let args = args.clone();
        let start = Instant::now();
        let answer = self.rpc(name, args);
        let took = start.elapsed();
        drop(answer);
        took
    }

    /// Runs a whole round, and tells what it took.
    ///
    /// # Panics
    /// When it fails.
    pub fn sync(&self) -> Duration {
        let start = Instant::now();
        sync::run(&self.core).unwrap_or_else(|error| panic!("a round: {error}"));
        start.elapsed()
    }
}

/// The director of a demonstration.
pub const DIRECTOR: &str = "Hanane Cherkaoui";
/// The caseworker of a demonstration who follows the most cases.
pub const CASEWORKER: &str = "Latifa Benali";

/// Makes a center of so many people in a new folder, and gives how many cases they have.
///
/// # Panics
/// When it cannot be made.
pub fn invent(profile: &Path, people: u32) -> u64 {
    let made = cli(&[
        "--profile",
        &profile.to_string_lossy(),
        "demo",
        "--people",
        &people.to_string(),
        "--seed",
        "1",
    ]);
    let made: Value = serde_json::from_str(&made).expect("what was made");
    made["cases"].as_u64().expect("cases")
}

/// Copies a profile that no program has open.
///
/// # Panics
/// When the disk refuses.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for file in std::fs::read_dir(from).expect("the profile") {
        let file = file.expect("a file");
        let (here, there) = (file.path(), to.join(file.file_name()));
        if here.is_dir() {
            copy(&here, &there);
        } else {
            std::fs::copy(here, there).expect("a copy");
        }
    }
}
