//! A list that goes out: an Excel workbook of one sheet.
//!
//! Whatever a cell holds, it is written as text that opens as text: a name somebody typed as `=HYPERLINK(…)` stays
//! the letters it is, and is marked so that it still does after the cell was edited.

use chrono::NaiveDate;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

use crate::{ListError, Result};

/// Characters of a cell: more is not opened by Excel.
const LONGEST: usize = 32_000;

/// A heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its words.
    pub title: String,
    /// Its width, in letters.
    pub width: u16,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A civil day.
    Day(NaiveDate),
    /// A whole number.
    Count(i64),
}

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// Whether it is read from right to left.
    pub right_to_left: bool,
    /// Day on which it is made: nothing in the file says more of when or by what.
    pub made_on: NaiveDate,
    /// Its headings.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// The workbook, as bytes. Nothing is written to a disk.
    ///
    /// # Errors
    /// [`ListError::Unwritable`]; [`ListError::TooManyRows`] for more rows than a sheet has.
    pub fn write(&self) -> Result<Vec<u8>> {
        if self.rows.len() > 1_000_000 {
            return Err(ListError::TooManyRows { limit: 1_000_000 });
        }
        self.build().map_err(|_| ListError::Unwritable)
    }

    fn build(&self) -> Result<Vec<u8>, XlsxError> {
        let direction = if self.right_to_left { 2 } else { 1 };
        let head = Format::new()
            .set_bold()
            .set_background_color(Color::RGB(0x00E3_EFE9))
            .set_border_bottom(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter)
            .set_reading_direction(direction)
            .set_text_wrap();
        let text = Format::new().set_reading_direction(0).set_num_format("@");
        let inert = text.clone().set_quote_prefix();
        let day = Format::new().set_num_format("dd/mm/yyyy");
        let mut book = Workbook::new();
        if let Ok(made) = excel_day(self.made_on) {
            book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        }
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(&self.name))?;
        sheet.set_right_to_left(self.right_to_left);
        sheet.set_freeze_panes(1, 0)?;
        for (place, column) in (0_u16..).zip(&self.columns) {
            sheet.set_column_width(place, f64::from(column.width.clamp(6, 60)))?;
            sheet.write_string_with_format(0, place, cut(&column.title), &head)?;
        }
        for (line, row) in (1_u32..).zip(&self.rows) {
            for (place, value) in (0_u16..).zip(row) {
                match value {
                    Value::Empty => {}
                    Value::Text(words) => {
                        let format = if may_compute(words) { &inert } else { &text };
                        sheet.write_string_with_format(line, place, cut(words), format)?;
                    }
                    Value::Day(date) => match excel_day(*date) {
                        Ok(date) => {
                            sheet.write_datetime_with_format(line, place, &date, &day)?;
                        }
                        // Excel knows no day before 1900.
                        Err(_) => {
                            sheet.write_string_with_format(line, place, date.to_string(), &text)?;
                        }
                    },
                    Value::Count(number) => {
                        #[allow(clippy::cast_precision_loss, reason = "counts are small")]
                        sheet.write_number(line, place, *number as f64)?;
                    }
                }
            }
        }
        let last_row = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        if let Some(last) = u16::try_from(self.columns.len())
            .ok()
            .and_then(|count| count.checked_sub(1))
        {
            sheet.autofilter(0, 0, last_row, last)?;
        }
        book.save_to_buffer()
    }
}

/// Whether a program that opens the cell again, from a copy as CSV, could take it for a formula.
fn may_compute(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%'])
}

fn cut(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .take(LONGEST)
        .collect()
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike;
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    let year = u16::try_from(day.year()).unwrap_or(0);
    ExcelDateTime::from_ymd(year, small(day.month()), small(day.day()))
}

/// What Excel takes for the name of a sheet.
fn sheet_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .filter(|c| {
            !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control()
        })
        .take(31)
        .collect();
    if kept.trim().is_empty() {
        "1".to_owned()
    } else {
        kept
    }
}
