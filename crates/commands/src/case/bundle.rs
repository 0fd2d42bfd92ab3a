//! Several cases at once: each kind of record is asked for once, however many the cases.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use jisr_domain::case::{Case, CaseState};
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_domain::person::Person;
use jisr_domain::protocol::Facts;
use jisr_store::{CaseQuery, Reader};

use crate::error::CommandError;
use crate::person::{People, person_card_of};
use crate::session::Session;
use crate::track::{Followed, Relatives, Steps, follow};
use crate::view::PersonCard;

/// A case and what is made of its records.
pub(crate) struct CaseBundle {
    pub(crate) id: CaseId,
    pub(crate) case: Case,
    pub(crate) state: CaseState,
    /// The record that stands for its person.
    pub(crate) shown: Option<PersonId>,
    /// What is known of its person, from all their records.
    pub(crate) person: Option<Person>,
    /// How the other records of its person have them.
    pub(crate) elsewhere: Vec<Person>,
    pub(crate) track: Option<Followed>,
}

impl CaseBundle {
    /// Its person, as named in rows.
    pub(crate) fn card(&self, today: NaiveDate) -> PersonCard {
        match (self.shown, &self.person) {
            (Some(id), Some(person)) => person_card_of(id, person, today),
            _ => PersonCard {
                person: self.case.person,
                ..PersonCard::default()
            },
        }
    }
}

/// The cases given to `staff` that the one at work may know of, with their states; closed ones when asked.
///
/// # Errors
/// The database.
pub(crate) fn own_cases(
    reader: &Reader<'_>,
    session: &Session<'_>,
    staff: StaffId,
    closed: bool,
) -> Result<Vec<(CaseId, CaseState)>, CommandError> {
    let given = CaseQuery {
        closed,
        given_to: Some(staff),
        ..CaseQuery::open(session.staff())
    };
    Ok(reader.case_states(&reader.cases(&given)?)?)
}

/// Everything rows and tasks need of `cases`, in the order given. Whether the one at work may know of them is
/// for the caller to have asked.
///
/// # Errors
/// The database.
pub(crate) fn load(
    reader: &Reader<'_>,
    session: &Session<'_>,
    cases: &[CaseId],
) -> Result<Vec<CaseBundle>, CommandError> {
    load_with(reader, session, reader.case_states(cases)?)
}

/// [`load`], the states known already.
///
/// # Errors
/// The database.
pub(crate) fn load_with(
    reader: &Reader<'_>,
    session: &Session<'_>,
    states: Vec<(CaseId, CaseState)>,
) -> Result<Vec<CaseBundle>, CommandError> {
    let ids: Vec<CaseId> = states.iter().map(|(id, _)| *id).collect();
    let mut cases: HashMap<CaseId, Case> =
        reader.where_in::<Case>("id", &ids)?.into_iter().collect();
    let people: BTreeSet<PersonId> = cases.values().filter_map(|case| case.person).collect();
    let people = People::of(reader, session, &people)?;
    let steps = Steps::of(reader, &ids)?;
    let followed: BTreeSet<PersonId> = steps
        .instances
        .keys()
        .filter_map(|case| cases.get(case))
        .filter_map(|case| case.person)
        .flat_map(|person| people.records(person).iter().copied())
        .collect();
    let relatives = Relatives::of(reader, &Vec::from_iter(followed))?;
    Ok(states
        .into_iter()
        .filter_map(|(id, state)| {
            let case = cases.remove(&id)?;
            let known = case.person.and_then(|id| people.get(id));
            let records = case.person.map_or(&[][..], |id| people.records(id));
            let track = steps.instances.get(&id).and_then(|instances| {
                let nobody = Person::default();
                let facts = Facts::of(
                    &case,
                    records,
                    known.map_or(&nobody, |(_, person)| person),
                    &relatives.of_person(records),
                    session.today(),
                )
                .to_value();
                follow(
                    instances,
                    steps.events.get(&id).map_or(&[], Vec::as_slice),
                    &facts,
                )
            });
            Some(CaseBundle {
                id,
                state,
                shown: known.map(|(shown, _)| shown),
                person: known.map(|(_, person)| person.clone()),
                elsewhere: case
                    .person
                    .map(|id| people.elsewhere(id))
                    .unwrap_or_default(),
                case,
                track,
            })
        })
        .collect())
}
