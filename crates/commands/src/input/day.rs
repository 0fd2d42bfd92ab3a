//! Days somebody can mean.

use chrono::{Datelike, NaiveDate};

use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;

/// Years a civil day may lie in: nobody received was born before, nothing is planned after.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The civil day something happened: today when not said, never one to come.
///
/// # Errors
/// [`CommandError::Field`] with `day_to_come` or `day_absurd`.
pub fn happened(session: &Session<'_>, day: Option<NaiveDate>) -> Result<NaiveDate, CommandError> {
    let day = believable("day", day.unwrap_or(session.today()))?;
    if day > session.today() {
        return Err(CommandError::Field {
            field: "day",
            code: Code::DayToCome,
        });
    }
    Ok(day)
}

/// A civil day somebody can mean.
///
/// # Errors
/// [`CommandError::Field`] with `day_absurd`.
pub fn believable(field: &'static str, day: NaiveDate) -> Result<NaiveDate, CommandError> {
    if YEARS.contains(&day.year()) {
        Ok(day)
    } else {
        Err(CommandError::Field {
            field,
            code: Code::DayAbsurd,
        })
    }
}
