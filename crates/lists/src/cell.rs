//! One cell.

use chrono::NaiveDate;

/// What stands in a cell. A formula is what it last gave: nothing is ever computed.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words, as written.
    Text(String),
    /// A number of a workbook.
    Number(f64),
    /// A day of a workbook, in whichever of its two epochs.
    Day(NaiveDate),
    /// True or false.
    Flag(bool),
}

impl Cell {
    /// Whether nothing is to be seen in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// As a person reads it: days as `YYYY-MM-DD`, whole numbers without a point.
    pub fn shown(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                format!("{number:.0}")
            }
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.format("%Y-%m-%d").to_string(),
            Cell::Flag(flag) => flag.to_string(),
        }
    }
}
