//! An unlocked session: who is at work, and the only way to the records.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use jisr_domain::civil;
use jisr_domain::id::StaffId;
use jisr_store::{Actor, Moment, Reader, Store, StoreError, Tx};
use uuid::Uuid;

use crate::core::{AUTO_LOCK_MINUTES, Core};
use crate::device::SessionView;
use crate::error::CommandError;

mod door;
mod open;
mod rekey;
mod stay;
mod unlock;

pub(crate) use door::publish_profile;
pub use open::Open;
pub(crate) use rekey::change_key;
pub use stay::stay;
pub(crate) use unlock::{enter, known_as, note_keys, refresh, role_at_hub};
pub use unlock::{lock, recover, unlock};

/// A session, for the length of one command.
pub struct Session<'a> {
    pub(crate) core: &'a Core,
    pub(crate) open: Arc<Open>,
    moment: Moment,
    changes: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Session<'a> {
    pub(crate) fn new(core: &'a Core, open: Arc<Open>) -> Self {
        let ms = core.host.now_ms();
        Self {
            core,
            open,
            moment: Moment {
                ms,
                today: civil::civil_day(ms),
            },
            changes: RefCell::default(),
        }
    }

    /// Who is at work, with the role the records give them.
    pub fn me(&self) -> &SessionView {
        &self.open.me
    }

    /// Their id.
    pub fn staff(&self) -> StaffId {
        self.open.me.staff
    }

    /// The civil day.
    pub fn today(&self) -> NaiveDate {
        self.moment.today
    }

    /// The moment, UTC.
    pub fn now(&self) -> DateTime<Utc> {
        civil::moment(self.moment.ms)
    }

    /// The moment, milliseconds.
    pub fn now_ms(&self) -> u64 {
        self.moment.ms
    }

    /// A fresh id (UUIDv7).
    pub fn new_id(&self) -> Uuid {
        let mut random = [0u8; 10];
        self.core.host.random(&mut random);
        uuid::Builder::from_unix_timestamp_millis(self.moment.ms, &random).into_uuid()
    }

    /// Random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut random = [0u8; N];
        self.core.host.random(&mut random);
        random
    }

    /// Takes note that the key slots were written: an older file of them is told from now on.
    pub(crate) fn note_keys(&self) {
        note_keys(self.core, &self.open.store);
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.open.store
    }

    /// Reads.
    ///
    /// # Errors
    /// Those of `f` and of the database.
    pub fn read<T>(
        &self,
        f: impl FnOnce(&Reader<'_>) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        self.open
            .store
            .try_read(f)
            .map_err(|error| self.told(error))
    }

    /// Writes, through the one door, as this session's user.
    ///
    /// # Errors
    /// Those of `f` and of the door; nothing is kept then.
    pub fn write<T>(
        &self,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, CommandError>,
    ) -> Result<T, CommandError> {
        let actor = Actor {
            staff: self.staff(),
            key: &self.open.signing,
        };
        let written = self.open.store.write(&actor, &self.moment, f);
        let (value, changes) = written.map_err(|error| self.told(error))?;
        self.changes
            .borrow_mut()
            .extend(changes.records.iter().map(|(kind, _)| kind.code()));
        Ok(value)
    }

    /// Keeps a setting of this device; none forgets it.
    ///
    /// # Errors
    /// The disk; the database.
    pub fn set_setting(&self, key: &str, value: Option<&str>) -> Result<(), CommandError> {
        let kept = self.open.store.set_setting(key, value);
        kept.map_err(|error| self.told(error.into()))
    }

    /// A torn page is not told as a lack of memory, which would be tried again and again.
    fn told(&self, error: CommandError) -> CommandError {
        match error {
            CommandError::Store(StoreError::Memory(_)) if self.open.store.is_torn() => {
                StoreError::Damaged.into()
            }
            error => error,
        }
    }

    /// Says that views of `what` must refetch although no record changed (drafts, settings).
    pub fn touch(&self, what: &'static str) {
        self.changes.borrow_mut().insert(what);
    }

    /// Minutes after which the program locks.
    pub fn auto_lock_minutes(&self) -> u32 {
        self.open
            .store
            .read(|reader| {
                Ok(reader
                    .setting("auto_lock_minutes")?
                    .and_then(|text| text.parse().ok()))
            })
            .ok()
            .flatten()
            .unwrap_or(AUTO_LOCK_MINUTES)
    }

    pub(crate) fn take_changes(&self) -> Vec<String> {
        self.changes.take().into_iter().map(str::to_owned).collect()
    }
}

impl Core {
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
}
