//! Several cases at once: each kind of record is asked for once, however many the cases.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Display;

use chrono::NaiveDate;
use jisr_domain::case::{Case, CaseState};
use jisr_domain::household::HouseholdMember;
use jisr_domain::id::{CaseId, HouseholdId, PersonId, ProtocolInstanceId, StaffId, StepEventId};
use jisr_domain::person::{Contact, Person};
use jisr_domain::record::Record;
use jisr_domain::track::{ProtocolInstance, StepEvent};
use jisr_store::{CaseQuery, Reader};
use serde_json::json;

use crate::error::CommandError;
use crate::session::Session;
use crate::show::{People, person_card_of};
use crate::track::{Followed, Kin, facts, follow};
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
        where_in::<Case>(reader, "id", &ids)?.into_iter().collect();
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
                let facts = facts(
                    &case,
                    records,
                    known.map_or(&nobody, |(_, person)| person),
                    &relatives.of_person(records),
                    session.today(),
                );
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

/// The records whose `column` is among `ids`, in the order of their ids.
pub(crate) fn where_in<R: Record>(
    reader: &Reader<'_>,
    column: &str,
    ids: &[impl Display],
) -> Result<Vec<(R::Id, R)>, CommandError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids = json!(ids.iter().map(ToString::to_string).collect::<Vec<_>>()).to_string();
    Ok(reader.list::<R>(
        &format!("\"{column}\" IN (SELECT value FROM json_each(?1)) ORDER BY \"id\""),
        [ids],
    )?)
}

#[derive(Default)]
struct Steps {
    instances: HashMap<CaseId, Vec<(ProtocolInstanceId, ProtocolInstance)>>,
    events: HashMap<CaseId, Vec<(StepEventId, StepEvent)>>,
}

impl Steps {
    fn of(reader: &Reader<'_>, cases: &[CaseId]) -> Result<Self, CommandError> {
        let mut steps = Self::default();
        for (id, instance) in where_in::<ProtocolInstance>(reader, "case", cases)? {
            if let Some(case) = instance.case {
                steps
                    .instances
                    .entry(case)
                    .or_default()
                    .push((id, instance));
            }
        }
        let followed: Vec<CaseId> = steps.instances.keys().copied().collect();
        for (id, event) in where_in::<StepEvent>(reader, "case", &followed)? {
            if let Some(case) = event.case {
                steps.events.entry(case).or_default().push((id, event));
            }
        }
        Ok(steps)
    }
}

/// Contacts and households of people, by whom they are asked for.
struct Relatives {
    contacts: HashMap<PersonId, Vec<Contact>>,
    homes: HashMap<PersonId, BTreeSet<HouseholdId>>,
    members: HashMap<HouseholdId, Vec<HouseholdMember>>,
}

impl Relatives {
    fn of(reader: &Reader<'_>, people: &[PersonId]) -> Result<Self, CommandError> {
        let mut relatives = Self {
            contacts: HashMap::new(),
            homes: HashMap::new(),
            members: HashMap::new(),
        };
        for (_, contact) in where_in::<Contact>(reader, "person", people)? {
            if let Some(person) = contact.person {
                relatives.contacts.entry(person).or_default().push(contact);
            }
        }
        for (_, member) in where_in::<HouseholdMember>(reader, "person", people)? {
            if let (Some(person), Some(household)) = (member.person, member.household) {
                relatives.homes.entry(person).or_default().insert(household);
            }
        }
        let households: BTreeSet<HouseholdId> =
            relatives.homes.values().flatten().copied().collect();
        for (_, member) in
            where_in::<HouseholdMember>(reader, "household", &Vec::from_iter(households))?
        {
            if let Some(household) = member.household {
                relatives.members.entry(household).or_default().push(member);
            }
        }
        Ok(relatives)
    }

    /// Relatives the person of whom these are the records.
    fn of_person(&self, records: &[PersonId]) -> Kin<'_> {
        let homes: BTreeSet<&HouseholdId> = records
            .iter()
            .filter_map(|record| self.homes.get(record))
            .flatten()
            .collect();
        Kin {
            contacts: records
                .iter()
                .filter_map(|record| self.contacts.get(record))
                .flatten()
                .collect(),
            household: homes
                .into_iter()
                .filter_map(|home| self.members.get(home))
                .flatten()
                .collect(),
        }
    }
}
