//! Who may be to make a visit or keep an appointment: what a plan's keeper is decided by.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use jisr_domain::appointment::Appointment;
use jisr_domain::case::CaseState;
use jisr_domain::id::{AppointmentId, CaseId, PersonId, StaffId, VisitId};
use jisr_domain::visit::Visit;
use rusqlite::params;
use serde_json::json;

use super::visible::visible;
use crate::state::id_at;
use crate::{Reader, Result};

/// What is known around some plans.
#[derive(Debug, Default)]
pub struct PlanAccess {
    /// Where their cases stand, and those of their people who are hidden from some.
    pub states: HashMap<CaseId, CaseState>,
    /// The cases of those people of plans outside any case who are hidden from some.
    pub of_hidden: HashMap<PersonId, Vec<CaseId>>,
    /// Who may know of each case; none of them: everybody.
    known: HashMap<CaseId, Option<BTreeSet<StaffId>>>,
}

impl PlanAccess {
    /// Whether `staff` may know of `case`.
    pub fn may_know(&self, case: CaseId, staff: StaffId) -> bool {
        match self.known.get(&case) {
            None => false,
            Some(None) => true,
            Some(Some(known)) => known.contains(&staff),
        }
    }

    /// The first, by id, of those who may know of `case` where not everybody may, and of whom `here` holds.
    pub fn first_reader(&self, case: CaseId, here: impl Fn(StaffId) -> bool) -> Option<StaffId> {
        let known = self.known.get(&case)?.as_ref()?;
        known.iter().copied().find(|staff| here(*staff))
    }
}

/// SQL that holds for records of cases given to `?1` now or once, and for those about people a sealed case hides: what
/// they may be to keep, beside what was planned for them. Of the table the statement selects from.
const MAY_BE_KEPT: &str = "(\"case\" IN (SELECT given.case_id FROM case_staff given WHERE given.staff = ?1) \
     OR person IN (SELECT hidden.person FROM person_hidden hidden))";

fn day(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

impl Reader<'_> {
    /// Visits planned up to `to`, or whenever, and not made, in cases `viewer` may know of, by day: all of them, or those
    /// that may be theirs to make.
    ///
    /// # Errors
    /// Database errors.
    pub fn waiting_visits(
        &self,
        viewer: StaffId,
        to: Option<NaiveDate>,
        all: bool,
    ) -> Result<Vec<(VisitId, Visit)>> {
        let whose = if all {
            "?1 IS NOT NULL".to_owned()
        } else {
            format!("(staff = ?1 OR {MAY_BE_KEPT})")
        };
        let known = visible("visit.\"case\"");
        self.list::<Visit>(
            &format!("performed_on IS NULL AND planned_on <= coalesce(?2, planned_on) AND {whose} AND {known} ORDER BY planned_on, id"),
            params![viewer.to_string(), day(to)],
        )
    }

    /// Appointments still planned from a day to a day, both included: everybody's, or those that may be `keeper`'s.
    /// Whoever asks may not know of all of them.
    ///
    /// # Errors
    /// Database errors.
    pub fn planned_appointments(
        &self,
        keeper: Option<StaffId>,
        (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    ) -> Result<Vec<(AppointmentId, Appointment)>> {
        self.list::<Appointment>(
            &format!(
                "coalesce(\"status\", 'planned') = 'planned' AND \"day\" IS NOT NULL \
                 AND (?1 IS NULL OR \"staff\" = ?1 OR {MAY_BE_KEPT}) AND (?2 IS NULL OR \"day\" >= ?2) AND (?3 IS NULL OR \"day\" <= ?3)"
            ),
            params![keeper.map(|staff| staff.to_string()), day(from), day(to)],
        )
    }

    /// What decides who keeps what is planned in these cases, and about these people outside any case.
    ///
    /// # Errors
    /// Database errors.
    pub fn plan_access(
        &self,
        mut cases: BTreeSet<CaseId>,
        people: &BTreeSet<PersonId>,
    ) -> Result<PlanAccess> {
        let mut access = PlanAccess::default();
        let hidden = self.sql(
            "SELECT c.person, c.id FROM person_hidden h JOIN \"case\" c ON c.person = h.person WHERE h.person IN (SELECT value FROM json_each(?1)) ORDER BY c.id",
            [json!(people).to_string()],
            |row| Ok((PersonId(id_at(row, 0)?), CaseId(id_at(row, 1)?))),
        )?;
        for (person, case) in hidden {
            access.of_hidden.entry(person).or_default().push(case);
            cases.insert(case);
        }
        let cases = Vec::from_iter(cases);
        let known = self.sql(
            "SELECT case_id, staff FROM case_access WHERE case_id IN (SELECT value FROM json_each(?1))",
            [json!(cases).to_string()],
            |row| Ok((CaseId(id_at(row, 0)?), row.get::<_, String>(1)?)),
        )?;
        for (case, staff) in known {
            let readers = access
                .known
                .entry(case)
                .or_insert_with(|| Some(BTreeSet::new()));
            match (staff.parse().map(StaffId), readers.as_mut()) {
                (Ok(staff), Some(readers)) => {
                    readers.insert(staff);
                }
                // Not an id: everybody.
                _ => *readers = None,
            }
        }
        access.states = self.case_states(&cases)?.into_iter().collect();
        Ok(access)
    }
}
