//! Referrals, as drafted, sent, answered and listed.

use chrono::NaiveDate;
use jisr_domain::id::{CaseId, ReferralId};
use jisr_domain::partner::Partner;
use jisr_domain::referral::{
    Referral, ReferralEventType, ReferralState, ReferralStatus, RefusalReason, SharedItem,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{CaseCard, PersonCard, RecordView, StaffCard};

/// `referral.create`: `case`, `partner` and `service_asked` are required; a consent for referrals, or an
/// override reason.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct CreateReferralArgs {
    /// The referral; `reference`, `person`, `created_on`, `created_by` are set by the program.
    pub referral: Referral,
    /// Sent at once: the letter is handed over.
    #[serde(default)]
    pub send: bool,
    /// The draft to drop.
    #[serde(default)]
    pub draft: Option<String>,
}

/// `referral.create`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ReferralCreated {
    /// Which.
    pub referral: ReferralId,
    /// Printed on the letter.
    pub reference: String,
    /// What was to be told and is not.
    pub withheld: Vec<SharedItem>,
}

/// `referral.record`: what happened to it.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct RecordReferralArgs {
    /// Which.
    pub referral: ReferralId,
    /// What.
    pub event: ReferralEventType,
    /// On which civil day; today when absent.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Why, for a refusal or a service not given: asked for.
    #[serde(default)]
    pub reason: Option<RefusalReason>,
    /// What the partner answered.
    #[serde(default)]
    pub note: Option<String>,
}

/// `referral.get`, `referral.letter`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ReferralArgs {
    /// Which.
    pub referral: ReferralId,
}

/// `referral.find`: by the reference typed from a letter.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct FindReferralArgs {
    /// `R-7K3M-9QPT`, in any case, with or without hyphens.
    pub reference: String,
}

/// `referral.list`
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct ReferralsArgs {
    /// Only these.
    pub status: Vec<ReferralStatus>,
    /// Only those of one case.
    pub case: Option<CaseId>,
    /// Closed ones too.
    pub closed: bool,
}

/// A referral, in a list.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ReferralRow {
    /// Which.
    pub referral: ReferralId,
    /// Printed on the letter.
    pub reference: String,
    /// In which case.
    pub case: CaseCard,
    /// Whom.
    pub person: PersonCard,
    /// Partner, in Arabic.
    pub partner_ar: Option<String>,
    /// Partner, in French.
    pub partner_fr: Option<String>,
    /// What is asked.
    pub service_asked: Option<String>,
    /// Where it stands.
    pub state: ReferralState,
    /// Day of drafting.
    pub created_on: Option<NaiveDate>,
    /// Days without an answer since it was sent.
    pub days_waiting: Option<i64>,
}

/// `referral.get`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ReferralView {
    /// As held.
    pub referral: RecordView<Referral>,
    /// As in lists.
    pub row: ReferralRow,
    /// The partner.
    pub partner: Option<Partner>,
    /// What happened to it, oldest first.
    pub events: Vec<ReferralEventView>,
    /// What may happen next.
    pub may: Vec<ReferralEventType>,
}

/// Something that happened to a referral.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ReferralEventView {
    /// What.
    pub event: ReferralEventType,
    /// Civil day.
    pub day: Option<NaiveDate>,
    /// Why.
    pub reason: Option<RefusalReason>,
    /// What the partner answered.
    pub note: Option<String>,
    /// Who recorded it.
    pub staff: StaffCard,
}
