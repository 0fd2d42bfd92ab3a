//! What is still open in a case, and what becomes of it when the case is closed: the shapes.

use chrono::NaiveDate;
use jisr_domain::id::ProtocolInstanceId;
use jisr_domain::protocol::Label;
use jisr_domain::referral::ReferralStatus;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::Spelt;

/// What becomes of something still open in a case that is closed.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct Becomes {
    /// What kind of thing.
    pub kind: OpenKind,
    /// Which.
    pub id: String,
    /// As handed out with it: of one changed since, nothing was said.
    #[serde(default)]
    pub seen: String,
    /// What becomes of it.
    pub fate: Fate,
    /// Why: asked for where it is left as it is, except of one's own drafts.
    #[serde(default)]
    pub why: Option<String>,
}

/// What may be open in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OpenKind {
    /// A visit to make.
    Visit,
    /// An appointment to come, or of which nobody said what became.
    Appointment,
    /// A referral that gave no service.
    Referral,
    /// A step of the protocol in course.
    Step,
    /// Something begun by the one at work and not finished.
    Draft,
}

/// What becomes of something that was open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It will not take place.
    Cancelled,
    /// It took place.
    Held,
    /// The person did not come.
    Missed,
    /// Nothing is awaited of it any more.
    Closed,
    /// The person does not wish it.
    Declined,
    /// It cannot be done.
    NotPossible,
    /// It is thrown away.
    Discarded,
    /// It stays as it is, in sight of whoever is to do it.
    Left,
}

impl Fate {
    /// As it crosses, and in the locales under `fate.<code>`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Fate::Cancelled => "cancelled",
            Fate::Held => "held",
            Fate::Missed => "missed",
            Fate::Closed => "closed",
            Fate::Declined => "declined",
            Fate::NotPossible => "not_possible",
            Fate::Discarded => "discarded",
            Fate::Left => "left",
        }
    }
}

/// `case.unfinished`: something still open in a case.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Unfinished {
    /// What kind of thing.
    pub kind: OpenKind,
    /// Which: a record, a step of the protocol, a draft.
    pub id: String,
    /// Words of a protocol step.
    pub title: Option<Label>,
    /// What a person wrote: what it is for.
    pub detail: Option<String>,
    /// The partner of a referral.
    pub with: Option<Spelt>,
    /// Day it is for, or since which it waits.
    pub day: Option<NaiveDate>,
    /// Where a referral stands.
    pub referral: Option<ReferralStatus>,
    /// What a draft will become.
    pub form: Option<String>,
    /// Opaque: what was shown of it. What is said of it hands it back.
    pub seen: String,
    /// What may become of it; nothing does by itself.
    pub fates: Vec<Fate>,
    /// The protocol a step is of.
    #[serde(skip)]
    pub(crate) instance: Option<ProtocolInstanceId>,
}
