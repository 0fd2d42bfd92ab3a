//! What the director finds on arriving: who follows how much, what is late, what nobody follows. Walked
//! along indexes of the store, so that twenty thousand cases are never read.

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::due::last_late_day;
use jisr_domain::id::{CaseId, StaffId};
use jisr_domain::role::Role;
use jisr_store::{CaseQuery, Reader};

use super::get::MOST_SHOWN;
use super::{Caseload, CenterToday, TodayArgs};
use crate::appointment::planned as planned_appointments;
use crate::case::case_rows;
use crate::error::CommandError;
use crate::session::Session;
use crate::visit::waiting as waiting_visits;

/// Cases without a follower shown when nobody said how many.
const SHOWN: u32 = 8;

/// The caseload of each colleague, what is late in it, the cases nobody follows.
///
/// # Errors
/// Whoever is not the director; the database.
pub fn center(session: &Session<'_>, args: TodayArgs) -> Result<CenterToday, CommandError> {
    if session.me().role != Role::Director {
        return Err(CommandError::Forbidden);
    }
    let shown = args.shown.unwrap_or(SHOWN).clamp(1, MOST_SHOWN);
    session.read(|reader| {
        let cases = reader.cases(&CaseQuery::open(session.staff()))?;
        let access = reader.plan_access(cases.iter().copied().collect(), &BTreeSet::new())?;
        let mut open = reader.case_states(&cases)?;
        for (case, state) in &mut open {
            // Given to somebody it is hidden from, it is followed by nobody.
            state
                .assigned
                .retain(|staff| access.may_know(*case, *staff));
        }
        let unfollowed: Vec<CaseId> = open
            .iter()
            .filter(|(_, state)| state.assigned.is_empty())
            .map(|(case, _)| *case)
            .collect();
        let mut given: BTreeMap<StaffId, u32> = BTreeMap::new();
        for staff in open.iter().flat_map(|(_, state)| &state.assigned) {
            *given.entry(*staff).or_default() += 1;
        }
        Ok(CenterToday {
            caseloads: caseloads(reader, session, &given)?,
            unfollowed: u32::try_from(unfollowed.len()).unwrap_or(u32::MAX),
            unfollowed_first: case_rows(
                reader,
                session,
                &reader.first_by_number(&unfollowed, shown)?,
            )?,
        })
    })
}

fn caseloads(
    reader: &Reader<'_>,
    session: &Session<'_>,
    cases: &BTreeMap<StaffId, u32>,
) -> Result<Vec<Caseload>, CommandError> {
    let late = last_late_day(session.today());
    let mut visits: BTreeMap<StaffId, u32> = BTreeMap::new();
    for (_, visit) in waiting_visits(reader, session, late, true)? {
        if let Some(staff) = visit.staff {
            *visits.entry(staff).or_default() += 1;
        }
    }
    let mut appointments: BTreeMap<StaffId, u32> = BTreeMap::new();
    for (_, appointment) in planned_appointments(reader, session, None, (None, late))? {
        if let Some(staff) = appointment.staff {
            *appointments.entry(staff).or_default() += 1;
        }
    }
    let mut everyone: Vec<StaffId> = Vec::new();
    for staff in cases.keys().chain(visits.keys()).chain(appointments.keys()) {
        if !everyone.contains(staff) {
            everyone.push(*staff);
        }
    }
    let of = |counts: &BTreeMap<StaffId, u32>, staff| counts.get(&staff).copied().unwrap_or(0);
    let mut caseloads = everyone
        .into_iter()
        .map(|staff| {
            Ok(Caseload {
                staff: crate::user::staff_card(reader, staff)?,
                cases: of(cases, staff),
                visits_late: of(&visits, staff),
                appointments_late: of(&appointments, staff),
            })
        })
        .collect::<Result<Vec<_>, CommandError>>()?;
    caseloads.sort_by_key(|one| {
        let late = one.visits_late + one.appointments_late;
        (std::cmp::Reverse((late, one.cases)), one.staff.staff)
    });
    Ok(caseloads)
}
