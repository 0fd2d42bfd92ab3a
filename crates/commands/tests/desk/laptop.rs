//! One laptop of a center, with the people who work on it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jisr_commands::{Core, ErrorBody, Host};
use jisr_store::key::KdfParams;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Sunday 22 November 2026, ten in the morning in Kénitra.
pub const START_MS: u64 = 1_795_338_000_000;

/// A clock set by hand, and randomness that repeats.
#[derive(Clone)]
pub struct Clock {
    now: Arc<AtomicU64>,
    random: Arc<AtomicU64>,
}

impl Clock {
    fn new() -> Self {
        Self {
            now: Arc::new(AtomicU64::new(START_MS)),
            random: Arc::new(AtomicU64::new(1)),
        }
    }
}

impl Clock {
    /// Another clock, which shows the same and goes its own way.
    pub fn apart(&self) -> Self {
        Self {
            now: Arc::new(AtomicU64::new(self.now.load(Ordering::Relaxed))),
            random: Arc::clone(&self.random),
        }
    }
}

impl Host for Clock {
    fn now_ms(&self) -> u64 {
        self.now.load(Ordering::Relaxed)
    }

    fn random(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let mut word = self
                .random
                .fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
            word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            chunk.copy_from_slice(&word.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// The laptop: Karim directs, Nadia and Youssef follow cases, Samira is at the desk.
pub struct Laptop {
    core: Option<Core>,
    staff: BTreeMap<&'static str, String>,
    recovery_code: String,
    clock: Clock,
    dir: TempDir,
}

impl Laptop {
    pub fn new() -> Self {
        Self::with_clock(Clock::new())
    }

    fn with_clock(clock: Clock) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut laptop = Self {
            core: None,
            staff: BTreeMap::new(),
            recovery_code: String::new(),
            clock,
            dir,
        };
        laptop.starts();
        let done = laptop.ok(
            "device.set_up",
            json!({
                "language": "ar",
                "center": {"name_ar": "مركز المساعدة الاجتماعية الأمل", "center_type": "cas", "province": "04.281"},
                "user": {"name_ar": "كريم العلوي", "name_lat": "Karim El Alaoui", "sex": "male", "role": "director"},
                "passphrase": passphrase("karim"),
            }),
        );
        laptop.staff.insert("karim", text(&done["staff"]));
        laptop.recovery_code = text(&done["recovery_code"]);
        for (name, ar, role) in [
            ("nadia", "نادية المنصوري", "caseworker"),
            ("youssef", "يوسف بناني", "caseworker"),
            ("samira", "سميرة الإدريسي", "reception"),
        ] {
            laptop.joins(name, ar, role);
        }
        laptop
    }

    /// Somebody more works on it; whoever set it up is at the keyboard.
    pub fn joins(&mut self, name: &'static str, ar: &str, role: &str) {
        let added = self.ok(
            "user.add",
            json!({"user": {"name_ar": ar, "sex": "female", "role": role}, "passphrase": passphrase(name)}),
        );
        self.staff.insert(name, text(&added["staff"]));
    }

    /// The `n`-th laptop nobody set up yet.
    pub fn bare(n: u64) -> Self {
        let mut laptop = Self {
            core: None,
            staff: BTreeMap::new(),
            recovery_code: String::new(),
            clock: Clock {
                random: Arc::new(AtomicU64::new((u64::MAX / 5).wrapping_mul(n))),
                ..Clock::new()
            },
            dir: tempfile::tempdir().unwrap(),
        };
        laptop.starts();
        laptop
    }

    /// The program running on it.
    #[track_caller]
    pub fn core(&self) -> &Core {
        self.core.as_ref().unwrap()
    }

    /// The folder of its profile.
    pub fn profile(&self) -> PathBuf {
        self.dir.path().join("profile")
    }

    /// A folder beside the profile.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Its clock and randomness.
    pub fn clock(&self) -> Clock {
        self.clock.clone()
    }

    /// What was printed for the safe.
    pub fn recovery_code(&self) -> &str {
        &self.recovery_code
    }

    /// The program is closed.
    pub fn stops(&mut self) {
        self.core = None;
    }

    /// The program is opened: locked, when there is a profile.
    pub fn starts(&mut self) {
        self.core = None;
        let core = Core::with_stretching(self.profile(), self.clock.clone(), KdfParams::light());
        self.core = Some(core);
    }

    /// Power is cut: what a disk holds at this very moment is all there is when it comes back.
    pub fn loses_power(&mut self) {
        copy(&self.profile(), &self.beside("at the cut"));
        self.stops();
        self.goes_back_to("at the cut");
    }

    /// The profile becomes what was kept under `name`, and the program is opened on it.
    pub fn goes_back_to(&mut self, name: &str) {
        self.stops();
        copy(&self.beside(name), &self.profile());
        self.starts();
    }

    /// The program opened once more on the same folder.
    pub fn second_window(&self) -> Core {
        Core::with_stretching(self.profile(), self.clock.clone(), KdfParams::light())
    }

    /// The `n`-th laptop of another center, whose keys have nothing in common with any other's.
    pub fn elsewhere(n: u64) -> Self {
        Self::with_clock(Clock {
            random: Arc::new(AtomicU64::new((u64::MAX / 3).wrapping_mul(n))),
            ..Clock::new()
        })
    }

    /// Keeps the profile as it is, under `name`.
    pub fn keeps(&mut self, name: &str) {
        self.stops();
        copy(&self.profile(), &self.beside(name));
        self.starts();
    }

    /// `name` sits down at the laptop.
    pub fn sits(&self, name: &str) {
        self.ok("session.lock", json!({}));
        self.ok(
            "session.unlock",
            json!({"staff": self.staff[name], "passphrase": passphrase(name)}),
        );
    }

    /// Its clock shows another moment from now on.
    pub fn shows(&self, ms: u64) {
        self.clock.now.store(ms, Ordering::Relaxed);
    }

    /// What its clock shows.
    pub fn shown_ms(&self) -> u64 {
        self.clock.now.load(Ordering::Relaxed)
    }

    /// Some minutes pass.
    pub fn minutes(&self, minutes: u64) {
        self.clock
            .now
            .fetch_add(minutes * 60_000, Ordering::Relaxed);
    }

    /// Some seconds pass.
    pub fn seconds(&self, seconds: u64) {
        self.clock.now.fetch_add(seconds * 1_000, Ordering::Relaxed);
    }

    /// Id of a colleague.
    pub fn staff(&self, name: &str) -> &str {
        &self.staff[name]
    }

    /// A command that works.
    #[track_caller]
    pub fn ok(&self, name: &str, args: Value) -> Value {
        match self.core().dispatch(name, args) {
            Ok(reply) => reply.ok,
            Err(error) => panic!("{name}: {error:?}"),
        }
    }

    /// Which kinds a command changed.
    #[track_caller]
    pub fn changes(&self, name: &str, args: Value) -> Vec<String> {
        match self.core().dispatch(name, args) {
            Ok(reply) => reply.changes,
            Err(error) => panic!("{name}: {error:?}"),
        }
    }

    /// A command that does not: its code.
    #[track_caller]
    pub fn refused(&self, name: &str, args: Value) -> ErrorBody {
        match self.core().dispatch(name, args) {
            Ok(reply) => panic!("{name} was taken: {:?}", reply.ok),
            Err(error) => error,
        }
    }

    /// Who viewed the record `id`, as the audit log says, newest first.
    #[track_caller]
    pub fn viewed(&self, id: &str) -> Vec<String> {
        let lines = self
            .core()
            .session()
            .unwrap()
            .read(|reader| Ok(reader.audit(Some(id.parse().unwrap()), 100)?))
            .unwrap();
        lines
            .into_iter()
            .filter(|line| line.action == "view")
            .map(|line| line.staff.to_string())
            .collect()
    }

    /// Registers somebody; what is not said of sex and birth is said to be unknown.
    #[track_caller]
    pub fn register(&self, mut person: Value) -> String {
        for asked in ["sex", "birth_date"] {
            if person[asked].is_null() {
                person[asked] = json!("unknown");
            }
        }
        text(&self.ok("person.register", json!({"person": person}))["id"])
    }

    /// Registers Amina.
    #[track_caller]
    pub fn amina(&self) -> String {
        self.register(json!({"given_name_ar": "أمينة", "family_name_ar": "بوعزة", "given_name_lat": "Amina", "sex": "female",
            "birth_date": "1991", "cnie": "gb 12 34 56", "phone": "06 12 34 56 78"}))
    }

    /// Opens a case of Amina's kind: violence, hence restricted.
    #[track_caller]
    pub fn restricted_case(&self, person: &str) -> String {
        text(
            &self.ok(
                "case.open",
                json!({"person": person, "case_type": "woman_victim_of_violence"}),
            )["case"],
        )
    }
}

/// Makes `to` what `from` is.
pub fn copy(from: &Path, to: &Path) {
    let _ = std::fs::remove_dir_all(to);
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let there = to.join(file.file_name());
        if file.path().is_dir() {
            copy(&file.path(), &there);
        } else {
            std::fs::copy(file.path(), there).unwrap();
        }
    }
}

/// What `name` types to unlock.
pub fn passphrase(name: &str) -> String {
    format!("{name} drinks mint tea")
}

/// A text, as sent.
#[track_caller]
pub fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("not a text: {value}"))
        .to_owned()
}

/// How many items a list has.
#[track_caller]
pub fn len(value: &Value) -> usize {
    value
        .as_array()
        .unwrap_or_else(|| panic!("not a list: {value}"))
        .len()
}
