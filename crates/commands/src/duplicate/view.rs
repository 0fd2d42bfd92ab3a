//! People recorded twice, as listed and compared.

use jisr_domain::id::{PersonId, SamePersonId};
use jisr_domain::name::Verdict;
use jisr_domain::person::matching::{MAYBE, Reason, SAME};
use jisr_domain::person::{Agreement, Person};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{CaseCard, PersonCard, RecordView, StaffCard};

/// One record of a person who has several.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct PersonRecord {
    /// As named in rows.
    pub card: PersonCard,
    /// As it was written.
    pub person: RecordView<Person>,
}

/// Somebody said that two records are one person, or that they are not.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Statement {
    /// The edge, to undo it by.
    pub edge: SamePersonId,
    /// One record.
    pub left: PersonCard,
    /// The other.
    pub right: PersonCard,
    /// What was said.
    pub same: bool,
    /// It joins nothing, because somebody else said the opposite.
    pub contradicted: bool,
    /// Who said it.
    pub staff: StaffCard,
    /// When, milliseconds UTC, as a decimal string.
    pub at_ms: String,
}

/// `duplicate.list`
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct DuplicateListArgs {
    /// Pairs to pass over.
    pub offset: u32,
    /// At most so many; 50 when 0.
    pub limit: u32,
}

/// `duplicate.list`: pairs that wait for somebody.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct DuplicateList {
    /// This page: contradictions first, then the likeliest; those somebody was not sure of last.
    pub pairs: Vec<DuplicatePair>,
    /// How many there are.
    pub total: u32,
    /// People not yet compared with the others.
    pub left: u32,
    /// People in the register.
    pub people: u32,
}

/// Two people of the register who are probably one.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct DuplicatePair {
    /// One.
    pub left: PersonCard,
    /// The other.
    pub right: PersonCard,
    /// The record of the first that was compared.
    pub left_record: PersonId,
    /// The record of the other.
    pub right_record: PersonId,
    /// Their cases the viewer may know of.
    pub left_cases: Vec<CaseCard>,
    /// Theirs.
    pub right_cases: Vec<CaseCard>,
    /// What the evidence comes to; absent when only what was said contradicts itself.
    pub likeness: Option<LikenessView>,
    /// Somebody here looked, and was not sure.
    pub unsure: Option<Unsure>,
    /// What was said of them, when it contradicts itself.
    pub statements: Vec<Statement>,
}

/// What the evidence comes to.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct LikenessView {
    /// The chance that they are one person, 0 to 1.
    pub score: f32,
    /// `same` or `maybe`; `different` where somebody compares people who do not look alike.
    pub verdict: Verdict,
    /// Why, weightiest first.
    pub reasons: Vec<Reason>,
}

impl LikenessView {
    pub(super) fn new(score: f32, reasons: Vec<Reason>) -> Self {
        Self {
            score,
            verdict: if score >= SAME {
                Verdict::Same
            } else if score >= MAYBE {
                Verdict::Maybe
            } else {
                Verdict::Different
            },
            reasons,
        }
    }
}

/// Somebody looked, and was not sure.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Unsure {
    /// Who.
    pub staff: StaffCard,
    /// When, milliseconds UTC, as a decimal string.
    pub at_ms: String,
}

/// Two records.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct PairArgs {
    /// One.
    pub left: PersonId,
    /// The other.
    pub right: PersonId,
}

/// `duplicate.same`, `duplicate.different`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct StateArgs {
    /// One.
    pub left: PersonId,
    /// The other.
    pub right: PersonId,
    /// The statements on screen that say the opposite: they are undone with it.
    #[serde(default)]
    pub undoes: Vec<SamePersonId>,
}

/// `duplicate.undo`
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct UndoArgs {
    /// The statements to undo.
    pub edges: Vec<SamePersonId>,
}

/// `duplicate.compare`: two people side by side.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Comparison {
    /// One.
    pub left: Side,
    /// The other.
    pub right: Side,
    /// Who they are and how to reach them, in the order of a form; fields neither has are left out.
    pub fields: Vec<ComparedField>,
    /// What the evidence comes to.
    pub likeness: LikenessView,
    /// They are shown as one person.
    pub joined: bool,
    /// What was said of them.
    pub statements: Vec<Statement>,
    /// Somebody here looked, and was not sure.
    pub unsure: Option<Unsure>,
}

/// One of two people compared.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Side {
    /// Who.
    pub person: PersonCard,
    /// How many records they have.
    pub records: u32,
    /// Names of their province, in Arabic and French.
    pub province_names: Option<(String, String)>,
    /// Their cases the viewer may know of.
    pub cases: Vec<CaseCard>,
    /// Who lives with them, as far as the viewer may know.
    pub household: Vec<PersonCard>,
    /// Passages at the desk.
    pub receptions: u32,
    /// Day of the latest.
    pub last_reception: Option<chrono::NaiveDate>,
    /// When the record was made, milliseconds UTC, as a decimal string.
    pub recorded_at_ms: Option<String>,
    /// Who made it.
    pub recorded_by: StaffCard,
}

/// What two people's records say of one thing.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ComparedField {
    /// Field of the person.
    pub field: String,
    /// What one says.
    #[ts(type = "unknown")]
    pub left: serde_json::Value,
    /// What the other says.
    #[ts(type = "unknown")]
    pub right: serde_json::Value,
    /// What they come to.
    pub agreement: Agreement,
}

/// `duplicate.scan`
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct ScanArgs {
    /// At most so many people; 25 when 0.
    pub people: u32,
}

/// `duplicate.scan`: how far the comparing has come.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Scanned {
    /// People compared in this portion.
    pub compared: u32,
    /// People still to compare.
    pub left: u32,
    /// People in the register.
    pub people: u32,
}
