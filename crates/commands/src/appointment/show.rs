//! An appointment as a view shows it, and to whom.

use jisr_domain::appointment::Appointment;
use jisr_domain::id::AppointmentId;
use jisr_store::Reader;

use super::AppointmentView;
use crate::access::may_see;
use crate::case::Keepers;
use crate::error::CommandError;
use crate::input::is_author;
use crate::person::person_card;
use crate::record::{record_view_by_id, redact};
use crate::session::Session;
use crate::user::author_card;
use crate::view::PersonCard;

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
    let staff = author_card(reader, keeper)?;
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
