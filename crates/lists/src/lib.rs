//! Lists that come in and go out: CSV and Excel, read with suspicion and written harmless.
//!
//! A file somebody was sent is the least trusted thing this program ever reads. So its reader stands alone: it knows
//! no person, no database and no disk; bytes come in, a [`Table`] of plain cells goes out, or a reason. What a column
//! means is for the caller.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod archive;
mod cell;
mod csv;
mod error;
mod excel;
mod head;
mod limits;
mod sheet;
mod sniff;
mod table;
mod text;

pub use cell::Cell;
pub use error::ListError;
pub use limits::{MAX_BYTES, MAX_COLUMNS, MAX_ROWS};
pub use sheet::{Column, Sheet, Value};
pub use table::{ReadAs, Row, Table};

/// What every call of this crate gives.
pub type Result<T, E = ListError> = std::result::Result<T, E>;

/// Reads a list. What it is is told by its content, never by its name. `sheet` chooses one of a workbook; the fullest
/// when none is named. `known` says whether a heading is one the caller has a meaning for: the heading row is the one
/// that has most of them.
///
/// # Errors
/// [`ListError`]: what is not a list, what is damaged, what is larger than is ever read.
pub fn read(bytes: &[u8], sheet: Option<&str>, known: &dyn Fn(&str) -> bool) -> Result<Table> {
    if bytes.len() > limits::MAX_BYTES {
        return Err(ListError::TooLarge {
            megabytes: limits::MAX_BYTES >> 20,
        });
    }
    match sniff::kind_of(bytes)? {
        sniff::Kind::Workbook => excel::read(bytes, sheet, known),
        sniff::Kind::Text => in_columns(text::decode(bytes)?, known),
    }
}

/// Reads a text that was read before, in the encoding named as [`ReadAs::Csv`] names it.
///
/// # Errors
/// [`ListError`], as of [`read`].
pub fn read_in(bytes: &[u8], encoding: &str, known: &dyn Fn(&str) -> bool) -> Result<Table> {
    in_columns(text::decode_in(bytes, encoding)?, known)
}

/// The encodings a text can be read in besides the one named, the next to try first.
#[must_use]
pub fn other_encodings(bytes: &[u8], encoding: &str) -> Vec<&'static str> {
    text::others(bytes, encoding)
}

fn in_columns(
    (text, encoding): (String, &'static str),
    known: &dyn Fn(&str) -> bool,
) -> Result<Table> {
    let read = csv::read(&text)?;
    head::table(
        read.rows,
        ReadAs::Csv {
            encoding,
            delimiter: read.delimiter,
        },
        Vec::new(),
        known,
    )
}
