//! Cases, as listed and opened.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use jisr_domain::case::{Case, CaseState, CaseStatus, CaseType, ClosureReason, Confidentiality};
use jisr_domain::id::{CaseId, ConsentId, PersonId, StaffId};
use jisr_domain::person::Reach;
use jisr_domain::protocol::Label;
use jisr_domain::visit::{Visit, VisitStanding};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Becomes, CasePerson};
use crate::appointment::AppointmentView;
use crate::attachment::AttachmentView;
use crate::consent::ConsentView;
use crate::household::HouseholdView;
use crate::referral::ReferralRow;
use crate::track::TrackView;
use crate::view::{Danger, Due, PersonCard, RecordView, Spelt, StaffCard};

/// `case.open`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct OpenCaseArgs {
    /// For whom.
    pub person: PersonId,
    /// What it is about.
    pub case_type: CaseType,
    /// The situation in plain words.
    #[serde(default)]
    pub situation: Option<String>,
    /// Stricter than the default of its type; never laxer without a director.
    #[serde(default)]
    pub confidentiality: Option<Confidentiality>,
    /// For a sealed case: who may know of it besides the one who opens it.
    #[serde(default)]
    pub named: Vec<StaffId>,
    /// Responsible one; the one who opens it when absent.
    #[serde(default)]
    pub lead: Option<StaffId>,
    /// Protocol to start at once.
    #[serde(default)]
    pub protocol: Option<String>,
    /// The reception that led to it.
    #[serde(default)]
    pub reception: Option<String>,
}

/// `case.open`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct CaseOpened {
    /// Which.
    pub case: CaseId,
    /// Its number.
    pub number: String,
}

/// `case.update`: an edit, and who a sealed case names.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct EditCaseArgs {
    /// Which case.
    pub id: String,
    /// As handed out with the view.
    pub seen: String,
    /// Field to new value; null empties it.
    #[ts(type = "Partial<Case>")]
    pub patch: BTreeMap<String, serde_json::Value>,
    /// Those to be named in it who are not. To seal it names those who follow it, and whoever seals it.
    #[serde(default)]
    pub name: Option<Vec<StaffId>>,
    /// Those named in it who are not to be.
    #[serde(default)]
    pub unname: Option<Vec<StaffId>>,
    /// Why, where a director takes the name of somebody it is given to.
    #[serde(default)]
    pub why: Option<String>,
}

/// `case.give_reader`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct GiveReaderArgs {
    /// Which case, as `attention.list` names it.
    pub case: CaseId,
    /// To whom.
    pub staff: StaffId,
}

/// `case.get` and other commands about one case.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct CaseArgs {
    /// Which.
    pub case: CaseId,
}

/// `case.list`
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct CasesArgs {
    /// Only those of one member of staff; absent: one's own, or every case for a director who asks `all`.
    pub staff: Option<StaffId>,
    /// Every case the viewer may know of.
    pub all: bool,
    /// Closed ones too.
    pub closed: bool,
    /// Words of a name, or a number.
    pub query: Option<String>,
    /// Rows to pass over.
    pub offset: u32,
    /// At most so many; 50 when 0.
    pub limit: u32,
}

/// `case.list`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Cases {
    /// This page.
    pub items: Vec<CaseRow>,
    /// How many there are.
    pub total: u32,
}

/// A case, in a list.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct CaseRow {
    /// Which.
    pub case: CaseId,
    /// Its number.
    pub number: String,
    /// What it is about.
    pub case_type: Option<CaseType>,
    /// Who may know of it.
    pub confidentiality: Confidentiality,
    /// What is confidential may be written in it.
    pub keeps_apart: bool,
    /// Whose.
    pub person: PersonCard,
    /// Whether it is followed.
    pub status: CaseStatus,
    /// Day of opening.
    pub opened_on: Option<NaiveDate>,
    /// Responsible one.
    pub lead: Option<StaffCard>,
    /// Protocol in course, in words.
    pub protocol: Option<Label>,
    /// Next step, in words.
    pub next_step: Option<Label>,
    /// When that is due.
    pub due: Option<Due>,
}

