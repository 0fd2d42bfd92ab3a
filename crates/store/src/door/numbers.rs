//! Numbers given out without a network.

use chrono::NaiveDate;
use jisr_domain::case::case_number;
use jisr_domain::center::{Center, center_code};
use rusqlite::params;

use super::Tx;
use crate::Result;

impl Tx<'_> {
    /// The number of a new case opened in `year`: `KEN-2026-B-00042`. Unique without a network by the device's
    /// label; a number given to a write that fails is given again.
    ///
    /// # Errors
    /// Database errors.
    pub fn next_case_number(&mut self, year: i32) -> Result<String> {
        let code = match &self.device.center_code {
            Some(code) => code.clone(),
            None => {
                let center: Center = self
                    .reader
                    .find::<Center>(self.device.center)?
                    .unwrap_or_default();
                center.code.unwrap_or_else(|| {
                    center_code(center.province.as_deref().unwrap_or_default(), 1)
                })
            }
        };
        let count = self.next(&format!("case {code} {year} {}", self.device.label))?;
        Ok(case_number(&code, year, &self.device.label, count))
    }

    /// The number of the next passage at the desk on `day`, from 1.
    ///
    /// # Errors
    /// Database errors.
    pub fn next_daily_number(&mut self, day: NaiveDate) -> Result<u32> {
        self.next(&format!("day {day}"))
    }

    fn next(&self, counter: &str) -> Result<u32> {
        let mut statement = self.conn().prepare_cached(
            "INSERT INTO counter (name, last) VALUES (?1, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last",
        )?;
        Ok(statement.query_row(params![counter], |row| row.get(0))?)
    }
}
