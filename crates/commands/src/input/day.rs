//! Days somebody can mean.

use chrono::NaiveDate;
use jisr_domain::record::Shape;

use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;

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
    if Shape::is_believable(day) {
        Ok(day)
    } else {
        Err(CommandError::Field {
            field,
            code: Code::DayAbsurd,
        })
    }
}
