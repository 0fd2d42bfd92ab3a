//! The clock, as shown.

use chrono::{NaiveDate, NaiveTime};
use jisr_domain::clock::ClockDoubt;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `clock.status`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ClockStatus {
    /// The civil day it gives.
    pub today: NaiveDate,
    /// The hour it gives.
    pub time: NaiveTime,
    /// Why it is not believed; nothing when it is.
    pub doubt: Option<ClockDoubt>,
    /// The last day known to be right.
    pub last_known: Option<NaiveDate>,
    /// The hour of that day.
    pub last_known_time: Option<NaiveTime>,
    /// By how many minutes it is ahead of the hub's, when they last met; below nothing when it is behind.
    pub off_minutes: Option<i64>,
    /// Such a moment can be right: somebody may say so.
    pub may_be_right: bool,
    /// Whoever is at work goes on with it although it is not believed.
    pub passed: bool,
}

/// `clock.accept`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct AcceptClockArgs {
    /// The clock is right. Otherwise it is wrong, and the work goes on with it for now.
    pub right: bool,
}
