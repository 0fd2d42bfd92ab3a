//! A laptop of a center: a profile, its clock, and somebody at the keyboard.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jisr_commands::{Core, ErrorBody, Host, sync};
use jisr_store::key::KdfParams;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::programs::PASSPHRASE;

/// Monday 23 November 2026, 09:00 in Morocco.
pub const MORNING_MS: u64 = 1_795_420_800_000;

/// A clock set by hand, and randomness that a seed repeats.
#[derive(Clone)]
pub struct Simulated {
    now_ms: Arc<AtomicU64>,
    seed: Arc<AtomicU64>,
}

impl Simulated {
    /// A clock at [`MORNING_MS`], and the randomness of `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            now_ms: Arc::new(AtomicU64::new(MORNING_MS)),
            seed: Arc::new(AtomicU64::new(seed)),
        }
    }

    /// Lets time pass.
    pub fn pass(&self, ms: u64) {
        self.now_ms.fetch_add(ms, Ordering::Relaxed);
    }

    /// Sets the clock, wrongly if need be.
    pub fn set(&self, ms: u64) {
        self.now_ms.store(ms, Ordering::Relaxed);
    }
}

impl Host for Simulated {
    fn now_ms(&self) -> u64 {
        // A second passes at every look: nothing two people do happens at once.
        self.now_ms.fetch_add(1_000, Ordering::Relaxed)
    }

    fn random(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            // splitmix64: repeatable, and good enough for ids of invented people.
            let mut z = self
                .seed
                .fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed)
                .wrapping_add(0x9E37_79B9_7F4A_7C15);
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^= z >> 31;
            let len = chunk.len();
            chunk.copy_from_slice(&z.to_le_bytes()[..len]);
        }
    }
}

/// A laptop.
pub struct Laptop {
    core: Option<Core>,
    dir: TempDir,
    /// Its clock.
    pub clock: Simulated,
    /// The first person set up on it.
    pub staff: String,
}

impl Laptop {
    /// A new laptop, set up by `name` with `role`; `seed` tells laptops apart.
    ///
    /// # Panics
    /// When the set-up is refused.
    #[must_use]
    pub fn set_up(name: &str, role: &str, seed: u64) -> Self {
        let dir = TempDir::new().expect("a folder");
        let clock = Simulated::new(seed);
        let core = Core::with_stretching(dir.path(), clock.clone(), KdfParams::light());
        let mut laptop = Self {
            core: Some(core),
            dir,
            clock,
            staff: String::new(),
        };
        let done = laptop.rpc(
            "device.set_up",
            json!({
                "language": "fr",
                "center": { "name_ar": "مركز المساعدة الاجتماعية بالقنيطرة", "name_fr": "Centre d'assistance sociale de Kénitra", "center_type": "cas", "province": "04.281" },
                "user": { "name_lat": name, "role": role },
                "passphrase": PASSPHRASE,
            }),
        );
        laptop.staff = done["staff"].as_str().expect("an id").to_owned();
        laptop
    }

    /// The program running on it.
    ///
    /// # Panics
    /// When it was closed.
    #[must_use]
    pub fn core(&self) -> &Core {
        self.core.as_ref().expect("the program runs")
    }

    /// Runs a command.
    ///
    /// # Errors
    /// As the command refuses it.
    pub fn try_rpc(&self, name: &str, args: Value) -> Result<Value, ErrorBody> {
        self.core().dispatch(name, args).map(|reply| reply.ok)
    }

    /// Runs a command that must succeed. The hub of the tests is the real program, at this machine's own hour, and a
    /// simulated laptop is days from it: whoever sits there is warned, and goes on as a person would.
    ///
    /// # Panics
    /// When it does not.
    pub fn rpc(&self, name: &str, args: Value) -> Value {
        let mut answer = self.try_rpc(name, args.clone());
        if matches!(&answer, Err(error) if error.code == "clock_doubtful") {
            answer = self
                .try_rpc("clock.accept", json!({ "right": false }))
                .and_then(|_| self.try_rpc(name, args));
        }
        answer.unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// Runs a whole round with the hub.
    ///
    /// # Panics
    /// When it fails.
    pub fn sync(&self) -> Value {
        let report = sync::run(self.core()).unwrap_or_else(|error| panic!("a round: {error}"));
        serde_json::to_value(report).expect("a report")
    }

    /// Turns the program off and on again, and unlocks it for `staff`.
    ///
    /// # Panics
    /// When it does not open.
    pub fn restart(&mut self, staff: &str) {
        drop(self.core.take());
        self.core = Some(Core::with_stretching(
            self.dir.path(),
            self.clock.clone(),
            KdfParams::light(),
        ));
        self.unlock(staff);
    }

    /// Unlocks it for `staff`.
    ///
    /// # Panics
    /// When the passphrase does not open it.
    pub fn unlock(&self, staff: &str) {
        self.rpc(
            "session.unlock",
            json!({ "staff": staff, "passphrase": PASSPHRASE }),
        );
    }

    /// Enrols it at a hub with a code.
    ///
    /// # Panics
    /// When the hub refuses.
    pub fn enrol(&self, hub: &str, code: &str, join: bool) -> Value {
        self.rpc(
            "device.enrol",
            json!({ "hub": hub, "code": code, "join": join }),
        )
    }

    /// Whether a search finds somebody.
    #[must_use]
    pub fn finds(&self, query: &str) -> bool {
        !self.rpc("person.search", json!({ "query": query }))["people"]
            .as_array()
            .is_none_or(Vec::is_empty)
    }
}
