//! Civil days. Morocco keeps UTC+1, and UTC in Ramadan: the zone's rules come from the tz database.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

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
