//! Texts with columns.

use csv::{ReaderBuilder, StringRecord};

use crate::limits::{MAX_CELL, MAX_COLUMNS, MAX_ROWS, MAX_TEXT};
use crate::{Cell, ListError, Result, Row};

/// Rows above a heading that are looked through for it, at most, and a few empty ones.
const SPARE_ROWS: usize = 100;
/// Rows from which the separator is guessed.
const GUESSED_FROM: usize = 60;
/// What may stand between two cells.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// The rows of a text.
pub(crate) struct Read {
    pub(crate) rows: Vec<Row>,
    pub(crate) delimiter: char,
}

pub(crate) fn read(text: &str) -> Result<Read> {
    let (text, said, before) = stated(text);
    let delimiter = said.unwrap_or_else(|| guess(text));
    let read = match rows(text, delimiter, before, true) {
        // A quotation mark that is never closed swallows the rows after it: then it is a letter like others.
        Err(Unread::Swallowed) => rows(text, delimiter, before, false),
        other => other,
    };
    match read {
        Ok(rows) => Ok(Read {
            rows,
            delimiter: char::from(delimiter),
        }),
        Err(Unread::Swallowed) => Err(ListError::Damaged),
        Err(Unread::List(error)) => Err(error),
    }
}

/// The text without `sep=;`, the line some programs put first, what that line said, and how many lines it took.
fn stated(text: &str) -> (&str, Option<u8>, u32) {
    let Some(rest) = text.strip_prefix("sep=") else {
        return (text, None, 0);
    };
    let Some((line, rest)) = rest.split_once('\n') else {
        return (text, None, 0);
    };
    match line.trim_end_matches('\r').as_bytes() {
        [one] if DELIMITERS.contains(one) => (rest, Some(*one), 1),
        _ => (text, None, 0),
    }
}

fn reader(text: &str, delimiter: u8, quoting: bool) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quoting)
        .from_reader(text.as_bytes())
}

/// The separator under which most rows have the same number of cells, more than one of them.
fn guess(text: &str) -> u8 {
    let mut best = (0, 0, b',');
    for delimiter in DELIMITERS {
        let mut widths = std::collections::BTreeMap::<usize, usize>::new();
        let mut record = StringRecord::new();
        let mut reader = reader(text, delimiter, true);
        for _ in 0..GUESSED_FROM {
            match reader.read_record(&mut record) {
                Ok(true) if record.len() > 1 => *widths.entry(record.len()).or_default() += 1,
                Ok(true) => {}
                _ => break,
            }
        }
        let most = widths
            .into_iter()
            .max_by_key(|(width, rows)| (*rows, *width));
        if let Some((width, rows)) = most
            && (rows, width) > (best.0, best.1)
        {
            best = (rows, width, delimiter);
        }
    }
    best.2
}

enum Unread {
    /// A cell of more letters than any cell has.
    Swallowed,
    List(ListError),
}

fn rows(text: &str, delimiter: u8, before: u32, quoting: bool) -> Result<Vec<Row>, Unread> {
    let mut reader = reader(text, delimiter, quoting);
    let mut record = StringRecord::new();
    let mut rows = Vec::new();
    let mut held = 0_usize;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return Err(Unread::List(ListError::Damaged)),
        }
        // Empty lines before a record are passed over with it: where it ends says where it stood.
        let within: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        let at = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let closed = text.as_bytes().get(at.wrapping_sub(1)) == Some(&b'\n');
        let line = reader
            .position()
            .line()
            .saturating_sub(within as u64 + u64::from(closed));
        if record.len() > MAX_COLUMNS
            && record
                .iter()
                .skip(MAX_COLUMNS)
                .any(|cell| !cell.trim().is_empty())
        {
            return Err(Unread::List(ListError::TooWide { limit: MAX_COLUMNS }));
        }
        let cells: Vec<Cell> = record.iter().take(MAX_COLUMNS).map(cell).collect();
        let longest = record
            .iter()
            .map(|cell| cell.chars().take(MAX_CELL + 1).count())
            .max();
        let lines = record.iter().map(|cell| cell.matches('\n').count()).max();
        if longest > Some(MAX_CELL) || (quoting && lines > Some(200)) {
            return Err(Unread::Swallowed);
        }
        if cells.iter().all(Cell::is_empty) {
            continue;
        }
        held += record.as_slice().len();
        if held > MAX_TEXT {
            return Err(Unread::List(ListError::TooLarge {
                megabytes: MAX_TEXT >> 20,
            }));
        }
        rows.push(Row {
            number: u32::try_from(line)
                .unwrap_or(u32::MAX)
                .saturating_add(before),
            cells,
        });
        if rows.len() > MAX_ROWS + SPARE_ROWS {
            return Err(Unread::List(ListError::TooManyRows { limit: MAX_ROWS }));
        }
    }
    Ok(rows)
}

fn cell(text: &str) -> Cell {
    if text.trim().is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn first(text: &str) -> (char, Vec<String>) {
        let read = read(text).ok().unwrap();
        let row = read.rows.first().unwrap();
        (read.delimiter, row.cells.iter().map(Cell::shown).collect())
    }

    #[test]
    fn the_separator_is_the_one_that_makes_columns() {
        assert_eq!(
            first("a;b,c;d\n1;2,5;3\n"),
            (';', vec!["a".into(), "b,c".into(), "d".into()])
        );
        assert_eq!(first("a\tb c\n1\t2\n").0, '\t');
        assert_eq!(first("a,b\n\"x;y\",2\n").0, ',');
        assert_eq!(first("sep=|\na|b\n"), ('|', vec!["a".into(), "b".into()]));
    }

    #[test]
    fn a_quotation_mark_never_closed_swallows_nobody() {
        let mut text = "a;b\n\"Amina;1\n".to_owned();
        for n in 0..5_000 {
            text.push_str(&format!("Fatima{n};2\n"));
        }
        assert_eq!(read(&text).ok().unwrap().rows.len(), 5_002);
    }

    #[test]
    fn rows_keep_the_number_they_have_in_the_file() {
        let rows = read("a;b\n\n\n1;2\n").ok().unwrap().rows;
        assert_eq!(
            rows.iter().map(|row| row.number).collect::<Vec<_>>(),
            [1, 4]
        );
    }
}
