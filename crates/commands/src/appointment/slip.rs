//! The slip a person takes home.

use jisr_domain::appointment::Appointment;
use jisr_domain::record::Kind;
use jisr_letters::{AppointmentSlip, Letter};
use jisr_store::Reader;

use super::SlipArgs;
use crate::access::{audit_view, must_see, visible_person};
use crate::case::Keepers;
use crate::clock::believed;
use crate::error::CommandError;
use crate::print::{document, gender, letterhead, names};
use crate::session::Session;
use crate::user::staff_card;
use crate::view::Document;
use crate::words::role_words;

/// `appointment.slip`: day, hour, place, papers to bring; never what it is for, since others may read it.
///
/// # Errors
/// [`CommandError::Rule`] with `clock_doubtful`; otherwise:
/// [`CommandError::NotFound`]; [`CommandError::Letter`]; the database.
pub fn slip(session: &Session<'_>, args: SlipArgs) -> Result<Document, CommandError> {
    believed(session)?;
    let (slip, case) = session.read(|reader| {
        let held = reader
            .get::<Appointment>(args.appointment)?
            .ok_or(CommandError::NotFound)?;
        must_see(reader, session, held.record.person, held.record.case)?;
        Ok((written(reader, session, &held.record)?, held.record.case))
    })?;
    audit_view(session, case, Kind::Appointment, args.appointment.0)?;
    let name = format!("appointment-{}.pdf", slip.date);
    document(name, &Letter::Appointment(Box::new(slip)))
}

fn written(
    reader: &Reader<'_>,
    session: &Session<'_>,
    appointment: &Appointment,
) -> Result<AppointmentSlip, CommandError> {
    let person = visible_person(
        reader,
        session,
        appointment.person.ok_or(CommandError::NotFound)?,
    )?
    .record;
    let (person_ar, person_lat) = names(&person);
    // Whoever is to receive them as the case stands now: the paper is printed for the day to come.
    let plan = (appointment.case, appointment.person);
    let keeper = Keepers::of(reader, [plan])?;
    let with = keeper
        .keeper(plan, appointment.staff)
        .map(|staff| staff_card(reader, staff))
        .transpose()?
        .unwrap_or_default();
    let (with_role_ar, with_role_fr) = role_words(with.role, with.sex);
    let head = letterhead(session, reader)?;
    let bring = appointment.bring.as_deref().unwrap_or_default();
    Ok(AppointmentSlip {
        person_ar,
        person_lat,
        gender: gender(person.sex),
        date: appointment
            .day
            .map(|day| day.to_string())
            .unwrap_or_default(),
        time: appointment
            .time
            .map(|time| time.format("%H:%M").to_string())
            .unwrap_or_default(),
        place_ar: appointment.place.clone().unwrap_or_default(),
        place_fr: String::new(),
        with_ar: with.name_ar.unwrap_or_default(),
        with_lat: with.name_lat.unwrap_or_default(),
        with_role_ar,
        with_role_fr,
        bring: bring
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| (line.to_owned(), String::new()))
            .collect(),
        phone: head.phone.clone().unwrap_or_default(),
        head,
    })
}
