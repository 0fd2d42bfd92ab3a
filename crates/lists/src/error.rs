//! Why a file is not read.

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// More bytes than are ever read.
    #[error("the file is larger than {megabytes} MiB, packed or unpacked")]
    TooLarge {
        /// The limit.
        megabytes: usize,
    },
    /// More rows than are ever read at once.
    #[error("the list has more than {limit} rows")]
    TooManyRows {
        /// The limit.
        limit: usize,
    },
    /// More columns than any list has.
    #[error("the list has more than {limit} columns")]
    TooWide {
        /// The limit.
        limit: usize,
    },
    /// Neither a text with columns nor an Excel workbook, whatever its name says.
    #[error("the file is neither CSV nor an Excel workbook")]
    NotAList,
    /// A workbook of before 2007, or of another program.
    #[error("the workbook is of an old format: it must be saved as .xlsx")]
    OldWorkbook,
    /// A workbook behind a password.
    #[error("the workbook is protected by a password")]
    Protected,
    /// Cut, torn, or put together so that it cannot be read.
    #[error("the file is damaged")]
    Damaged,
    /// A few bytes that unpack to more than any list holds.
    #[error("the file unpacks to far more than it says")]
    Bomb,
    /// Nothing below a heading.
    #[error("the list is empty")]
    Empty,
    /// No sheet of this name.
    #[error("the workbook has no such sheet")]
    NoSuchSheet,
    /// A workbook could not be written.
    #[error("the workbook cannot be written")]
    Unwritable,
}
