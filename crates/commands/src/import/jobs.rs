//! What is held of lists between two commands: the one that is open, and the one being written.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use jisr_domain::id::{ImportId, StaffId};
use jisr_lists::Table;

use super::checked::Checked;
use super::{ImportEnded, ImportPhase, ImportProgress, ImportStatus, ListField};

/// A list, read: in memory only.
pub struct OpenedList {
    pub(crate) id: ImportId,
    pub(crate) staff: StaffId,
    pub(crate) file_name: String,
    pub(crate) bytes: Arc<Vec<u8>>,
    pub(crate) table: Table,
    pub(crate) guessed: Vec<ListField>,
}

/// The lists of one profile, while it is unlocked.
#[derive(Default)]
pub struct Imports {
    inner: Mutex<Inner>,
    /// Set to stop between two parts.
    stopping: AtomicBool,
    /// The thread of a long task. Held while it is waited for: two who wait both wait.
    thread: Mutex<Option<JoinHandle<()>>>,
}

#[derive(Default)]
struct Inner {
    open: Option<Arc<OpenedList>>,
    running: Option<ImportProgress>,
    last: Option<ImportEnded>,
    ended: u32,
    checked: Option<(ImportId, Arc<Checked>)>,
}

impl Imports {
    // What is kept here is read again from the database or from the file: nothing is lost with it.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn hold(&self, list: OpenedList) -> Arc<OpenedList> {
        let list = Arc::new(list);
        self.inner().open = Some(Arc::clone(&list));
        list
    }

    /// The list `id` that `staff` opened.
    pub(crate) fn opened(&self, id: ImportId, staff: StaffId) -> Option<Arc<OpenedList>> {
        self.inner()
            .open
            .clone()
            .filter(|list| list.id == id && list.staff == staff)
    }

    pub(super) fn remember(&self, id: ImportId, checked: Checked) {
        self.inner().checked = Some((id, Arc::new(checked)));
    }

    /// The rows of the list `id` that may be known, once they were looked for.
    pub(super) fn checked(&self, id: ImportId) -> Option<Arc<Checked>> {
        let inner = self.inner();
        let (of, checked) = inner.checked.as_ref()?;
        (*of == id).then(|| Arc::clone(checked))
    }

    pub(crate) fn close(&self, id: ImportId) {
        let mut inner = self.inner();
        if inner.open.as_ref().is_some_and(|list| list.id == id) {
            inner.open = None;
            inner.checked = None;
        }
    }

    /// Runs a long task in a thread of its own.
    pub(crate) fn run(&self, task: impl FnOnce() + Send + 'static) {
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        *thread = Some(std::thread::spawn(task));
    }

    /// Forgets everything, at the lock: when this comes back, nobody holds the database for a list any more. A task ends
    /// with the part it is writing.
    pub(crate) fn forget(&self) {
        self.stop();
        let mut thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(thread) = thread.take() {
            // A task that died has told what it could.
            let _ = thread.join();
        }
        drop(thread);
        let mut inner = self.inner();
        inner.open = None;
        inner.last = None;
        inner.checked = None;
    }

    /// Takes the right to work on a list; `false` when one is being worked on.
    pub(crate) fn begin(&self, import: ImportId, phase: ImportPhase, total: u32) -> bool {
        let mut inner = self.inner();
        if inner.running.is_some() {
            return false;
        }
        self.stopping.store(false, Ordering::Relaxed);
        inner.running = Some(ImportProgress {
            import,
            phase,
            done: 0,
            total,
        });
        true
    }

    pub(crate) fn report(&self, done: u32, total: u32) {
        if let Some(running) = &mut self.inner().running {
            running.done = done;
            running.total = total;
        }
    }

    pub(crate) fn end(&self, stopped: bool, error: Option<String>) {
        let mut inner = self.inner();
        if let Some(running) = inner.running.take() {
            inner.ended = inner.ended.wrapping_add(1);
            inner.last = Some(ImportEnded {
                import: running.import,
                phase: running.phase,
                stopped,
                error,
            });
        }
    }

    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    pub(crate) fn running(&self) -> Option<ImportProgress> {
        self.inner().running
    }

    pub(crate) fn status(&self) -> ImportStatus {
        let inner = self.inner();
        ImportStatus {
            running: inner.running,
            last: inner.last.clone(),
            ended: inner.ended,
        }
    }
}
