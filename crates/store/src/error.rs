//! Why the store did not do what was asked.

use std::io;

use jisr_domain::record::Kind;
use rusqlite::ErrorCode;
use uuid::Uuid;

/// Why the store did not do what was asked. Unless said otherwise nothing on disk has changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process has this profile open.
    #[error("this profile is open in another window or program")]
    InUse,
    /// The folder holds no database.
    #[error("there is no database in this folder")]
    Missing,
    /// The folder holds a database already; it is never overwritten.
    #[error("this folder already holds a database")]
    AlreadyExists,
    /// The file is sound as far as can be told, but is under another key.
    #[error("this key does not open the database")]
    WrongKey,
    /// The file is torn or altered.
    #[error("the database file is damaged; restore a backup")]
    Damaged,
    /// The folder does not hold all of the profile: a copy made while the program was open, or with a file left out.
    #[error("this copy of the profile is not whole: {0:?}")]
    NotWhole(crate::Lacking),
    /// A backup is written over nothing, and not into the profile it is of.
    #[error("something is there already, or it is inside the profile")]
    BackupPlace,
    /// Written by a newer version of the program.
    #[error(
        "the database was written by a newer version (schema {found}, this program knows {known})"
    )]
    NewerSchema {
        /// Schema of the file.
        found: i64,
        /// Newest schema known here.
        known: i64,
    },
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The disk refused.
    #[error("the disk refused: {0}")]
    Io(#[from] io::Error),
    /// The disk refused SQLite: a folder one may not write in, a file taken away, a bad sector.
    #[error("the disk refused the database: {0}")]
    Disk(#[source] rusqlite::Error),
    /// SQLite says that there is no memory: SQLCipher says the same of a page it cannot decipher where something is to
    /// be written. [`crate::Store::is_torn`] tells which.
    #[error("not enough memory for the database, or a page of it is torn")]
    Memory(#[source] rusqlite::Error),
    /// SQLite refused.
    #[error("the database refused: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// A migration failed.
    #[error("the database could not be brought to this version")]
    Migration(#[source] Box<refinery::Error>),
    /// A stored value cannot be read.
    #[error("a stored value cannot be read: {0}")]
    Json(#[from] serde_json::Error),
    /// A logged change cannot be read or written.
    #[error(transparent)]
    Change(#[from] jisr_sync::change::Unreadable),
    /// No such record here.
    #[error("no {} {id} here", kind.code())]
    NotFound {
        /// Kind asked for.
        kind: Kind,
        /// Id asked for.
        id: Uuid,
    },
    /// A record with this id exists.
    #[error("{} {id} is here already", kind.code())]
    AlreadyThere {
        /// Kind created.
        kind: Kind,
        /// Id given.
        id: Uuid,
    },
    /// The kind declares no such field.
    #[error("{} has no field {field}", kind.code())]
    UnknownField {
        /// Kind written or read.
        kind: Kind,
        /// The field.
        field: String,
    },
    /// The value has not the shape its field declares.
    #[error("this is not a value for {}.{field}", kind.code())]
    BadValue {
        /// Kind written.
        kind: Kind,
        /// The field.
        field: String,
    },
    /// The field is written once and has its value; a correction is a new record.
    #[error("{}.{field} is written once", kind.code())]
    WrittenOnce {
        /// Kind written.
        kind: Kind,
        /// The field.
        field: &'static str,
    },
    /// Above 1,000 changes or 1 MiB in one transaction (rule 7): an import is many transactions.
    #[error("too much for one transaction")]
    TooLarge,
    /// An earlier failure inside this transaction left it unfinished; all of it is given up.
    #[error("the transaction was given up")]
    GivenUp,
    /// [`crate::Reader::sql`] only reads.
    #[error("this statement writes")]
    NotARead,
    /// Changes that old are no longer kept (rule 17).
    #[error("changes before {kept_from} are no longer kept")]
    Pruned {
        /// First change still kept.
        kept_from: u64,
    },
    /// Publishing without a staged page.
    #[error("no round is under way")]
    NothingStaged,
    /// The page names a feed that neither the request nor the page lists, or a mark this disk never wrote.
    #[error("the hub's answer does not hold together")]
    Incoherent,
    /// The bytes of an attachment are not those that were sealed, or its record cannot open them.
    #[error("the attachment is damaged")]
    AttachmentDamaged,
    /// The device belongs to another hub.
    #[error("this device belongs to another hub")]
    OtherHub,
    /// Only a transaction the hub rejected can be tried again.
    #[error("this transaction was not rejected")]
    NotRejected,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::ReadOnly) => {
                Self::Disk(error)
            }
            Some(ErrorCode::OutOfMemory) => Self::Memory(error),
            _ => Self::Sqlite(error),
        }
    }
}
