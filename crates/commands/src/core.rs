//! What every host holds: one profile, locked or unlocked, and the dispatcher.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, RwLock};

use jisr_domain::clock::ClockDoubt;
use jisr_store::key::{KdfParams, ProfileKeys};
use serde_json::Value;

use crate::code::Code;
use crate::device::PendingEnrolment;
use crate::error::{CommandError, ErrorBody};
use crate::import::Imports;
use crate::registry::{COMMANDS, Handler};
use crate::session::{Open, Session};
use crate::sync::Rounds;

/// What a host brings from outside: the clock and randomness.
pub trait Host: Send + Sync + 'static {
    /// Milliseconds since 1970, UTC.
    fn now_ms(&self) -> u64;
    /// Fills `bytes` with randomness fit for keys.
    fn random(&self, bytes: &mut [u8]);
}

/// An answer, and which kinds of records changed so that views of them refetch.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The answer.
    pub ok: Value,
    /// Kind codes, and `session` when who is at work changed.
    pub changes: Vec<String>,
}

/// Commands a window asks by itself: they are no sign of somebody at the keyboard.
const POLLS: [&str; 4] = [
    "device.status",
    "sync.status",
    "import.status",
    "clock.status",
];
/// Commands after which somebody is at work who was not.
const FIRST_RUN: [&str; 2] = ["device.set_up", "device.join"];
/// Minutes without a command after which it locks, until somebody chooses otherwise.
pub const AUTO_LOCK_MINUTES: u32 = 10;
/// Minutes between two rounds in the background.
const ROUND_EVERY_MINUTES: u64 = 5;

/// A profile and its dispatcher. Threads may share it.
pub struct Core {
    pub(crate) dir: PathBuf,
    pub(crate) host: Arc<dyn Host>,
    pub(crate) keys: ProfileKeys,
    pub(crate) open: RwLock<Option<Arc<Open>>>,
    pub(crate) rounds: Arc<Rounds>,
    pub(crate) imports: Arc<Imports>,
    /// Who this laptop would be at a hub that was asked and has not answered yet.
    pub(crate) asking: Mutex<Option<PendingEnrolment>>,
    active_ms: AtomicU64,
    /// The doubt about the clock with which whoever is at work goes on.
    clock_passed: Mutex<Option<ClockDoubt>>,
}

impl Drop for Core {
    /// The program ends: a list under way ends with the part it is writing, and goes on the next time; so does a round.
    /// Neither may be left behind: a database closed after its folder was put back would write over what was put back.
    fn drop(&mut self) {
        self.leave_tasks();
    }
}

impl Core {
    /// The profile in `dir`, which may not exist yet. Nothing is read before a command asks.
    pub fn open(dir: impl Into<PathBuf>, host: impl Host) -> Self {
        Self::with_stretching(dir, host, KdfParams::STANDARD)
    }

    /// The same, with another passphrase stretching: weak machines, simulations.
    pub fn with_stretching(dir: impl Into<PathBuf>, host: impl Host, kdf: KdfParams) -> Self {
        let dir = dir.into();
        let active_ms = AtomicU64::new(host.now_ms());
        Self {
            keys: ProfileKeys::at(dir.clone(), kdf),
            dir,
            host: Arc::new(host),
            open: RwLock::new(None),
            rounds: Arc::new(Rounds::default()),
            imports: Arc::new(Imports::default()),
            asking: Mutex::default(),
            active_ms,
            clock_passed: Mutex::default(),
        }
    }

    /// Where the profile is.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Runs one command.
    ///
    /// # Errors
    /// As it crosses to whoever asked.
    pub fn dispatch(&self, name: &str, payload: Value) -> Result<Reply, ErrorBody> {
        self.run(name, payload).map_err(|error| error.body())
    }

