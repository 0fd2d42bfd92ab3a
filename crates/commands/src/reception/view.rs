//! Receptions, as opened and listed.

use chrono::NaiveDate;
use jisr_domain::id::ReceptionId;
use jisr_domain::reception::Reception;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{PersonCard, RecordView, StaffCard};

/// `reception.open`: time and daily number are given here.
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct OpenReceptionArgs {
    /// What is known already; `day`, `number`, `opened_at`, `received_by` are set by the program.
    pub reception: Reception,
}

/// `reception.open`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ReceptionOpened {
    /// Which.
    pub reception: ReceptionId,
    /// Its number of the day.
    pub number: u32,
    /// For the edits that follow.
    pub seen: String,
}

/// `reception.list`
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct ReceptionsArgs {
    /// Which day; today when absent.
    pub day: Option<NaiveDate>,
}

/// A passage at the desk.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ReceptionView {
    /// The passage. `reason` is left out for those who may not read case content.
    pub reception: RecordView<Reception>,
    /// Who was received.
    pub person: Option<PersonCard>,
    /// Who received.
    pub staff: StaffCard,
}

/// `reception.receipt`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ReceiptArgs {
    /// Which passage.
    pub reception: ReceptionId,
}
