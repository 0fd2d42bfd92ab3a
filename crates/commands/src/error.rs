//! Errors, as they cross to whoever asked: a code for the locales, its arguments, whether trying again helps.

use std::collections::BTreeMap;
use std::io;

use jisr_client::ClientError;
use jisr_letters::LettersError;
use jisr_lists::ListError;
use jisr_store::StoreError;
use jisr_store::key::KeyError;
use jisr_sync::attachment::LARGEST;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use crate::case::Unfinished;
use crate::code::Code;

/// What went wrong in a command.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// No such command.
    #[error("no command is called {0}")]
    Unknown(String),
    /// Nobody unlocked the program.
    #[error("the program is locked")]
    Locked,
    /// The role of the session may not.
    #[error("this is not for your role")]
    Forbidden,
    /// The argument does not have the expected shape.
    #[error("the argument cannot be read: {0}")]
    Argument(#[source] serde_json::Error),
    /// The answer cannot be written.
    #[error("the answer cannot be written: {0}")]
    Answer(#[source] serde_json::Error),
    /// A field is missing or cannot be taken: the code says why.
    #[error("{field}: {code}")]
    Field {
        /// Which field.
        field: &'static str,
        /// Why.
        code: Code,
    },
    /// No such record, or none this person may know of: the two are not told apart.
    #[error("not found")]
    NotFound,
    /// A rule of the trade says no: the code says which.
    #[error("{0}")]
    Rule(Code),
    /// Something in a case is still open, and nobody said what becomes of it.
    #[error("{} things in the case are still open", .0.len())]
    Unfinished(Vec<Unfinished>),
    /// A round with the hub failed: the code says how. Nothing was lost.
    #[error("the round with the hub failed: {0}")]
    Round(Code),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The keys.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The hub, or the way to it.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// A printed document could not be made.
    #[error(transparent)]
    Letter(#[from] LettersError),
    /// A list could not be read, or written.
    #[error(transparent)]
    List(#[from] ListError),
    /// A thread died while it held a lock.
    #[error("the program must be started again")]
    Poisoned,
}

/// The form in which an error crosses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ErrorBody {
    /// Code of the locales, `error.<code>`.
    pub code: String,
    /// What the words need.
    #[ts(type = "Record<string, unknown>")]
    pub args: BTreeMap<String, Value>,
    /// Trying again, later or with other input, can succeed.
    pub retry: bool,
}

impl CommandError {
    pub(crate) fn argument(error: serde_json::Error) -> Self {
        Self::Argument(error)
    }
    pub(crate) fn answer(error: serde_json::Error) -> Self {
        Self::Answer(error)
    }

    /// Its code.
    pub fn code(&self) -> Code {
        match self {
            CommandError::Unknown(_) => Code::UnknownCommand,
            CommandError::Locked => Code::Locked,
            CommandError::Forbidden => Code::Forbidden,
            CommandError::Argument(_) => Code::Argument,
            CommandError::Answer(_) => Code::Internal,
            CommandError::Field { code, .. }
            | CommandError::Rule(code)
            | CommandError::Round(code) => *code,
            CommandError::NotFound => Code::NotFound,
            CommandError::Unfinished(_) => Code::CaseUnfinished,
            CommandError::Store(error) => store(error),
            CommandError::Key(error) => key(error),
            CommandError::Client(error) => client(error),
            CommandError::Letter(error) => letter(error),
            CommandError::List(error) => list(error),
            CommandError::Poisoned => Code::RestartNeeded,
        }
    }

    /// As it crosses.
    pub fn body(&self) -> ErrorBody {
        let code = self.code();
        let values = match self {
            CommandError::Unknown(name) => vec![json!(brief(name))],
            CommandError::Argument(error) => vec![json!(brief(&error.to_string()))],
            CommandError::Field { field, .. } => vec![json!(field)],
            CommandError::Unfinished(open) => vec![json!(open)],
            CommandError::Key(error) => told(error),
            CommandError::Store(StoreError::NotWhole(lacking)) => vec![
                // A choice of words, hence a word itself.
                json!(lacking.database.to_string()),
                json!(lacking.attachments),
                json!(lacking.keys.to_string()),
            ],
            CommandError::Letter(error) => told_by_letter(error),
            CommandError::List(error) => told_by_list(error),
            CommandError::Rule(Code::AttachmentSize) => vec![json!(LARGEST >> 20)],
            CommandError::Rule(Code::ExportTooMany) => vec![json!(crate::export::MOST)],
            _ => vec![],
        };
        ErrorBody {
            code: code.text().to_owned(),
            args: code.with(values),
            retry: self.may_pass(),
        }
    }

    /// Whether trying again, later or with other input, can succeed.
    fn may_pass(&self) -> bool {
        match self {
            CommandError::Locked | CommandError::Field { .. } | CommandError::Round(_) => true,
            CommandError::Store(error) => matches!(
                error,
                StoreError::InUse | StoreError::DiskFull | StoreError::Disk(_) | StoreError::Io(_)
            ),
            CommandError::Key(error) => matches!(
                error,
                KeyError::WrongPassphrase { .. }
                    | KeyError::TooSoon { .. }
                    | KeyError::PassphraseTooShort { .. }
                    | KeyError::PassphraseTooLong { .. }
                    | KeyError::RecoveryCodeMalformed
                    | KeyError::WrongRecoveryCode
                    | KeyError::RekeyPending
                    | KeyError::StaleKey
                    | KeyError::NotEnoughMemory { .. }
                    | KeyError::Io(_)
            ),
            CommandError::Client(error) => !error.is_permanent(),
            _ => false,
        }
    }
}

/// What somebody else wrote is named, not carried along: a text refused for its length must not come back whole.
fn brief(text: &str) -> String {
    const LONGEST: usize = 200;
    text.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect()
}

fn store(error: &StoreError) -> Code {
    match error {
        StoreError::InUse => Code::ProfileInUse,
        StoreError::Missing => Code::ProfileMissing,
        StoreError::AlreadyExists => Code::ProfileExists,
        StoreError::WrongKey => Code::DatabaseWrongKey,
        StoreError::Damaged => Code::DatabaseDamaged,
        StoreError::NotWhole(_) => Code::ProfileNotWhole,
        StoreError::BackupPlace => Code::BackupPlace,
        StoreError::NewerSchema { .. } => Code::DatabaseNewer,
        StoreError::DiskFull => Code::DiskFull,
        StoreError::Io(error) => disk(error, Code::DiskError),
        StoreError::Disk(_) => Code::DiskError,
        StoreError::Memory(_) => Code::NotEnoughMemory,
        StoreError::NotFound { .. } => Code::RecordNotFound,
        StoreError::AlreadyThere { .. } => Code::RecordExists,
        StoreError::UnknownField { .. } => Code::FieldUnknown,
        StoreError::BadValue { .. } => Code::FieldBadValue,
        StoreError::WrittenOnce { .. } => Code::FieldWrittenOnce,
        StoreError::TooLarge => Code::TransactionTooLarge,
        StoreError::NotRejected => Code::TransactionNotRejected,
        StoreError::AttachmentDamaged => Code::AttachmentDamaged,
        StoreError::OtherHub => Code::HubOther,
        StoreError::Incoherent => Code::HubIncoherent,
        StoreError::Sqlite(_)
        | StoreError::Migration(_)
        | StoreError::Json(_)
        | StoreError::Change(_)
        | StoreError::GivenUp
        | StoreError::NotARead
        | StoreError::Pruned { .. }
        | StoreError::NothingStaged => Code::DatabaseError,
    }
}

fn key(error: &KeyError) -> Code {
    match error {
        KeyError::NoProfile => Code::NoProfile,
        KeyError::AlreadyExists => Code::ProfileExists,
        KeyError::NoSuchUser => Code::NoSuchUser,
        KeyError::UserExists => Code::UserExists,
        KeyError::LastUser => Code::LastUser,
        KeyError::WrongPassphrase { .. } => Code::WrongPassphrase,
        KeyError::TooSoon { .. } => Code::TooSoon,
        KeyError::PassphraseTooShort { .. } => Code::WeakPassphrase,
        KeyError::PassphraseTooLong { .. } => Code::PassphraseTooLong,
        KeyError::RecoveryCodeMalformed => Code::RecoveryCodeMalformed,
        KeyError::WrongRecoveryCode => Code::WrongRecoveryCode,
        KeyError::RekeyPending | KeyError::StaleKey => Code::RekeyPending,
        KeyError::Damaged => Code::KeysDamaged,
        KeyError::NewerFormat { .. } => Code::NewerVersion,
        KeyError::NotEnoughMemory { .. } => Code::NotEnoughMemory,
        KeyError::Io(error) => disk(error, Code::Disk),
    }
}

/// The values of a [`key`] code, in the order it declares them.
fn told(error: &KeyError) -> Vec<Value> {
    match error {
        KeyError::WrongPassphrase {
            retry_after_seconds,
            attempts,
        } => vec![json!(retry_after_seconds), json!(attempts)],
        KeyError::TooSoon {
            retry_after_seconds,
        } => vec![json!(retry_after_seconds)],
        KeyError::PassphraseTooShort { minimum } => vec![json!(minimum)],
        KeyError::PassphraseTooLong { maximum } => vec![json!(maximum)],
        _ => vec![],
    }
}

fn letter(error: &LettersError) -> Code {
    match error {
        LettersError::Missing { .. } => Code::LetterMissing,
        LettersError::TooLong { .. } => Code::LetterTooLong,
        LettersError::BadDate { .. } | LettersError::BadCode { .. } => Code::LetterUnreadable,
        LettersError::Typesetter(_) => Code::LetterFailed,
    }
}

fn list(error: &ListError) -> Code {
    match error {
        ListError::TooLarge { .. } => Code::ImportSize,
        ListError::TooManyRows { .. } => Code::ImportRows,
        ListError::TooWide { .. } => Code::ImportColumns,
        ListError::NotAList => Code::ImportType,
        ListError::OldWorkbook => Code::ImportOldFormat,
        ListError::Protected => Code::ImportProtected,
        ListError::Damaged => Code::ImportDamaged,
        ListError::Bomb => Code::ImportBomb,
        ListError::Empty => Code::ImportEmpty,
        ListError::NoSuchSheet => Code::ImportNoSheet,
        ListError::Unwritable => Code::SheetFailed,
    }
}

/// The values of a [`list`] code, in the order it declares them.
fn told_by_list(error: &ListError) -> Vec<Value> {
    match error {
        ListError::TooLarge { megabytes } => vec![json!(megabytes)],
        ListError::TooManyRows { limit } | ListError::TooWide { limit } => vec![json!(limit)],
        _ => vec![],
    }
}

/// The values of a [`letter`] code, in the order it declares them.
fn told_by_letter(error: &LettersError) -> Vec<Value> {
    match error {
        LettersError::Missing { field }
        | LettersError::BadDate { field }
        | LettersError::BadCode { field } => vec![json!(field)],
        LettersError::TooLong { field, limit } => vec![json!(field), json!(limit)],
        LettersError::Typesetter(_) => vec![],
    }
}

/// The code of a conversation that failed. A hub's own word is only repeated when it is one of ours.
pub(crate) fn client(error: &ClientError) -> Code {
    match error {
        ClientError::Unreachable(_) => Code::HubUnreachable,
        ClientError::NotAHub => Code::HubNotAHub,
        ClientError::Refused { code, .. } => Code::read(code)
            .filter(|code| code.text().starts_with("hub_"))
            .unwrap_or(Code::HubRefused),
        ClientError::TooLarge => Code::HubTooLarge,
        ClientError::InsecureUrl => Code::HubInsecureUrl,
        ClientError::BadUrl => Code::HubBadUrl,
        ClientError::Cancelled => Code::SyncStopped,
        ClientError::Unusable(_) => Code::NetworkUnusable,
    }
}

fn disk(error: &io::Error, otherwise: Code) -> Code {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Code::DiskFull,
        _ => otherwise,
    }
}
