//! Visits still to make.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use jisr_domain::case::{Case, CaseStatus};
use jisr_domain::civil::week_end;
use jisr_domain::household::Household;
use jisr_domain::id::{CaseId, HouseholdId, PersonId, VisitId};
use jisr_domain::person::Reach;
use jisr_domain::record::Kind;
use jisr_domain::visit::Visit;
use jisr_store::Reader;

use super::{VisitView, VisitsArgs};
use crate::case::{Keepers, Names};
use crate::error::CommandError;
use crate::session::Session;
use crate::view::{CaseCard, Due, PersonCard};

/// Visits to make up to a day, late ones included, the soonest first: one's own, or everybody's for a director
/// who asks.
///
/// # Errors
/// The database.
pub fn list(session: &Session<'_>, args: VisitsArgs) -> Result<Vec<VisitView>, CommandError> {
    let to = args.to.unwrap_or_else(|| week_end(session.today()));
    session.read(|reader| {
        let all = args.all && session.me().role.oversees_cases();
        let stops = planned(reader, session, Some(to), all)?;
        let mut names = Names::default();
        stops
            .into_iter()
            .map(|stop| {
                Ok(VisitView {
                    visit: crate::record::record_view_by_id::<Visit>(reader, stop.id)?,
                    staff: names.maybe(reader, stop.visit.staff)?,
                    due: stop
                        .visit
                        .window()
                        .map(|window| Due::on(window, session.today())),
                    person: stop.person,
                    case: stop.case,
                    household_name: stop.household_name,
                    not_at_home: stop.visit.refused_by(stop.reach),
                    case_closed: stop.case_closed,
                })
            })
            .collect()
    })
}

/// A visit to make, with what is shown of it.
pub(crate) struct PlannedVisit {
    pub(crate) id: VisitId,
    pub(crate) visit: Visit,
    pub(crate) person: PersonCard,
    pub(crate) case: Option<CaseCard>,
    pub(crate) household_name: Option<String>,
    pub(crate) reach: Reach,
    pub(crate) case_closed: bool,
}

/// Visits planned up to `to`, or whenever, and not made, in cases the one at work may know of: theirs to make now, or
/// everybody's. `staff` is who is to make each as its case stands now. One in a closed case is among them: it was left at
/// the closing, or planned by somebody who did not know of it.
///
/// # Errors
/// The database.
pub(crate) fn waiting(
    reader: &Reader<'_>,
    session: &Session<'_>,
    to: Option<NaiveDate>,
    all: bool,
) -> Result<Vec<(VisitId, Visit)>, CommandError> {
    let mut visits = reader.waiting_visits(session.staff(), to, all)?;
    let keepers = Keepers::of(
        reader,
        visits.iter().map(|(_, visit)| (visit.case, visit.person)),
    )?;
    for (_, visit) in &mut visits {
        visit.staff = keepers.keeper((visit.case, visit.person), visit.staff);
    }
    visits.retain(|(_, visit)| all || visit.staff == Some(session.staff()));
    Ok(visits)
}

/// [`waiting`], with what is shown of each.
///
/// # Errors
/// The database.
pub(crate) fn planned(
    reader: &Reader<'_>,
    session: &Session<'_>,
    to: Option<NaiveDate>,
    all: bool,
) -> Result<Vec<PlannedVisit>, CommandError> {
    let visits = waiting(reader, session, to, all)?;
    let cases: BTreeSet<CaseId> = visits.iter().filter_map(|(_, visit)| visit.case).collect();
    let closed: BTreeSet<CaseId> = reader
        .case_states(&Vec::from_iter(cases.iter().copied()))?
        .into_iter()
        .filter(|(_, state)| state.status == CaseStatus::Closed)
        .map(|(id, _)| id)
        .collect();
    let cases: HashMap<CaseId, Case> = reader
        .where_in::<Case>("id", &Vec::from_iter(cases))?
        .into_iter()
        .collect();
    let people: BTreeSet<PersonId> = visits
        .iter()
        .filter_map(|(_, visit)| visit.person)
        .collect();
    let people = crate::person::People::of(reader, session, &people)?;
    let homes: BTreeSet<HouseholdId> = visits
        .iter()
        .filter_map(|(_, visit)| visit.household)
        .collect();
    let mut known_homes = Vec::new();
    for home in homes {
        if reader.may_know_of(Kind::Household, home.0, session.staff())? {
            known_homes.push(home);
        }
    }
    let homes: HashMap<HouseholdId, Household> = reader
        .where_in::<Household>("id", &known_homes)?
        .into_iter()
        .collect();
    Ok(visits
        .into_iter()
        .map(|(id, visit)| {
            let known = visit.person.and_then(|id| people.get(id));
            let case = visit.case.map(|id| CaseCard {
                case: id,
                number: cases
                    .get(&id)
                    .and_then(|case| case.number.clone())
                    .unwrap_or_default(),
            });
            PlannedVisit {
                id,
                person: known
                    .map(|(shown, person)| {
                        crate::person::person_card_of(shown, person, session.today())
                    })
                    .unwrap_or_default(),
                case_closed: visit.case.is_some_and(|case| closed.contains(&case)),
                reach: known
                    .map(|(_, person)| Reach::of(person))
                    .unwrap_or_default(),
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
