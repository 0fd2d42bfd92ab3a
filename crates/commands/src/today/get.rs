//! What to do today.

use std::collections::{BTreeSet, HashMap};

use jisr_domain::civil::week_end;
use jisr_domain::due::{DueState, is_late};
use jisr_domain::id::{CaseId, PartnerId};
use jisr_domain::partner::Partner;
use jisr_domain::person::Reach;
use jisr_domain::referral::Referral;
use jisr_domain::role::Role;
use jisr_store::Reader;

use super::task::{appointment, referral, sort, steps, visit};
use super::{NavigationCounts, ReferralCounts, RouteStop, Task, TaskCounts, Today, TodayArgs};
use crate::appointment::planned as planned_appointments;
use crate::case::{CaseBundle, load_with, open_count, own_cases};
use crate::error::CommandError;
use crate::reception::of_day;
use crate::referral::{ReferralWithState, center_counts, own as own_referrals, told};
use crate::session::Session;
use crate::view::Spelt;
use crate::visit::{PlannedVisit, planned};

/// Tasks of a list when nobody said how many: two screens of them.
const SHOWN: u32 = 40;
/// Most tasks of a list, whatever is asked.
pub(super) const MOST_SHOWN: u32 = 2_000;

/// Steps of one's own cases, visits, appointments and referrals without an answer, by how pressing they are.
/// The desk sees the appointments of the day, whoever receives.
///
/// # Errors
/// The database.
pub fn get(session: &Session<'_>, args: TodayArgs) -> Result<Today, CommandError> {
    session.read(|reader| {
        let today = session.today();
        let mut tasks = appointments(reader, session)?;
        let mut own = Vec::new();
        let mut stops = Vec::new();
        let mut referrals = Vec::new();
        let director = session.me().role == Role::Director;
        if session.me().role.follows_cases() {
            own = load_with(
                reader,
                session,
                own_cases(reader, session, session.staff(), false)?,
            )?;
            stops = planned(reader, session, None, false)?;
            let ids: Vec<CaseId> = own.iter().map(|loaded| loaded.id).collect();
            referrals = if director {
                told(reader, reader.where_in::<Referral>("case", &ids)?)?
            } else {
                own_referrals(reader, session, false)?
            };
        }
        tasks.extend(own.iter().flat_map(|loaded| steps(loaded, today)));
        tasks.extend(stops.iter().map(|stop| visit(stop, today)));
        tasks.extend(unanswered(reader, &referrals, &own, session)?);

        // As many as the lists show when they are opened: a director's open on the whole center.
        let referral_counts = if director {
            center_counts(reader, session)?
        } else {
            ReferralCounts::of(&referrals)
        };
        let mut view = Today {
            overdue: Vec::new(),
            today: Vec::new(),
            week: Vec::new(),
            later: Vec::new(),
            beyond: TaskCounts::default(),
            referrals: referral_counts.clone(),
            route: route(&stops, session),
            receptions: narrow(of_day(reader, session, today)?.len()),
            attention: crate::attention::count(reader, session)?,
            counts: NavigationCounts::default(),
        };
        for task in tasks {
            match task.due.as_ref().map_or(DueState::None, |due| due.state) {
                DueState::Overdue => view.overdue.push(task),
                DueState::Due => view.today.push(task),
                DueState::Soon => view.week.push(task),
                DueState::Later | DueState::None => view.later.push(task),
            }
        }
        let until =
            |stop: &PlannedVisit, last| stop.visit.planned_on.is_some_and(|day| day <= last);
        let listed = stops.iter().filter(|stop| until(stop, week_end(today)));
        let late = |stop: &&PlannedVisit| is_late(stop.visit.window().as_ref(), today);
        view.counts = NavigationCounts {
            today: narrow(view.overdue.len() + view.today.len()),
            today_late: narrow(view.overdue.len()),
            cases: narrow(own.len()),
            center_cases: director.then(|| open_count(reader, session)).transpose()?,
            visits: narrow(listed.count()),
            visits_late: narrow(stops.iter().filter(late).count()),
            referrals: referral_counts.open,
        };
        let shown = args.shown.unwrap_or(SHOWN).clamp(1, MOST_SHOWN) as usize;
        let first = |list: &mut Vec<Task>| {
            sort(list);
            let beyond = list.len().saturating_sub(shown);
            list.truncate(shown);
            narrow(beyond)
        };
        view.beyond = TaskCounts {
            overdue: first(&mut view.overdue),
            today: first(&mut view.today),
            week: first(&mut view.week),
            later: first(&mut view.later),
        };
        Ok(view)
    })
}

