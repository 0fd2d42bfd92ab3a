//! Views that several commands give: a household, an appointment, a passage, a consent.

use jisr_domain::appointment::{Appointment, AppointmentStatus};
use jisr_domain::consent::Consent;
use jisr_domain::household::{Household, HouseholdMember};
use jisr_domain::id::{HouseholdId, PersonId, StaffId};
use jisr_domain::reception::Reception;
use jisr_store::{Held, Reader};

use super::access::may_see;
use super::card::{person_card, staff_card};
use super::held::held;
use super::redact::redact;
use crate::appointment::AppointmentView;
use crate::consent::ConsentView;
use crate::error::CommandError;
use crate::input::own;
use crate::person::{HouseholdView, MemberView};
use crate::reception::ReceptionView;
use crate::session::Session;
use crate::view::{PersonCard, StaffCard};

fn staff(reader: &Reader<'_>, id: Option<StaffId>) -> Result<StaffCard, CommandError> {
    id.map_or(Ok(StaffCard::default()), |id| staff_card(reader, id))
}

/// The household `person` lives in, with the members and links the viewer may know of.
///
/// # Errors
/// The database.
pub fn household_view(reader: &Reader<'_>, session: &Session<'_>, person: PersonId) -> Result<Option<HouseholdView>, CommandError> {
    let mut household = None;
    for membership in reader.by::<HouseholdMember>("person", &person.to_string())? {
        let record = &membership.record;
        if lives_there(record, session) && may_see(reader, session, record.person, record.case)? {
            household = record.household.or(household);
        }
    }
    let Some(household) = household else { return Ok(None) };
    Ok(Some(whole_household(reader, session, household)?))
}

fn whole_household(reader: &Reader<'_>, session: &Session<'_>, household: HouseholdId) -> Result<HouseholdView, CommandError> {
    let mut members = Vec::new();
    for membership in reader.by::<HouseholdMember>("household", &household.to_string())? {
        let record = &membership.record;
        if !lives_there(record, session) || !may_see(reader, session, record.person, record.case)? {
            continue;
        }
        let Some(person) = record.person else { continue };
        let Some(card) = person_card(reader, session, person)? else { continue };
        members.push(MemberView { membership: held(reader, membership)?, person: card });
    }
    let record = reader.get::<Household>(household)?.map(|held| held.record).unwrap_or_default();
    Ok(HouseholdView { household, name: record.name, address: record.address, members })
}

fn lives_there(membership: &HouseholdMember, session: &Session<'_>) -> bool {
    membership.until.is_none_or(|until| until > session.today())
}

/// An appointment, for those who may know of it.
///
/// # Errors
/// The database.
pub fn appointment_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    appointment: Held<Appointment>,
) -> Result<Option<AppointmentView>, CommandError> {
    let record = &appointment.record;
    if !may_see(reader, session, record.person, record.case)? {
        return Ok(None);
    }
    let person = match record.person {
        Some(person) => person_card(reader, session, person)?.unwrap_or_default(),
        None => PersonCard::default(),
    };
    let staff = staff(reader, record.staff)?;
    let own = own(session, record.staff);
    Ok(Some(AppointmentView { appointment: redact(session, held(reader, appointment)?, own)?, person, staff }))
}

/// The appointments of a person still to come, soonest first.
///
/// # Errors
/// The database.
pub fn appointments_to_come(
    reader: &Reader<'_>,
    session: &Session<'_>,
    appointments: Vec<Held<Appointment>>,
) -> Result<Vec<AppointmentView>, CommandError> {
    let today = session.today();
    let mut coming = Vec::new();
    for appointment in appointments {
        let record = &appointment.record;
        let planned = matches!(record.status, None | Some(AppointmentStatus::Planned));
        if planned && record.day.is_some_and(|day| day >= today) {
            coming.extend(appointment_view(reader, session, appointment)?);
        }
    }
    coming.sort_by_key(|view| (view.appointment.record.day, view.appointment.record.time));
    Ok(coming)
}

/// A passage at the desk, for those who may know of its person.
///
/// # Errors
/// The database.
pub fn reception_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    reception: Held<Reception>,
) -> Result<Option<ReceptionView>, CommandError> {
    let record = &reception.record;
    if !may_see(reader, session, record.person, None)? {
        return Ok(None);
    }
    let person = match record.person {
        Some(person) => person_card(reader, session, person)?,
        None => None,
    };
    let staff = staff(reader, record.received_by)?;
    let own = own(session, record.received_by);
    Ok(Some(ReceptionView { reception: redact(session, held(reader, reception)?, own)?, person, staff }))
}

/// A consent, for those who may know of it and follow cases.
///
/// # Errors
/// The database.
pub fn consent_view(reader: &Reader<'_>, session: &Session<'_>, consent: Held<Consent>) -> Result<Option<ConsentView>, CommandError> {
    let record = &consent.record;
    if !session.me().role.follows_cases() || !may_see(reader, session, record.person, record.case)? {
        return Ok(None);
    }
    let in_force = record.purposes.iter().any(|purpose| record.covers(*purpose, session.today()));
    let staff = staff(reader, record.recorded_by)?;
    Ok(Some(ConsentView { consent: held(reader, consent)?, in_force, staff }))
}
