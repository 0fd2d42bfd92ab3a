//! An intake, as finished.

use jisr_domain::appointment::Appointment;
use jisr_domain::case::CaseType;
use jisr_domain::id::{CaseId, PersonId, ReferralId};
use jisr_domain::person::Person;
use jisr_domain::reception::Reception;
use jisr_domain::referral::Referral;
use jisr_domain::service::Service;
use jisr_domain::situation::Situation;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::Edit;

/// `intake.finish`: everything a passage at the desk led to. Whatever names a person or a case here is theirs: it need not
/// say so.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct FinishIntakeArgs {
    /// What was learnt of the passage, over what its opening, or the draft, showed of it.
    pub reception: Edit<Reception>,
    /// Whom it is about, when they are in the register; otherwise `register` says who they are.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Who is registered with it.
    #[serde(default)]
    pub register: Option<Person>,
    /// The case it opens.
    #[serde(default)]
    pub opens: Option<IntakeCase>,
    /// The open case it is followed in instead.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// What they told.
    #[serde(default)]
    pub note: Option<String>,
    /// The target group they belong to, with its answers. What is confidential restricts the case it opens.
    #[serde(default)]
    pub situation: Option<Situation>,
    /// They agree to what a referral tells.
    #[serde(default)]
    pub agrees: bool,
    /// A referral, sent at once.
    #[serde(default)]
    pub referral: Option<Referral>,
    /// A service given at the desk.
    #[serde(default)]
    pub service: Option<Service>,
    /// A day to come back.
    #[serde(default)]
    pub appointment: Option<Appointment>,
    /// Amounts far from the usual are meant.
    #[serde(default)]
    pub confirmed: Option<bool>,
    /// The draft to drop with it.
    #[serde(default)]
    pub draft: Option<String>,
}

impl FinishIntakeArgs {
    /// Whether it writes what only those who follow cases write.
    pub(super) fn is_care(&self) -> bool {
        self.opens.is_some()
            || self.case.is_some()
            || self.note.is_some()
            || self.situation.is_some()
            || self.agrees
            || self.referral.is_some()
            || self.service.is_some()
    }
}

/// The case an intake opens.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct IntakeCase {
    /// What it is about.
    pub case_type: CaseType,
    /// The situation in plain words.
    #[serde(default)]
    pub situation: Option<String>,
    /// Protocol to start at once.
    #[serde(default)]
    pub protocol: Option<String>,
}

/// `intake.finish`
#[derive(Clone, Debug, Serialize, Deserialize, TS, JsonSchema)]
pub struct IntakeFinished {
    /// Whom it was about.
    pub person: Option<PersonId>,
    /// The case opened, or followed in.
    pub case: Option<CaseId>,
    /// The referral sent.
    pub referral: Option<ReferralId>,
    /// The appointment given.
    pub appointment: Option<String>,
}
