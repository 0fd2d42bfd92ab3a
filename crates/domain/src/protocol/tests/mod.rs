#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod alarm;
mod any_order;
mod check;
mod follow;
mod library;

use chrono::{NaiveDate, TimeZone, Utc};
use serde_json::{Value, json};

use super::*;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
}

fn violence() -> &'static ProtocolDefinition {
    find("woman_victim_of_violence", 1).unwrap()
}

fn nothing_known() -> Value {
    json!({})
}

/// An event recorded at noon of its day by Amina.
fn event(id: &str, step: &str, kind: StepEventType, on: u32) -> StepEvent {
    StepEvent {
        id: id.to_owned(),
        step: step.to_owned(),
        event: kind,
        at: Utc.with_ymd_and_hms(2026, 11, on, 12, 0, 0).unwrap(),
        day: day(on),
        by: "amina".to_owned(),
        outcome: None,
        note: None,
        until: None,
        corrects: None,
    }
}

fn done(id: &str, step: &str, outcome: &str, on: u32) -> StepEvent {
    StepEvent {
        outcome: Some(outcome.to_owned()),
        ..event(id, step, StepEventType::Done, on)
    }
}

fn status(state: &InstanceState, step: &str) -> StepStatus {
    state.step(step).unwrap().status
}
