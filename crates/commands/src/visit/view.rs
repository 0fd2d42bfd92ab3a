//! Visits, as planned and listed.

use chrono::NaiveDate;
use jisr_domain::person::Reach;
use jisr_domain::visit::Visit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::{CaseCard, Due, PersonCard, RecordView, StaffCard};

/// `visit.plan`: `case` and `planned_on` are required. Also records one already made, when `performed_on` is set.
#[derive(Clone, Debug, Deserialize, TS, JsonSchema)]
pub struct PlanVisitArgs {
    /// The visit.
    pub visit: Visit,
}

/// `visit.list`
#[derive(Clone, Debug, Default, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct VisitsArgs {
    /// To this day included; the end of the week when absent. Late ones are always there.
    pub to: Option<NaiveDate>,
    /// Everybody's, for a director.
    pub all: bool,
}

/// A visit.
#[derive(Clone, Debug, Serialize, TS, JsonSchema)]
pub struct VisitView {
    /// As held.
    pub visit: RecordView<Visit>,
    /// Whom.
    pub person: PersonCard,
    /// In which case.
    pub case: Option<CaseCard>,
    /// Who is to go, as the case stands now.
    pub staff: StaffCard,
    /// When.
    pub due: Option<Due>,
    /// Household, for the day's route.
    pub household_name: Option<String>,
    /// Why the person must not be visited at home; nothing where they may, and for what does not go there.
    pub not_at_home: Option<Reach>,
    /// The case was closed since.
    pub case_closed: bool,
}
