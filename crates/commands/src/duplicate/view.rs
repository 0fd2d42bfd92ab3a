//! People recorded twice, as listed and compared.

use jisr_domain::id::{PersonId, SamePersonId};
use jisr_domain::person::{Agreement, Person};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{CaseCard, Held, PersonCard, StaffCard};

/// One record of a person who has several.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct PersonRecord {
    /// As named in rows.
    pub card: PersonCard,
    /// As it was written.
    pub person: Held<Person>,
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
    /// They are shown as one person.
    pub joined: bool,
    /// What was said of them.
    pub said: Vec<Statement>,
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