/// One's own appointments still to come, and past ones of which nobody said what became; at the desk, those of
/// the day.
fn appointments(reader: &Reader<'_>, session: &Session<'_>) -> Result<Vec<Task>, CommandError> {
    let reads_care = session.me().role.follows_cases();
    let found = if reads_care {
        planned_appointments(reader, session, Some(session.staff()), (None, None))?
    } else {
        let today = Some(session.today());
        planned_appointments(reader, session, None, (today, today))?
    };
    let mut tasks = Vec::new();
    for (id, mut record) in found {
        if !reads_care && record.staff != Some(session.staff()) {
            record.purpose = None;
        }
        let known = record
            .person
            .map(|id| crate::person::known(reader, session, id))
            .transpose()?
            .flatten();
        let (person, reach) = known
            .map(|(shown, person)| {
                let card = crate::person::person_card_of(shown, &person, session.today());
                (card, Reach::of(&person))
            })
            .unzip();
        let case = match record.case.filter(|_| reads_care) {
            Some(case) => crate::case::case_card(reader, session, case)?,
            None => None,
        };
        tasks.push(appointment(
            id,
            record,
            person.unwrap_or_default(),
            reach,
            case,
            session.today(),
        ));
    }
    Ok(tasks)
}

/// Referrals whose answer is due or late.
fn unanswered(
    reader: &Reader<'_>,
    referrals: &[ReferralWithState],
    own: &[CaseBundle],
    session: &Session<'_>,
) -> Result<Vec<Task>, CommandError> {
    let cases: HashMap<CaseId, &CaseBundle> =
        own.iter().map(|loaded| (loaded.id, loaded)).collect();
    let partners: BTreeSet<PartnerId> = referrals
        .iter()
        .filter_map(|told| told.referral.partner)
        .collect();
    let partners: HashMap<PartnerId, Partner> = reader
        .where_in::<Partner>("id", &Vec::from_iter(partners))?
        .into_iter()
        .collect();
    let mut tasks = Vec::new();
    for told in referrals {
        let Some(loaded) = told.referral.case.and_then(|case| cases.get(&case)) else {
            continue;
        };
        let partner = told.referral.partner.and_then(|id| partners.get(&id));
        let name = partner.map(Spelt::partner);
        let task = referral(told, loaded, name, session.today());
        tasks.extend(task.filter(|task| {
            task.due
                .as_ref()
                .is_some_and(|due| matches!(due.state, DueState::Due | DueState::Overdue))
        }));
    }
    Ok(tasks)
}

/// Visits of today and late ones by place, the place waited for longest first, as the list of visits has them: by the name of
/// the home where no place was written, by commune where it has none.
fn route(stops: &[PlannedVisit], session: &Session<'_>) -> Vec<RouteStop> {
    let mut places: Vec<(Spelt, Vec<&PlannedVisit>)> = Vec::new();
    for stop in stops.iter().filter(|stop| {
        stop.visit
            .planned_on
            .is_some_and(|day| day <= session.today())
    }) {
        let written = stop.visit.place.clone();
        let place = written
            .or_else(|| stop.household_name.clone())
            .map_or_else(|| Spelt::commune(&stop.person), Spelt::as_written);
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, stops)) => stops.push(stop),
            None => places.push((place, vec![stop])),
        }
    }
    let households = |stops: &[&PlannedVisit]| {
        let homes = stops.iter().map(|stop| {
            stop.visit
                .household
                .map(|id| id.0)
                .or(stop.person.person.map(|id| id.0))
        });
        homes.collect::<BTreeSet<_>>().len()
    };
    places
        .into_iter()
        .map(|(place, stops)| RouteStop {
            place,
            households: narrow(households(&stops)),
            visits: narrow(stops.len()),
        })
        .collect()
}

fn narrow(count: impl TryInto<u32>) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}
