//! Visits: planned, then performed.

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use crate::due::DueWindow;
use crate::id::{CaseId, HouseholdId, PersonId, StaffId};
use crate::person::Reach;
use crate::record::{Circumstances, Fault, Refused, Rules, code, happened, record, refused};

code! {
    /// What kind of visit.
    VisitKind {
        /// زيارة منزلية.
        Home = "home",
        /// At a school, hospital, court.
        Institution = "institution",
        /// On the street, by a round.
        Street = "street",
        /// At the center.
        Center = "center",
    }
}

code! {
    /// How it went.
    VisitOutcome {
        /// Met and heard.
        Met = "met",
        /// Nobody there.
        Absent = "absent",
        /// Did not wish to be visited.
        Declined = "declined",
        /// Moved away.
        Moved = "moved",
        /// Could not be reached (road, weather).
        Unreachable = "unreachable",
    }
}

record! {
    /// A visit.
    Visit: VisitId, about: person(person) in case(case), written by: follows_cases {
        /// In which case.
        case: Option<CaseId> => Once, Care;
        /// Whom.
        person: Option<PersonId> => Once, Care, by_program();
        /// Which household, for the day's route.
        household: Option<HouseholdId> => Latest, Care;
        /// What kind.
        kind: Option<VisitKind> => Latest, Care;
        /// Who goes.
        staff: Option<StaffId> => Latest, Care;
        /// Civil day it is planned for.
        planned_on: Option<NaiveDate> => Latest, Care;
        /// Where, in plain words.
        place: Option<String> => Latest, Care;
        /// What for.
        purpose: Option<String> => Narrative, Care;
        /// When it was performed, UTC; empty while planned.
        performed_at: Option<DateTime<Utc>> => Latest, Care;
        /// Civil day it was performed.
        performed_on: Option<NaiveDate> => Latest, Care;
        /// By whom.
        performed_by: Option<StaffId> => Latest, Care;
        /// How it went.
        outcome: Option<VisitOutcome> => Latest, Care;
        /// Who was present.
        present: Option<String> => Narrative, Care;
        /// What was seen and heard.
        observations: Option<String> => Narrative, Care;
        /// What comes next.
        next_step: Option<String> => Narrative, Care;
    }
}

impl Rules for Visit {
    const REQUIRED: &'static [&'static str] = &["case"];
    const TOLD_BY: &'static [&'static str] = &["planned_on", "performed_on", "purpose"];

    /// For oneself unless somebody else goes; one already made was planned for the day it was made.
    fn prepare(&mut self, at: &Circumstances) {
        self.planned_on = self.planned_on.or(self.performed_on);
        self.kind = self.kind.or(Some(VisitKind::Home));
        self.staff = self.staff.or(Some(at.staff));
        if self.performed_on.is_some() {
            self.performed_at = Some(at.now);
            self.performed_by = self.performed_by.or(Some(at.staff));
        } else {
            self.performed_at = None;
            self.performed_by = None;
            self.outcome = None;
        }
    }

    /// When it was told is not for anybody to say, and who made it is whoever tells, unless they name another.
    fn amend(&mut self, before: &Self, at: &Circumstances) {
        self.performed_at = before.performed_at;
        if self.performed_on.is_some() && self.performed_on != before.performed_on {
            self.performed_at = Some(at.now);
            if self.performed_by == before.performed_by {
                self.performed_by = Some(at.staff);
            }
        }
    }

    /// A visit made says how it went: nothing is made of what nobody said.
    fn validate(&self, before: Option<&Self>, at: &Circumstances) -> Result<(), Refused> {
        let same = before.is_some_and(|before| {
            before.performed_on == self.performed_on && before.outcome == self.outcome
        });
        if same {
            return Ok(());
        }
        // Emptied later, it is cancelled.
        if before.is_none() && self.planned_on.is_none() {
            return Err(refused("planned_on", Fault::Required));
        }
        if self.standing() == VisitStanding::Performed && self.outcome.is_none() {
            return Err(refused("outcome", Fault::Required));
        }
        happened("day", self.performed_on, at)
    }
}

/// Where a visit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VisitStanding {
    /// To be made.
    Planned,
    /// Made.
    Performed,
    /// Planned once, and no longer: no day is left to it, and it was not made.
    Cancelled,
}

impl Visit {
    /// Whether it goes to where the person lives: a visit of which nobody said where it goes is taken to.
    pub fn goes_home(&self) -> bool {
        self.kind.unwrap_or(VisitKind::Home) == VisitKind::Home
    }

    /// The day it is planned for.
    pub fn window(&self) -> Option<DueWindow> {
        self.planned_on.map(DueWindow::on)
    }

    /// Why the person, of whom `reach` is known, must not be visited by it: one still to make, at home. Elsewhere, and for
    /// what is past, there is nothing to ask.
    pub fn refused_by(&self, reach: Reach) -> Option<Reach> {
        let asks = self.standing() == VisitStanding::Planned && self.goes_home();
        Some(reach).filter(|reach| asks && !reach.allowed())
    }

    /// Where it stands. A visit told to have been made was made, whoever cancelled it without knowing.
    pub fn standing(&self) -> VisitStanding {
        match (self.performed_on, self.planned_on) {
            (Some(_), _) => VisitStanding::Performed,
            (None, Some(_)) => VisitStanding::Planned,
            (None, None) => VisitStanding::Cancelled,
        }
    }
}
