//! What the director finds on arriving: who follows how much, what is late, what waits, what nobody follows. Counted
//! by the database, so that twenty thousand cases are never read.

use std::collections::BTreeMap;

use jisr_domain::id::StaffId;
use jisr_domain::role::Role;
use jisr_store::{Reader, params};

use super::{Caseload, CenterToday, ReferralCounts};
use crate::case::{OPEN_ASSIGNED, Unfollowed, case_rows, unfollowed};
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
        let Unfollowed { cases, total } = unfollowed(reader, session, SHOWN)?;
        Ok(CenterToday {
            caseloads: caseloads(reader, session)?,
            unfollowed: total,
            unfollowed_first: case_rows(reader, session, &cases)?,
            referrals: referrals(reader, session)?,
        })
    })
}

fn caseloads(reader: &Reader<'_>, session: &Session<'_>) -> Result<Vec<Caseload>, CommandError> {
    let me = session.staff().to_string();
    let today = session.today().to_string();
    // Each says `?2` in some way: one closure asks them all.
    let count = |sql: &str| -> Result<BTreeMap<StaffId, u32>, CommandError> {
        let rows: Vec<(String, u32)> = reader.sql(sql, params![me, today], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows
            .into_iter()
            .filter_map(|(staff, count)| Some((staff.parse().ok()?, count)))
            .collect())
    };
    let cases = count(&format!(
        "SELECT staff, count(*) FROM ({OPEN_ASSIGNED}) WHERE ?2 IS NOT NULL GROUP BY staff"
    ))?;
    let visits = count(
        "SELECT v.staff, count(*) FROM visit v WHERE v.performed_on IS NULL AND v.planned_on < ?2 \
         AND v.staff IS NOT NULL AND EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = v.\"case\" \
         AND a.staff IN ('*', ?1)) GROUP BY v.staff",
    )?;
    let appointments = count(
        "SELECT p.staff, count(*) FROM appointment p WHERE p.day < ?2 \
         AND coalesce(p.status, 'planned') = 'planned' AND p.staff IS NOT NULL AND (p.\"case\" IS NULL \
         OR EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = p.\"case\" AND a.staff IN ('*', ?1))) \
         GROUP BY p.staff",
    )?;
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
                cases: of(&cases, staff),
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

/// Where each referral stands is what was last said of it.
const STANDING: &str = "SELECT last, count(*) FROM (SELECT (SELECT e.event FROM referral_event e \
     WHERE e.referral = r.id ORDER BY e.at DESC, e.id DESC LIMIT 1) AS last FROM referral r \
     WHERE EXISTS (SELECT 1 FROM case_access a WHERE a.case_id = r.\"case\" AND a.staff IN ('*', ?1))) \
     WHERE last IS NOT NULL GROUP BY last";

fn referrals(reader: &Reader<'_>, session: &Session<'_>) -> Result<ReferralCounts, CommandError> {
    let standing: BTreeMap<String, u32> = reader
        .sql(STANDING, params![session.staff().to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .into_iter()
        .collect();
    let count = |event: &str| standing.get(event).copied().unwrap_or(0);
    Ok(ReferralCounts {
        awaiting: count("sent") + count("received"),
        accepted: count("accepted"),
        refused: count("refused"),
    })
}
