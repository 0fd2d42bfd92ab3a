//! The one meaning of *due*, *due soon* and *overdue*. Every screen, report and notification asks here.
//!
//! A window has three days. `start`: the first day on which the act is expected (doing it earlier is
//! welcome). `due`: the day by which it should be done. `end`: the last day before it counts as late;
//! without one, the due day is the last. All are civil days in Morocco, all inclusive.
//!
//! | today | state |
//! |---|---|
//! | after the last day | overdue |
//! | from `start` to the last day | due |
//! | before `start`, expected on a day of this week ([`week_end`]) | soon |
//! | otherwise | later |
//!
//! «This week» is the one every list and count means: it ends on Sunday.
//!
//! People read a due date as "only that day": screens show the window, and "late" begins only after it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::civil::week_end;

/// The days between which something is expected.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
pub struct DueWindow {
    /// First day on which it is expected.
    pub start: NaiveDate,
    /// Day by which it should be done.
    pub due: NaiveDate,
    /// Last day before it counts as late; the due day when absent.
    pub end: Option<NaiveDate>,
    /// Whether the days are the program's proposal («أجل مقترح») rather than a person's choice.
    pub suggested: bool,
}

impl DueWindow {
    /// A window of one day, chosen by a person: an appointment, a task with a date, a postponement.
    #[must_use]
    pub fn on(day: NaiveDate) -> Self {
        Self {
            start: day,
            due: day,
            end: None,
            suggested: false,
        }
    }

    /// Last day before it counts as late. Never before the due day, whatever the data says.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.end.map_or(self.due, |end| end.max(self.due))
    }
}

/// How pressing something is, the most pressing first in their order.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DueState {
    /// The last day has passed.
    Overdue,
    /// Today is inside the window.
    Due,
    /// Not yet expected, but before this week ends.
    Soon,
    /// After this week.
    Later,
    /// Nothing says when.
    None,
}

/// How pressing `window` is on the civil day `today`. Never [`DueState::None`].
#[must_use]
pub fn due_state(window: &DueWindow, today: NaiveDate) -> DueState {
    let expected = window.start.min(window.due);
    if today > window.last_day() {
        DueState::Overdue
    } else if today >= expected {
        DueState::Due
    } else if week_end(today) >= expected {
        DueState::Soon
    } else {
        DueState::Later
    }
}

/// [`due_state`] for what may have no window: [`DueState::None`] then.
#[must_use]
pub fn state_of(window: Option<&DueWindow>, today: NaiveDate) -> DueState {
    window.map_or(DueState::None, |window| due_state(window, today))
}

/// Whether the last day has passed. What has no window is never late.
#[must_use]
pub fn is_late(window: Option<&DueWindow>, today: NaiveDate) -> bool {
    state_of(window, today) == DueState::Overdue
}

/// The last day for which something planned on one day ([`DueWindow::on`]) is late today: for whoever asks a database
/// for what is late and cannot ask of each window.
#[must_use]
pub fn last_late_day(today: NaiveDate) -> Option<NaiveDate> {
    today.pred_opt()
}

/// Whole days since the last day; 0 while not overdue.
#[must_use]
pub fn days_late(window: &DueWindow, today: NaiveDate) -> i64 {
    (today - window.last_day()).num_days().max(0)
}

/// Whole days until the due day; 0 once it has come.
#[must_use]
pub fn days_left(window: &DueWindow, today: NaiveDate) -> i64 {
    (window.due - today).num_days().max(0)
}

#[cfg(test)]
mod tests;
