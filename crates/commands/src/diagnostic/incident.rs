//! Incidents as they happen, before the encrypted file takes them.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use jisr_store::key::KeyError;
use jisr_store::{Incident, StoreError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::CommandError;

/// Kept in memory until the file can take them. What comes when it is full, and no file is open to take it, is lost: the
/// first tell more than the last.
const MOST: usize = 200;

/// What sort of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IncidentKind {
    /// Somebody entered: which version was at work.
    Opened,
    /// A command was refused: what was asked may not be, or cannot be taken.
    Refused,
    /// A command failed: the disk, the database, a page that cannot be made.
    Failed,
    /// The program broke in a command: a defect.
    Broken,
    /// A command took long.
    Slow,
    /// A round with the hub did not come to its end.
    Round,
}

impl IncidentKind {
    /// Every kind.
    pub const ALL: [IncidentKind; 6] = [
        IncidentKind::Opened,
        IncidentKind::Refused,
        IncidentKind::Failed,
        IncidentKind::Broken,
        IncidentKind::Slow,
        IncidentKind::Round,
    ];

    /// As it is kept, and in the locales under `diagnostic.<code>`.
    pub fn code(self) -> &'static str {
        match self {
            IncidentKind::Opened => "opened",
            IncidentKind::Refused => "refused",
            IncidentKind::Failed => "failed",
            IncidentKind::Broken => "broken",
            IncidentKind::Slow => "slow",
            IncidentKind::Round => "round",
        }
    }

    /// The kind written `code`, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Whether an error says no, or says that something does not work.
pub(crate) fn kind_of(error: &CommandError) -> IncidentKind {
    match error {
        CommandError::Answer(_) | CommandError::Poisoned | CommandError::Letter(_) => {
            IncidentKind::Failed
        }
        CommandError::Store(error) => match error {
            StoreError::NotFound { .. }
            | StoreError::AlreadyThere { .. }
            | StoreError::UnknownField { .. }
            | StoreError::BadValue { .. }
            | StoreError::WrittenOnce { .. }
            | StoreError::TooLarge
            | StoreError::NotRejected => IncidentKind::Refused,
            _ => IncidentKind::Failed,
        },
        CommandError::Key(
            KeyError::Damaged
            | KeyError::NewerFormat { .. }
            | KeyError::NotEnoughMemory { .. }
            | KeyError::Io(_),
        ) => IncidentKind::Failed,
        CommandError::Round(_) | CommandError::Client(_) => IncidentKind::Round,
        CommandError::Unknown(_)
        | CommandError::Locked
        | CommandError::Forbidden
        | CommandError::Argument(_)
        | CommandError::Field { .. }
        | CommandError::NotFound
        | CommandError::Rule(_)
        | CommandError::Unfinished(_)
        | CommandError::Key(_)
        | CommandError::List(_) => IncidentKind::Refused,
    }
}

/// What the code of an error does not tell: written in the program, never in a record.
pub(crate) fn cause(error: &CommandError) -> Option<&'static str> {
    match error {
        CommandError::Field { field, .. } => Some(field),
        CommandError::Store(error) => match error {
            StoreError::Sqlite(_) => Some("sqlite"),
            StoreError::Migration(_) => Some("migration"),
            StoreError::Json(_) => Some("json"),
            StoreError::Change(_) => Some("change"),
            StoreError::GivenUp => Some("given_up"),
            StoreError::NotARead => Some("not_a_read"),
            StoreError::Pruned { .. } => Some("pruned"),
            StoreError::NothingStaged => Some("nothing_staged"),
            StoreError::Io(error) => Some(io(error)),
            _ => None,
        },
        CommandError::Key(KeyError::Io(error)) => Some(io(error)),
        _ => None,
    }
}

fn io(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "io_not_found",
        ErrorKind::PermissionDenied => "io_permission",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "io_full",
        ErrorKind::ReadOnlyFilesystem => "io_read_only",
        _ => "io",
    }
}

/// What happened and is not in the file yet.
#[derive(Default)]
pub(crate) struct Incidents(Mutex<VecDeque<Incident>>);

impl Incidents {
    pub(crate) fn note(&self, incident: Incident) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() < MOST {
            waiting.push_back(incident);
        }
    }

    pub(crate) fn is_full(&self) -> bool {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.len() >= MOST
    }

    /// Those that wait, which wait no more.
    pub(crate) fn take(&self) -> Vec<Incident> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.drain(..).collect()
    }
}
