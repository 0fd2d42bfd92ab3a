//! What is known of rounds, shared between the thread that runs one and those who ask.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use jisr_sync::machine::Progress;

use crate::code::Code;

/// The rounds of one profile.
#[derive(Default)]
pub struct Rounds {
    inner: Mutex<Inner>,
    /// Set to stop the round under way between two requests.
    pub(crate) stopping: Arc<AtomicBool>,
    version: AtomicU64,
    /// The thread of the round under way. Held while it is begun and while it is waited for: two who wait both wait.
    thread: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Default)]
struct Inner {
    running: Option<Running>,
    last_done_ms: Option<u64>,
    last_try_ms: Option<u64>,
    last_error: Option<Code>,
    attachments_error: Option<Code>,
}

/// A round under way.
#[derive(Clone, Copy)]
pub(crate) struct Running {
    pub(crate) started_ms: u64,
    pub(crate) progress: Option<Progress>,
    pub(crate) bytes: u64,
}

/// A copy of what is known.
pub(crate) struct Known {
    pub(crate) running: Option<Running>,
    pub(crate) last_done_ms: Option<u64>,
    pub(crate) last_error: Option<Code>,
    pub(crate) attachments_error: Option<Code>,
    pub(crate) version: u64,
}

impl Rounds {
    // What is kept here is only shown: a thread that died while writing it leaves nothing half-done behind.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the right to run a round; `false` when one is under way.
    pub(crate) fn begin(&self, now_ms: u64) -> bool {
        let mut inner = self.inner();
        if inner.running.is_some() {
            return false;
        }
        self.stopping.store(false, Ordering::Relaxed);
        inner.last_try_ms = Some(now_ms);
        inner.running = Some(Running {
            started_ms: now_ms,
            progress: None,
            bytes: 0,
        });
        true
    }

    /// Runs `round` in a thread of its own, unless one is under way.
    pub(crate) fn run(&self, now_ms: u64, round: impl FnOnce() + Send + 'static) {
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        if self.begin(now_ms) {
            *thread = Some(std::thread::spawn(round));
        }
    }

    pub(crate) fn report(&self, progress: Progress, bytes: u64) {
        if let Some(running) = &mut self.inner().running {
            running.progress = Some(progress);
            running.bytes = bytes;
        }
    }

    pub(crate) fn attachments_failed(&self, code: Option<Code>) {
        self.inner().attachments_error = code;
    }

    pub(crate) fn end(&self, now_ms: u64, error: Option<Code>, changed: bool) {
        let mut inner = self.inner();
        inner.running = None;
        if error.is_none() {
            inner.last_done_ms = Some(now_ms);
        }
        inner.last_error = error;
        drop(inner);
        if changed {
            self.version.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// What is shown is another now, without anybody having asked for it: views are asked for again.
    pub(crate) fn data_moved(&self) {
        self.version.fetch_add(1, Ordering::Relaxed);
    }

    /// Asks the round under way to stop.
    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// Stops the round under way and waits until it is out: when this comes back, no round holds the database any more.
    /// A round leaves its hub at once; what it is writing, it ends.
    pub(crate) fn leave(&self) {
        self.stop();
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        // One that began meanwhile took the flag back.
        self.stop();
        if let Some(thread) = thread.take() {
            // A round that died has told what it could.
            let _ = thread.join();
        }
    }

    pub(crate) fn forget_errors(&self) {
        let mut inner = self.inner();
        inner.last_error = None;
        inner.attachments_error = None;
    }

    /// Whether a round in the background is in order.
    pub(crate) fn due(&self, now_ms: u64, every_ms: u64) -> bool {
        let inner = self.inner();
        inner.running.is_none()
            && inner
                .last_try_ms
                // Either way: a clock set back does not put off every round until the old time comes round.
                .is_none_or(|last| now_ms.abs_diff(last) >= every_ms)
    }

    pub(crate) fn known(&self) -> Known {
        let inner = self.inner();
        Known {
            running: inner.running,
            last_done_ms: inner.last_done_ms,
            last_error: inner.last_error,
            attachments_error: inner.attachments_error,
            version: self.version.load(Ordering::Relaxed),
        }
    }
}
