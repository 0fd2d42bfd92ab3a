//! Attachments, as added and shown. What opens their bytes is in no view.

use chrono::NaiveDate;
use jisr_domain::attachment::{AttachmentPurpose, MediaType};
use jisr_domain::id::{AttachmentId, CaseId, PersonId, StepDocumentId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{Conflict, StaffCard};

/// `attachment.add`: `person` or `case` is required.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct AddAttachmentArgs {
    /// Of whom; the person of the case when absent.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// In which case; absent: with the person.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// The paper of a step it is the copy of; needs `case`.
    #[serde(default)]
    pub document: Option<StepDocumentId>,
    /// What it is kept for.
    pub purpose: AttachmentPurpose,
    /// What it is called.
    #[serde(default)]
    pub name: Option<String>,
    /// Its bytes, base64: a PDF of 10 MiB at most, or a JPEG, PNG or WebP image, kept upright and without what its camera
    /// wrote into it.
    pub content: String,
}

/// `attachment.get`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct AttachmentArgs {
    /// Which.
    pub attachment: AttachmentId,
}

/// `attachment.withdraw`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct WithdrawAttachmentArgs {
    /// Which.
    pub attachment: AttachmentId,
    /// As handed out with the view.
    pub seen: String,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Where the bytes of an attachment are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentPlace {
    /// On this device only.
    OnlyHere,
    /// On this device and at the hub.
    AtHub,
    /// At the hub, not on this device yet.
    NotHere,
    /// Whoever added it has not sent it yet.
    Awaited,
}

/// An attachment, in a list.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct AttachmentView {
    /// Which.
    pub id: AttachmentId,
    /// In which case; none: with the person.
    pub case: Option<CaseId>,
    /// The paper of a step it is the copy of.
    pub document: Option<StepDocumentId>,
    /// What it is kept for.
    pub purpose: Option<AttachmentPurpose>,
    /// What it is called.
    pub name: Option<String>,
    /// What its bytes are.
    pub media_type: Option<MediaType>,
    /// How many bytes.
    pub size: Option<u32>,
    /// Civil day on which it was added.
    pub day: Option<NaiveDate>,
    /// By whom.
    pub staff: StaffCard,
    /// Where its bytes are.
    pub place: AttachmentPlace,
    /// Day on which it was taken back as a mistake.
    pub withdrawn_on: Option<NaiveDate>,
    /// Why.
    pub withdrawn_reason: Option<String>,
    /// The viewer may take it back.
    pub may_withdraw: bool,
    /// For taking it back.
    pub seen: String,
    /// Fields with more than one value.
    pub conflicts: Vec<Conflict>,
}