/// `case.get`: everything a case opens on.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct CaseView {
    /// The case.
    pub case: RecordView<Case>,
    /// What its events make of it.
    pub state: CaseState,
    /// Its person.
    pub person: CasePerson,
    /// Responsible one and the others.
    pub staff: Vec<StaffCard>,
    /// The dangers on record, the dominant one first; none once it is closed.
    pub dangers: Vec<Danger>,
    /// The protocol followed.
    pub track: Option<TrackView>,
    /// Household, as known in this case.
    pub household: Option<HouseholdView>,
    /// Consents of this case and of the person.
    pub consents: Vec<ConsentView>,
    /// Referrals.
    pub referrals: Vec<ReferralRow>,
    /// Scans and photos of this case, newest first.
    pub attachments: Vec<AttachmentView>,
    /// Visits, planned first.
    pub visits: Vec<CaseVisit>,
    /// Appointments still to come.
    pub appointments: Vec<AppointmentView>,
    /// The first page of the timeline, newest first.
    pub timeline: Vec<TimelineEntry>,
    /// Entries of the timeline in all.
    pub timeline_total: u32,
    /// What the viewer may do here, as the case stands.
    pub may: Vec<CaseAct>,
    /// What is confidential may be written in it.
    pub keeps_apart: bool,
    /// Whom it may be given to.
    pub assignable: Vec<StaffCard>,
    /// The consent a referral made today rests on; none: it needs a reason to go without.
    pub referral_consent: Option<ConsentId>,
    /// How confidential the viewer may make it, the least protected first; as it is, is among them.
    pub confidentialities: Vec<Confidentiality>,
    /// Those named in it; those who would be if it were sealed now, while it is not.
    pub named: Vec<Named>,
}

/// Somebody named in a sealed case.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Named {
    /// Who.
    pub staff: StaffId,
    /// Whether the viewer may take their name from it.
    pub unname: Unname,
}

/// Whether somebody may be taken from those a sealed case names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unname {
    /// Yes.
    Free,
    /// Yes, saying why: it is given to them.
    WithReason,
    /// Not by the viewer: it is given to them.
    Never,
}

/// A visit, in its case.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct CaseVisit {
    /// As held.
    pub visit: RecordView<Visit>,
    /// Where it stands.
    pub standing: VisitStanding,
    /// When it is to be made; nothing once it is made or cancelled.
    pub due: Option<Due>,
    /// Why the person must not be visited at home; nothing where they may, and for what does not go there.
    pub not_at_home: Option<Reach>,
}

/// Something done in a case, or to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseAct {
    /// Recording what happens in it.
    Edit,
    /// Giving it to colleagues, or taking it from them.
    Assign,
    /// Closing it.
    Close,
    /// Reopening it.
    Reopen,
}

/// `case.timeline`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct TimelineArgs {
    /// Which case.
    pub case: CaseId,
    /// Entries to pass over.
    pub offset: u32,
    /// At most so many.
    pub limit: u32,
}

/// `case.timeline`
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Timeline {
    /// This page, newest first.
    pub items: Vec<TimelineEntry>,
    /// How many there are.
    pub total: u32,
}

/// Something that happened in a case. The words around it are made in the interface from its codes.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct TimelineEntry {
    /// The record it comes from.
    pub id: String,
    /// Kind of that record: `note`, `service`, `visit`, `step_event`, `case_event`, `referral_event`,
    /// `consent`, `appointment`.
    pub kind: String,
    /// What happened, as the record's code: `opened`, `done`, `sent`, `in_kind`, `listening` …
    pub code: String,
    /// Words of a protocol step or outcome.
    pub label: Option<Label>,
    /// Outcome of a protocol step, in words.
    pub outcome: Option<Label>,
    /// What a person wrote.
    pub text: Option<String>,
    /// Something countable: item, amount in centimes, minutes; a place, a reason.
    pub detail: Option<String>,
    /// Who it was done with: the partner of a referral, the colleague a case was given to.
    pub with: Option<Spelt>,
    /// Civil day.
    pub day: Option<NaiveDate>,
    /// Moment, milliseconds UTC, as a decimal string.
    pub at_ms: Option<String>,
    /// Who.
    pub staff: StaffCard,
    /// A later entry corrects this one.
    pub corrected: bool,
    /// It waits to be sent.
    pub pending: bool,
}

/// `case.assign`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct AssignArgs {
    /// Which case.
    pub case: CaseId,
    /// To whom.
    pub staff: StaffId,
    /// As the responsible one.
    #[serde(default)]
    pub lead: bool,
    /// A word to them.
    #[serde(default)]
    pub note: Option<String>,
}

/// `case.unassign`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct UnassignArgs {
    /// Which case.
    pub case: CaseId,
    /// From whom.
    pub staff: StaffId,
}

/// `case.close`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct CloseArgs {
    /// Which case.
    pub case: CaseId,
    /// How it ended.
    pub reason: ClosureReason,
    /// A word on it.
    #[serde(default)]
    pub note: Option<String>,
    /// What becomes of each thing that is still open.
    #[serde(default)]
    pub becomes: Vec<Becomes>,
}

/// `case.reopen`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct ReopenArgs {
    /// Which case.
    pub case: CaseId,
    /// Why: asked for.
    pub note: String,
}
