//! Views that several commands give: an appointment, a passage, a consent.

use jisr_domain::appointment::Appointment;
use jisr_domain::consent::Consent;
use jisr_domain::id::{AppointmentId, ConsentId, ContactId, ReceptionId, StaffId};
use jisr_domain::person::{Contact, SafeContact};
use jisr_domain::reception::Reception;
use jisr_store::Reader;

use super::access::may_see;
use super::card::{person_card, staff_card};
use super::held::record_view_by_id;
use super::redact::redact;
use crate::appointment::AppointmentView;
use crate::case::Keepers;
use crate::consent::ConsentView;
use crate::error::CommandError;
use crate::input::is_author;
use crate::reception::ReceptionView;
use crate::session::Session;
use crate::view::{self, PersonCard, StaffCard};

fn staff(reader: &Reader<'_>, id: Option<StaffId>) -> Result<StaffCard, CommandError> {
    id.map_or(Ok(StaffCard::default()), |id| staff_card(reader, id))
}

/// A contact still to be reached, for those who may know of it. An alleged perpetrator is never somebody to reach: reception does
/// not see them at all, and those who follow cases see them without a number.
///
/// # Errors
/// The database.
pub fn contact_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    (id, record): (ContactId, Contact),
) -> Result<Option<view::RecordView<Contact>>, CommandError> {
    let perpetrator = record.alleged_perpetrator == Some(true);
    if record.until.is_some_and(|until| until <= session.today()) {
        return Ok(None);
    }
    if !may_see(reader, session, record.person, record.case)?
        || (perpetrator && !session.me().role.follows_cases())
    {
        return Ok(None);
    }
    let mut shown = redact(session, record_view_by_id::<Contact>(reader, id)?, false)?;
    if perpetrator {
        shown.record.phone = None;
        shown.record.companion = None;
        shown.record.safe_contact = Some(SafeContact::No);
        shown.conflicts.retain(|conflict| conflict.field != "phone");
    }
    Ok(Some(shown))
}

/// An appointment, for those who may know of it.
///
/// # Errors
/// The database.
pub fn appointment_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    (id, record): (AppointmentId, Appointment),
) -> Result<Option<AppointmentView>, CommandError> {
    if !may_see(reader, session, record.person, record.case)? {
        return Ok(None);
    }
    let person = match record.person {
        Some(person) => person_card(reader, session, person)?.unwrap_or_default(),
        None => PersonCard::default(),
    };
    let plan = (record.case, record.person);
    let keeper = Keepers::of(reader, [plan])?.keeper(plan, record.staff);
    let staff = staff(reader, keeper)?;
    let own = is_author(session, record.staff);
    Ok(Some(AppointmentView {
        appointment: redact(session, record_view_by_id(reader, id)?, own)?,
        person,
        staff,
    }))
}

/// The appointments of a person still to come, soonest first.
///
/// # Errors
/// The database.
pub fn appointments_to_come(
    reader: &Reader<'_>,
    session: &Session<'_>,
    appointments: Vec<(AppointmentId, Appointment)>,
) -> Result<Vec<AppointmentView>, CommandError> {
    let today = session.today();
    let mut coming = Vec::new();
    for (id, record) in appointments {
        if record.is_planned() && record.day.is_some_and(|day| day >= today) {
            coming.extend(appointment_view(reader, session, (id, record))?);
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
    (id, record): (ReceptionId, Reception),
) -> Result<Option<ReceptionView>, CommandError> {
    if !may_see(reader, session, record.person, None)? {
        return Ok(None);
    }
    let person = match record.person {
        Some(person) => person_card(reader, session, person)?,
        None => None,
    };
    let staff = staff(reader, record.received_by)?;
    let own = is_author(session, record.received_by);
    Ok(Some(ReceptionView {
        reception: redact(session, record_view_by_id(reader, id)?, own)?,
        person,
        staff,
    }))
}

/// A consent, for those who may know of it and follow cases.
///
/// # Errors
/// The database.
pub fn consent_view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    (id, record): (ConsentId, Consent),
) -> Result<Option<ConsentView>, CommandError> {
    if !session.me().role.follows_cases() || !may_see(reader, session, record.person, record.case)?
    {
        return Ok(None);
    }
    let in_force = record
        .purposes
        .iter()
        .any(|purpose| record.covers(*purpose, session.today()));
    let staff = staff(reader, record.recorded_by)?;
    Ok(Some(ConsentView {
        consent: record_view_by_id(reader, id)?,
        in_force,
        staff,
    }))
}
