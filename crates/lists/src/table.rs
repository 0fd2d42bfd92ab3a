//! A list, read.

use crate::Cell;

/// How a list was read: told to whoever brought it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// A text with columns.
    Csv {
        /// Its encoding, as the web names it.
        encoding: &'static str,
        /// What stands between two cells.
        delimiter: char,
    },
    /// A workbook.
    Excel {
        /// Which of its sheets.
        sheet: String,
    },
}

/// A row, as many cells as there are columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number in the file, from 1: where somebody looks for it.
    pub number: u32,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A list, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The headings; a column without one is called by its letter. No two are the same.
    pub columns: Vec<String>,
    /// What stands below them; empty rows are left out.
    pub rows: Vec<Row>,
    /// How it was read.
    pub read_as: ReadAs,
    /// The sheets of the workbook that have something in them.
    pub sheets: Vec<String>,
    /// Rows above the heading: a title, a date, an emblem.
    pub above: u32,
    /// Numbers that stand for days count from 1904, as on old Macintoshes, and not from 1900.
    pub from_1904: bool,
}
