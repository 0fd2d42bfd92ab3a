//! Shapes shared by many answers.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use chrono::NaiveDate;
use jisr_domain::due::{DueState, DueWindow};
use jisr_domain::id::{CaseId, PersonId, SituationId, StaffId};
use jisr_domain::partner::Partner;
use jisr_domain::person::Sex;
use jisr_domain::protocol::Label;
use jisr_domain::role::Role;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An empty argument or answer.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS, JsonSchema)]
pub struct Empty {}

/// A record as a view shows it, with what an edit of it must hand back.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct RecordView<R> {
    /// Its id.
    pub id: String,
    /// Its fields.
    pub record: R,
    /// Opaque: what this view showed. Every edit hands it back (sync rule 4).
    pub seen: String,
    /// Fields with more than one value.
    pub conflicts: Vec<Conflict>,
    /// It has never reached the hub.
    pub only_here: bool,
    /// Part of it waits to be sent.
    pub pending: bool,
}

/// A field with more than one value (sync rule 3).
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Conflict {
    /// Which field.
    pub field: String,
    /// Every value, newest first; the first is the one shown.
    pub values: Vec<ConflictValue>,
}

/// One of the values of a field in conflict.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct ConflictValue {
    /// The value.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
    /// Who wrote it.
    pub staff: StaffCard,
    /// When, milliseconds UTC, as a decimal string.
    pub at_ms: String,
}

/// A danger on record, to be seen at once by whoever opens the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
pub struct Danger {
    /// What says so.
    pub source: DangerSource,
    /// The target group in whose form it was answered.
    pub situation: Option<SituationId>,
    /// What was asked, or the step, in words.
    pub about: Option<Label>,
    /// What was answered, in words; nothing beside a question answered *yes*.
    pub answer: Option<Label>,
    /// Since when it is known.
    pub on: Option<NaiveDate>,
}

/// What says that there is a danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DangerSource {
    /// An answer to a form.
    Answer,
    /// How a step of the protocol ended.
    Step,
    /// They came in urgency, and nothing was done for it yet.
    Reception,
}

/// A member of staff, as shown beside what they did.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS, JsonSchema)]
pub struct StaffCard {
    /// Their id.
    pub staff: Option<StaffId>,
    /// Name in Arabic.
    pub name_ar: Option<String>,
    /// Name in Latin script.
    pub name_lat: Option<String>,
    /// For words that agree.
    pub sex: Option<Sex>,
    /// Their function.
    pub role: Option<Role>,
}

/// A person, as shown in rows.
#[derive(Clone, Debug, Default, Serialize, TS, JsonSchema)]
pub struct PersonCard {
    /// Their id.
    pub person: Option<PersonId>,
    /// Given name in Arabic.
    pub given_name_ar: Option<String>,
    /// Family name in Arabic.
    pub family_name_ar: Option<String>,
    /// Given name in Latin script.
    pub given_name_lat: Option<String>,
    /// Family name in Latin script.
    pub family_name_lat: Option<String>,
    /// What an anonymous person is called.
    pub nickname: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Birth, `YYYY` or `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// Age today.
    pub age: Option<u32>,
    /// Commune, in both languages.
    pub commune_ar: Option<String>,
    /// Commune in French.
    pub commune_fr: Option<String>,
    /// Number of their paper file.
    pub paper_file: Option<String>,
}

/// What something is called in each script, as far as it is known: which one is shown is the screen's to say.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, TS, JsonSchema)]
pub struct Spelt {
    /// In Arabic.
    pub ar: Option<String>,
    /// In Latin script.
    pub lat: Option<String>,
}

impl Spelt {
    /// What somebody typed, in whatever script: there is no other.
    pub(crate) fn as_written(text: String) -> Self {
        Self {
            ar: Some(text.clone()),
            lat: Some(text),
        }
    }

    pub(crate) fn partner(partner: &Partner) -> Self {
        Self {
            ar: partner.name_ar.clone(),
            lat: partner.name_fr.clone(),
        }
    }

    pub(crate) fn staff(card: StaffCard) -> Self {
        Self {
            ar: card.name_ar,
            lat: card.name_lat,
        }
    }

    /// The commune somebody lives in.
    pub(crate) fn commune(person: &PersonCard) -> Self {
        Self {
            ar: person.commune_ar.clone(),
            lat: person.commune_fr.clone(),
        }
    }
}

/// A case, as named in rows.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct CaseCard {
    /// Its id.
    pub case: CaseId,
    /// Its number.
    pub number: String,
}

/// When something is due, and how late it is.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct Due {
    /// The window.
    pub window: DueWindow,
    /// Where today stands in it.
    pub state: DueState,
    /// Days past its end; 0 when not late.
    pub days_late: i64,
}

impl Due {
    /// The window as `today` sees it: the one definition, in [`jisr_domain::due`].
    pub fn on(window: DueWindow, today: NaiveDate) -> Self {
        Self {
            state: jisr_domain::due::due_state(&window, today),
            days_late: jisr_domain::due::days_late(&window, today),
            window,
        }
    }
}

/// A document: printed, or a sheet.
#[derive(Clone, Debug, Serialize, Deserialize, TS, JsonSchema)]
pub struct Document {
    /// Name to save it under.
    pub file_name: String,
    /// `application/pdf`, or that of an Excel workbook.
    pub mime: String,
    /// The bytes.
    pub base64: String,
}

/// An edit of a record of one kind: the fields that change, and the `seen` of the view they were changed in.
#[derive(Clone, Debug, Serialize, Deserialize, TS, JsonSchema)]
#[serde(bound = "")]
#[ts(bound = "R: TS")]
#[schemars(rename = "Edit", bound = "")]
pub struct Edit<R> {
    /// Which record.
    pub id: String,
    /// As handed out with the view.
    pub seen: String,
    /// Field to new value; null empties it.
    #[ts(type = "Partial<R>")]
    pub patch: BTreeMap<String, serde_json::Value>,
    /// An amount far from the usual is meant.
    #[serde(default)]
    pub confirmed: Option<bool>,
    #[serde(skip)]
    #[ts(skip)]
    #[schemars(skip)]
    pub(crate) of: PhantomData<R>,
}

/// What was made, or changed.
#[derive(Clone, Debug, Serialize, Deserialize, TS, JsonSchema)]
pub struct Written {
    /// The record.
    pub id: String,
}
