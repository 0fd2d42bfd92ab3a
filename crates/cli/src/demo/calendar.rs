//! Days and hours at which a center works.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};

/// The moment the demonstration is made: every date is relative to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendar {
    /// The moment, UTC.
    pub(super) now: DateTime<Utc>,
    /// The civil day.
    pub(super) today: NaiveDate,
}

impl Calendar {
    /// `days` before today, or the last working day before that.
    pub(super) fn ago(&self, days: u32) -> NaiveDate {
        if days == 0 {
            return self.today;
        }
        let day = before(self.today, days);
        match day.weekday() {
            Weekday::Sat => before(day, 1),
            Weekday::Sun => before(day, 2),
            _ => day,
        }
    }

    /// `days` after today, or the next working day after that.
    pub(super) fn ahead(&self, days: u32) -> NaiveDate {
        let day = after(self.today, days);
        match day.weekday() {
            Weekday::Sat => after(day, 2),
            Weekday::Sun => after(day, 1),
            _ => day,
        }
    }

    /// `minutes` after the center opened on `day` (8:30, UTC+1), never later than now.
    pub(super) fn at(&self, day: NaiveDate, minutes: u32) -> DateTime<Utc> {
        let opening = day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::minutes(7 * 60 + 30);
        (opening + TimeDelta::minutes(i64::from(minutes))).min(self.now)
    }

    /// Days from `day` to today; 0 when it is still to come.
    pub(super) fn since(&self, day: NaiveDate) -> u32 {
        u32::try_from((self.today - day).num_days()).unwrap_or(0)
    }
}

/// `days` before `day`.
pub(super) fn before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
}

/// `days` after `day`.
pub(super) fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(day)
}
