//! What every host holds: one profile, locked or unlocked.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, RwLock};

use jisr_domain::clock::ClockDoubt;
use jisr_store::key::{KdfParams, ProfileKeys};

use crate::code::Code;
use crate::device::PendingEnrolment;
use crate::diagnostic::Incidents;
use crate::error::CommandError;
use crate::import::Imports;
use crate::session::Open;
use crate::sync::Rounds;

/// What a host brings from outside: the clock and randomness.
pub trait Host: Send + Sync + 'static {
    /// Milliseconds since 1970, UTC.
    fn now_ms(&self) -> u64;
    /// Fills `bytes` with randomness fit for keys.
    fn random(&self, bytes: &mut [u8]);
}

/// Minutes without a command after which it locks, until somebody chooses otherwise.
pub const AUTO_LOCK_MINUTES: u32 = 10;
/// A profile. Threads may share it.
pub struct Core {
    pub(crate) dir: PathBuf,
    pub(crate) host: Arc<dyn Host>,
    pub(crate) keys: ProfileKeys,
    pub(crate) open: RwLock<Option<Arc<Open>>>,
    pub(crate) rounds: Arc<Rounds>,
    pub(crate) imports: Arc<Imports>,
    /// Who this laptop would be at a hub that was asked and has not answered yet.
    pub(crate) asking: Mutex<Option<PendingEnrolment>>,
    /// What went wrong and is not in the file yet.
    pub(crate) incidents: Arc<Incidents>,
    /// When somebody was last at work, milliseconds since 1970.
    pub(crate) active_ms: AtomicU64,
    /// The doubt about the clock with which whoever is at work goes on.
    clock_passed: Mutex<Option<ClockDoubt>>,
}

impl Drop for Core {
    /// The program ends: a list under way ends with the part it is writing, and goes on the next time; so does a round.
    /// Neither may be left behind: a database closed after its folder was put back would write over what was put back.
    fn drop(&mut self) {
        self.flush_incidents();
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
            incidents: Arc::new(Incidents::default()),
            active_ms,
            clock_passed: Mutex::default(),
        }
    }

    /// Where the profile is.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Forgets the keys. A round under way is stopped, and so is a list: it goes on where it was.
    pub fn lock(&self) {
        self.flush_incidents();
        // Then nobody is at work any more: whatever is still waited for, nothing is shown and nothing begins.
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
