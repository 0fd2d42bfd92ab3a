//! Civil days. Morocco keeps UTC+1, and UTC in Ramadan: the zone's rules come from the tz database.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Utc};

/// The civil day in Morocco at `ms` milliseconds since 1970, UTC.
pub fn civil_day(ms: u64) -> NaiveDate {
    civil_time(moment(ms)).date()
}

/// The day and the hour a clock on a wall in Morocco shows at that moment.
pub fn civil_time(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&chrono_tz::Africa::Casablanca)
        .naive_local()
}

/// `ms` milliseconds since 1970 as a moment; the epoch itself when out of range.
pub fn moment(ms: u64) -> DateTime<Utc> {
    i64::try_from(ms)
        .ok()
        .and_then(DateTime::from_timestamp_millis)
        .unwrap_or_default()
}

/// The last day of the week `day` is in. Weeks begin on Monday: it is Sunday, and *this week* means as much everywhere.
pub fn week_end(day: NaiveDate) -> NaiveDate {
    let left = 6 - u64::from(day.weekday().num_days_from_monday());
    day.checked_add_days(Days::new(left)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_week_ends_on_sunday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(week_end(day("2026-11-23")), day("2026-11-29"));
        assert_eq!(week_end(day("2026-11-29")), day("2026-11-29"));
        assert_eq!(week_end(day("2026-12-28")), day("2027-01-03"));
    }

    #[test]
    fn the_day_turns_an_hour_before_utc() {
        let ms = |text: &str| {
            u64::try_from(text.parse::<DateTime<Utc>>().unwrap().timestamp_millis()).unwrap()
        };
        assert_eq!(
            civil_day(ms("2026-11-22T22:59:59Z")).to_string(),
            "2026-11-22"
        );
        assert_eq!(
            civil_day(ms("2026-11-22T23:00:00Z")).to_string(),
            "2026-11-23"
        );
    }
}
