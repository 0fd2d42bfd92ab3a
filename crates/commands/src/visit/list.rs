//! Visits still to make.

use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, Days, NaiveDate};
use jisr_domain::case::{Case, CaseStatus};
use jisr_domain::due::DueWindow;
use jisr_domain::household::Household;
use jisr_domain::id::{CaseId, HouseholdId, PersonId, VisitId};
use jisr_domain::role::Role;
use jisr_domain::visit::Visit;
use jisr_store::{Reader, params};

use super::{VisitView, VisitsArgs};
use crate::case::{Names, among, may_be_reached, states, visible};
use crate::error::CommandError;
use crate::session::Session;
use crate::show;
use crate::view::{CaseCard, Due, PersonCard};

/// Visits to make up to a day, late ones included, the soonest first: one's own, or everybody's for a director
/// who asks.
///
/// # Errors
/// The database.
pub fn list(session: &Session<'_>, args: VisitsArgs) -> Result<Vec<VisitView>, CommandError> {
    let to = args.to.unwrap_or_else(|| week_end(session.today()));
    session.read(|reader| {
        let all = args.all && session.me().role == Role::Director;
        let stops = planned(reader, session, Some(to), all)?;
        let mut names = Names::default();
        stops
            .into_iter()
            .map(|stop| {
                Ok(VisitView {
                    visit: show::held_by_id::<Visit>(reader, stop.id)?,
                    staff: names.maybe(reader, stop.visit.staff)?,
                    due: stop
                        .visit
                        .planned_on
                        .map(|day| Due::on(DueWindow::on(day), session.today())),
                    person: stop.person,
                    case: stop.case,
                    household_name: stop.household_name,
                    safe: stop.safe,
                })
            })
            .collect()
    })
}

/// The last day of the week `day` is in: Sunday.
pub(crate) fn week_end(day: NaiveDate) -> NaiveDate {
    let left = 6 - u64::from(day.weekday().num_days_from_monday());
    day.checked_add_days(Days::new(left)).unwrap_or(day)
}

/// A visit to make, with what is shown of it.
pub(crate) struct Stop {
    pub(crate) id: VisitId,
    pub(crate) visit: Visit,
    pub(crate) person: PersonCard,
    pub(crate) case: Option<CaseCard>,
    pub(crate) household_name: Option<String>,
    pub(crate) safe: bool,
}

/// Visits planned up to `to`, or whenever, and not made, in open cases the one at work may know of: their own, or everybody's.
///
/// # Errors
/// The database.
pub(crate) fn planned(
    reader: &Reader<'_>,
    session: &Session<'_>,
    to: Option<NaiveDate>,
    all: bool,
) -> Result<Vec<Stop>, CommandError> {
    let visible = visible("\"case\"");
    let whose = if all { "?1 IS NOT NULL" } else { "staff = ?1" };
    let visits = reader.list::<Visit>(
        &format!("performed_on IS NULL AND planned_on <= coalesce(?2, planned_on) AND {whose} AND {visible} ORDER BY planned_on, id"),
        params![session.staff().to_string(), to.map(|day| day.to_string())],
    )?;
    let ids = |of: fn(&Visit) -> Option<uuid::Uuid>| -> Vec<uuid::Uuid> {
        visits
            .iter()
            .filter_map(|(_, visit)| of(visit))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    };
    let cases: Vec<CaseId> = ids(|visit| visit.case.map(|id| id.0))
        .into_iter()
        .map(CaseId)
        .collect();
    let closed: BTreeSet<CaseId> = states(reader, &cases)?
        .into_iter()
        .filter(|(_, state)| state.status == CaseStatus::Closed)
        .map(|(id, _)| id)
        .collect();
    let cases: HashMap<CaseId, Case> = among::<Case>(reader, "id", &cases)?.into_iter().collect();
    let people: BTreeSet<PersonId> = visits
        .iter()
        .filter_map(|(_, visit)| visit.person)
        .collect();
    let people = show::People::of(reader, session, &people)?;
    let homes: HashMap<HouseholdId, Household> =
        among::<Household>(reader, "id", &ids(|visit| visit.household.map(|id| id.0)))?
            .into_iter()
            .collect();
    Ok(visits
        .into_iter()
        .filter(|(_, visit)| visit.case.is_none_or(|case| !closed.contains(&case)))
        .map(|(id, visit)| {
            let known = visit.person.and_then(|id| people.get(id));
            let case = visit.case.map(|id| CaseCard {
                case: id,
                number: cases
                    .get(&id)
                    .and_then(|case| case.number.clone())
                    .unwrap_or_default(),
            });
            Stop {
                id,
                person: known
                    .map(|(shown, person)| show::person_card_of(shown, person, session.today()))
                    .unwrap_or_default(),
                safe: may_be_reached(known.and_then(|(_, person)| person.safe_contact)),
                household_name: visit
                    .household
                    .and_then(|id| homes.get(&id))
                    .and_then(|home| home.name.clone()),
                case,
                visit,
            }
        })
        .collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_week_ends_on_sunday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(week_end(day("2026-11-23")), day("2026-11-29"));
        assert_eq!(week_end(day("2026-11-29")), day("2026-11-29"));
    }
}
