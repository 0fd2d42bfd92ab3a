//! Consents, as recorded and shown.

use chrono::NaiveDate;
use jisr_domain::consent::Consent;
use jisr_domain::id::{ConsentId, PersonId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{RecordView, StaffCard};

/// `consent.record`: `person`, at least one purpose, `given_by` and `form` are required.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct RecordConsentArgs {
    /// The consent; `given_at` and `recorded_by` are set by the program when absent.
    pub consent: Consent,
}

/// `consent.withdraw`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct WithdrawArgs {
    /// Which.
    pub consent: ConsentId,
    /// As handed out with the view.
    pub seen: String,
    /// Civil day; today when absent.
    #[serde(default)]
    pub day: Option<NaiveDate>,
}

/// `consent.form`: the recorded consent, or a blank form for a person.
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct ConsentFormArgs {
    /// Which, once recorded.
    pub consent: Option<ConsentId>,
    /// For whom, before anything is recorded.
    pub person: Option<PersonId>,
}

/// A consent.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ConsentView {
    /// As held.
    pub consent: RecordView<Consent>,
    /// It holds today.
    pub in_force: bool,
    /// The viewer may take it back.
    pub may_withdraw: bool,
    /// Who recorded it.
    pub staff: StaffCard,
}
