//! The household of a person, with the links the viewer may know of, and those they lived in before.

use std::cmp::Reverse;

use jisr_domain::household::{Household, HouseholdMember};
use jisr_domain::id::{HouseholdId, HouseholdMemberId, PersonId};
use jisr_domain::person::Kinship;
use jisr_domain::record::Kind;
use jisr_store::Reader;

use crate::access::may_see;
use crate::error::CommandError;
use crate::household::{HouseholdView, MemberView, PastHousehold};
use crate::person::person_card;
use crate::person::person_records;
use crate::record::record_view_by_id;
use crate::record::redact;
use crate::session::Session;
use crate::view::{PersonCard, RecordView};

/// The household `person` lives in, whichever of their records says so, with the members and links the viewer may know of: the one they moved into last.
///
/// # Errors
/// The database.
pub fn household_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<Option<HouseholdView>, CommandError> {
    let lived = places(reader, session, person)?;
    let now = lived
        .into_iter()
        .filter(|(_, place)| lives_there(place, session))
        .max_by_key(|(id, place)| (place.since, *id));
    now.and_then(|(_, place)| place.household)
        .map(|household| whole_household(reader, session, household))
        .transpose()
}

/// The households they have left, the last one first.
///
/// # Errors
/// The database.
pub fn past_households(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<Vec<PastHousehold>, CommandError> {
    let mut left: Vec<_> = places(reader, session, person)?
        .into_iter()
        .filter(|(_, place)| !lives_there(place, session))
        .collect();
    left.sort_by_key(|(id, place)| Reverse((place.until, *id)));
    let mut past = Vec::new();
    for (id, place) in left {
        let Some(household) = place.household else {
            continue;
        };
        past.push(PastHousehold {
            household,
            name: of_itself(reader, session, household)?.and_then(|held| held.record.name),
            head: head(reader, session, household)?,
            membership: membership(reader, session, id)?,
        });
    }
    Ok(past)
}

fn places(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<Vec<(HouseholdMemberId, HouseholdMember)>, CommandError> {
    let mut seen = Vec::new();
    for (id, place) in person_records(reader, session, person)?.all::<HouseholdMember>(reader)? {
        if may_see(reader, session, place.person, place.case)? {
            seen.push((id, place));
        }
    }
    Ok(seen)
}

fn head(
    reader: &Reader<'_>,
    session: &Session<'_>,
    household: HouseholdId,
) -> Result<Option<PersonCard>, CommandError> {
    for (_, place) in reader.by::<HouseholdMember>("household", household)? {
        let (Some(Kinship::Head), Some(person)) = (place.kinship, place.person) else {
            continue;
        };
        if may_see(reader, session, place.person, place.case)? {
            return person_card(reader, session, person);
        }
    }
    Ok(None)
}

fn whole_household(
    reader: &Reader<'_>,
    session: &Session<'_>,
    household: HouseholdId,
) -> Result<HouseholdView, CommandError> {
    let (mut members, mut past) = (Vec::new(), Vec::new());
    for (id, place) in reader.by::<HouseholdMember>("household", household)? {
        if !may_see(reader, session, place.person, place.case)? {
            continue;
        }
        let Some(person) = place.person else {
            continue;
        };
        let Some(card) = person_card(reader, session, person)? else {
            continue;
        };
        let view = MemberView {
            membership: membership(reader, session, id)?,
            person: card,
        };
        if lives_there(&place, session) {
            members.push(view);
        } else {
            past.push(view);
        }
    }
    members.sort_by_key(|view| view.membership.record.kinship != Some(Kinship::Head));
    past.sort_by_key(|view| Reverse(view.membership.record.until));
    let incomes = members
        .iter()
        .filter_map(|view| view.membership.record.income);
    let income = incomes.reduce(i64::saturating_add);
    let record = of_itself(reader, session, household)?;
    let shown = record
        .as_ref()
        .map(|held| held.record.clone())
        .unwrap_or_default();
    Ok(HouseholdView {
        household,
        record,
        name: shown.name,
        address: shown.address,
        members,
        past,
        income,
    })
}

/// What is said of the household itself: its name, where it lives. To those who may know of everybody in it: an address
/// tells where a hidden member is.
fn of_itself(
    reader: &Reader<'_>,
    session: &Session<'_>,
    household: HouseholdId,
) -> Result<Option<RecordView<Household>>, CommandError> {
    if !reader.may_know_of(Kind::Household, household.0, session.staff())? {
        return Ok(None);
    }
    let held = reader.get::<Household>(household)?;
    held.map(|held| crate::record::record_view(reader, held))
        .transpose()
}

/// What somebody earns is no business of the desk.
fn membership(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: HouseholdMemberId,
) -> Result<RecordView<HouseholdMember>, CommandError> {
    redact(session, record_view_by_id(reader, id)?, false)
}

/// Whether they live there today.
pub fn lives_there(place: &HouseholdMember, session: &Session<'_>) -> bool {
    place.until.is_none_or(|until| until > session.today())
}
