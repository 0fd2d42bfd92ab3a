//! What the director finds on arriving: who follows how much, what is late, what waits, what nobody follows. Walked
//! along indexes of the store, so that twenty thousand cases are never read.

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::case::CaseStatus;
use jisr_domain::id::{CaseId, ReferralEventId, StaffId};
use jisr_domain::referral::{ReferralEvent, ReferralStatus, fold};
use jisr_domain::role::Role;
use jisr_store::{Reader, params};
use serde_json::json;

use super::{Caseload, CenterToday, ReferralCounts};
use crate::case::{case_rows, code, id, moment, standing, visible, visible_cases};
use crate::error::CommandError;
use crate::session::Session;
use crate::show;
use crate::view::Empty;

/// Cases without a follower shown at once.
const SHOWN: u32 = 8;

/// The caseload of each colleague, what is late in it, the referrals of the center, the cases nobody follows.
///
/// # Errors
/// Whoever is not the director; the database.
pub fn center(session: &Session<'_>, _args: Empty) -> Result<CenterToday, CommandError> {
    if session.me().role != Role::Director {
        return Err(CommandError::Forbidden);
    }
    session.read(|reader| {
        let visible = visible_cases(reader, session)?;
        let standing = standing(reader, &visible)?;
        let open = || {
            standing
                .iter()
                .filter(|(_, state)| state.status == CaseStatus::Open)
        };
        let unfollowed: Vec<CaseId> = open()
            .filter(|(_, state)| state.assigned.is_empty())
            .map(|(case, _)| *case)
            .collect();
        let mut given: BTreeMap<StaffId, u32> = BTreeMap::new();
        for staff in open().flat_map(|(_, state)| &state.assigned) {
            *given.entry(*staff).or_default() += 1;
        }
        Ok(CenterToday {
            caseloads: caseloads(reader, session, &given)?,
            unfollowed: u32::try_from(unfollowed.len()).unwrap_or(u32::MAX),
            unfollowed_first: case_rows(reader, session, &oldest(reader, &unfollowed)?)?,
            referrals: referrals(reader, &visible)?,
        })
    })
}

/// The first of `cases` by number.
fn oldest(reader: &Reader<'_>, cases: &[CaseId]) -> Result<Vec<CaseId>, CommandError> {
    let ids: Vec<String> = cases.iter().map(ToString::to_string).collect();
    let found: Vec<Option<String>> = reader.sql(
        "SELECT c.id FROM \"case\" c WHERE c.id IN (SELECT value FROM json_each(?1)) ORDER BY c.number LIMIT ?2",
        params![json!(ids).to_string(), SHOWN],
        |row| row.get(0),
    )?;
    Ok(found.into_iter().filter_map(id).map(CaseId).collect())
}

fn caseloads(
    reader: &Reader<'_>,
    session: &Session<'_>,
    cases: &BTreeMap<StaffId, u32>,
) -> Result<Vec<Caseload>, CommandError> {
    let me = session.staff().to_string();
    let today = session.today().to_string();
    let count = |sql: &str| -> Result<BTreeMap<StaffId, u32>, CommandError> {
        let rows: Vec<(String, u32)> = reader.sql(sql, params![me, today], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows
            .into_iter()
            .filter_map(|(staff, count)| Some((staff.parse().ok()?, count)))
            .collect())
    };
    let visits = count(&format!(
        "SELECT v.staff, count(*) FROM visit v WHERE v.performed_on IS NULL AND v.planned_on < ?2 \
         AND v.staff IS NOT NULL AND {} GROUP BY v.staff",
        visible("v.\"case\"")
    ))?;
    let appointments = count(&format!(
        "SELECT p.staff, count(*) FROM appointment p WHERE p.day < ?2 \
         AND coalesce(p.status, 'planned') = 'planned' AND p.staff IS NOT NULL \
         AND (p.\"case\" IS NULL OR {}) GROUP BY p.staff",
        visible("p.\"case\"")
    ))?;
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
                staff: show::staff_card(reader, staff)?,
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

/// The referrals of `cases` that wait for somebody, by what they wait for.
fn referrals(
    reader: &Reader<'_>,
    cases: &BTreeSet<CaseId>,
) -> Result<ReferralCounts, CommandError> {
    let mut counts = ReferralCounts::default();
    reader.groups(
        "SELECT \"referral\", \"id\", \"at\", \"event\", \"day\", \"case\" FROM referral_event \
         INDEXED BY referral_event_course ORDER BY \"referral\"",
        [],
        |row| {
            let event = ReferralEvent {
                event: code(row.get(3)?),
                at: moment(row.get(2)?),
                day: row
                    .get::<_, Option<String>>(4)?
                    .and_then(|day| day.parse().ok()),
                case: id(row.get(5)?).map(CaseId),
                ..ReferralEvent::default()
            };
            let name = ReferralEventId(id(row.get(1)?).unwrap_or_default());
            Ok((id(row.get(0)?), (name, event)))
        },
        |_, course| {
            // The answer of another center does not name the case; its sending does.
            let case = course.iter().find_map(|(_, event)| event.case);
            if !case.is_some_and(|case| cases.contains(&case)) {
                return;
            }
            match fold(course).status {
                status if status.awaits_answer() => counts.awaiting += 1,
                ReferralStatus::Accepted => counts.accepted += 1,
                ReferralStatus::Refused => counts.refused += 1,
                _ => {}
            }
        },
    )?;
    Ok(counts)
}