    /// Runs one command, the error unconverted.
    ///
    /// # Errors
    /// [`CommandError`].
    pub fn run(&self, name: &str, payload: Value) -> Result<Reply, CommandError> {
        let command = COMMANDS
            .iter()
            .find(|command| command.name == name)
            .ok_or_else(|| CommandError::Unknown(name.to_owned()))?;
        if !POLLS.contains(&name) {
            self.active_ms.store(self.host.now_ms(), Ordering::Relaxed);
        }
        match command.handler {
            Handler::Unauthenticated(run) => {
                let ok = run(self, payload)?;
                let changes = if name.starts_with("session.") || FIRST_RUN.contains(&name) {
                    vec!["session".to_owned()]
                } else {
                    vec![]
                };
                Ok(Reply { ok, changes })
            }
            Handler::Within(run) => {
                let session = self.session()?;
                if !command.access.allows(session.me().role) {
                    return Err(CommandError::Forbidden);
                }
                let ok = run(&session, payload)?;
                Ok(Reply {
                    ok,
                    changes: session.take_changes(),
                })
            }
        }
    }

    /// The unlocked session.
    ///
    /// # Errors
    /// [`CommandError::Locked`].
    pub fn session(&self) -> Result<Session<'_>, CommandError> {
        let open = self
            .open
            .read()
            .map_err(|_| CommandError::Poisoned)?
            .clone()
            .ok_or(CommandError::Locked)?;
        Ok(Session::new(self, open))
    }

    /// Called every few seconds by a host that stays: locks after a while without anybody, runs a round in
    /// the background. Gives whether it locked.
    pub fn tick(&self) -> bool {
        let Ok(session) = self.session() else {
            return false;
        };
        let now = self.host.now_ms();
        // A clock set back begins the wait anew: nothing stays open until the old time comes round.
        let active_ms = self.active_ms.fetch_min(now, Ordering::Relaxed).min(now);
        let idle_ms = now.saturating_sub(active_ms);
        if idle_ms > u64::from(session.auto_lock_minutes()) * 60_000 {
            self.lock();
            return true;
        }
        // A disk that refuses is told by what somebody writes, not by this.
        let _ = crate::clock::keep(session.store(), now);
        if self.rounds.due(now, ROUND_EVERY_MINUTES * 60_000) {
            // Without a hub, or with one out of reach, there is nothing to tell: the status says it.
            let _ = crate::sync::start(&session, crate::view::Empty {});
        }
        false
    }

    /// Forgets the keys. A round under way is stopped, and so is a list: it goes on where it was.
    pub fn lock(&self) {
        // First of all nobody is at work any more: whatever is still waited for, nothing is shown and nothing begins.
        if let Ok(mut open) = self.open.write() {
            *open = None;
        }
        self.leave_tasks();
    }

    /// When this comes back, no thread of a round or of a list holds the database.
    pub(crate) fn leave_tasks(&self) {
        self.rounds.stop();
        self.imports.stop();
        self.rounds.leave();
        self.imports.forget();
    }

    /// Whether the folder holds a profile; one that only had to be put in its place is, first.
    ///
    /// # Errors
    /// Disk errors;
    /// [`CommandError::Rule`] with `keys_missing` for a database whose key slots were lost: nothing new is made
    /// over it.
    pub(crate) fn holds_profile(&self) -> Result<bool, CommandError> {
        jisr_store::finish_founding(&self.dir)?;
        match (self.keys.exists(), self.keys.database_path().exists()) {
            (true, _) => Ok(true),
            (false, true) => Err(CommandError::Rule(Code::KeysMissing)),
            (false, false) => Ok(false),
        }
    }

    /// The doubt about the clock with which whoever is at work goes on.
    pub(crate) fn clock_passed(&self) -> Option<ClockDoubt> {
        self.clock_passed.lock().map_or(None, |passed| *passed)
    }

    /// Whoever is at work goes on although the clock is not believed; nothing: nobody does any more.
    pub(crate) fn pass_clock(&self, doubt: Option<ClockDoubt>) {
        if let Ok(mut passed) = self.clock_passed.lock() {
            *passed = doubt;
        }
    }

    /// The clock as the key slots keep it.
    pub(crate) fn clock_ms(&self) -> i64 {
        i64::try_from(self.host.now_ms()).unwrap_or(i64::MAX)
    }

    pub(crate) fn randomness(&self) -> impl FnMut(&mut [u8]) + '_ {
        |bytes: &mut [u8]| self.host.random(bytes)
    }
}
