//! Excel workbooks.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, Xlsx, XlsxError, open_workbook_from_rs};
use chrono::NaiveDate;

use crate::limits::{MAX_CELL, MAX_COLUMNS, MAX_ROWS, MAX_TEXT};
use crate::{Cell, ListError, ReadAs, Result, Row, Table, archive, head};

/// Sheets of one workbook that are looked at.
const MAX_SHEETS: usize = 60;
/// Rows above the heading, and some empty ones.
const SPARE_ROWS: usize = 100;

pub(crate) fn read(
    bytes: &[u8],
    wanted: Option<&str>,
    known: &dyn Fn(&str) -> bool,
) -> Result<Table> {
    archive::check(bytes)?;
    // What reads a workbook is not ours, and the workbook is not either: a defect met there is told as a damaged file.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes, wanted)));
    let found = read.unwrap_or(Err(ListError::Damaged))?;
    let read_as = ReadAs::Excel { sheet: found.name };
    let mut table = head::table(found.rows, read_as, found.names, known)?;
    table.from_1904 = found.from_1904;
    Ok(table)
}

struct Found {
    name: String,
    rows: Vec<Row>,
    names: Vec<String>,
    from_1904: bool,
}

/// The sheet wanted, or the fullest, and the names of those that hold something.
fn sheets(bytes: &[u8], wanted: Option<&str>) -> Result<Found> {
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|error: XlsxError| match error {
            XlsxError::Password => ListError::Protected,
            _ => ListError::Damaged,
        })?;
    let all = book.sheet_names();
    if let Some(wanted) = wanted
        && !all.iter().any(|name| name == wanted)
    {
        return Err(ListError::NoSuchSheet);
    }
    let mut names = Vec::new();
    let mut best: Option<(String, Vec<Row>)> = None;
    let mut refused = None;
    for name in all.into_iter().take(MAX_SHEETS) {
        let rows = match rows(&mut book, &name) {
            Ok(rows) => rows,
            // A sheet that is a drawing is no list; another may be.
            Err(error) => {
                refused = refused.or(Some(error));
                continue;
            }
        };
        if rows.is_empty() {
            continue;
        }
        names.push(name.clone());
        let better = match wanted {
            Some(wanted) => wanted == name,
            None => best
                .as_ref()
                .is_none_or(|(_, held)| rows.len() > held.len()),
        };
        if better {
            best = Some((name, rows));
        }
    }
    match (best, refused) {
        (Some((name, rows)), _) => Ok(Found {
            name,
            rows,
            names,
            from_1904: book.has_1904_epoch(),
        }),
        (None, Some(error)) => Err(error),
        (None, None) => Err(ListError::Empty),
    }
}

fn rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<Row>> {
    let mut reader = book
        .worksheet_cells_reader(sheet)
        .map_err(|_| ListError::Damaged)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut held = 0_usize;
    loop {
        let found = reader.next_cell().map_err(|_| ListError::Damaged)?;
        let Some(found) = found else { break };
        let (row, column) = found.get_position();
        let cell = cell(found.get_value())?;
        if cell.is_empty() {
            continue;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS {
            return Err(ListError::TooWide { limit: MAX_COLUMNS });
        }
        if let Cell::Text(text) = &cell {
            held += text.len();
            if held > MAX_TEXT {
                return Err(ListError::TooLarge {
                    megabytes: MAX_TEXT >> 20,
                });
            }
        }
        let number = row.saturating_add(1);
        if rows.last().is_none_or(|last| last.number != number) {
            if rows.len() > MAX_ROWS + SPARE_ROWS {
                return Err(ListError::TooManyRows { limit: MAX_ROWS });
            }
            rows.push(Row {
                number,
                cells: Vec::new(),
            });
        }
        if let Some(row) = rows.last_mut() {
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = row.cells.get_mut(column) {
                *place = cell;
            }
        }
    }
    Ok(rows)
}

fn cell(value: &DataRef<'_>) -> Result<Cell> {
    Ok(match value {
        DataRef::String(text) => words(text)?,
        DataRef::SharedString(text) => words(text)?,
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => words(text)?,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) if number.is_finite() => Cell::Number(*number),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
                .map_or(Cell::Number(moment.as_f64()), Cell::Day)
        }
        DataRef::DateTime(moment) => Cell::Number(moment.as_f64()),
        _ => Cell::Empty,
    })
}

fn words(text: &str) -> Result<Cell> {
    if text.chars().take(MAX_CELL + 1).count() > MAX_CELL {
        return Err(ListError::Damaged);
    }
    Ok(if text.trim().is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text.to_owned())
    })
}
