//! The days to come.

use chrono::Days;
use jisr_domain::appointment::Appointment;
use jisr_store::params;

use super::{AppointmentView, AppointmentsArgs};
use crate::appointment::appointment_view;
use crate::error::CommandError;
use crate::session::Session;

/// Days shown when nobody says until when.
const AHEAD: Days = Days::new(14);

/// `appointment.list`: by day and time; those at any hour come after those with one.
///
/// # Errors
/// The database.
pub fn list(
    session: &Session<'_>,
    args: AppointmentsArgs,
) -> Result<Vec<AppointmentView>, CommandError> {
    let from = args.from.unwrap_or(session.today());
    let to = args
        .to
        .or_else(|| from.checked_add_days(AHEAD))
        .unwrap_or(from);
    session.read(|reader| {
        let mut views = Vec::new();
        let days = params![from.to_string(), to.to_string()];
        for appointment in reader.list::<Appointment>("\"day\" BETWEEN ?1 AND ?2", days)? {
            views.extend(appointment_view(reader, session, appointment)?);
        }
        views.sort_by_key(|view| {
            let record = &view.appointment.record;
            (
                record.day,
                record.time.is_none(),
                record.time,
                view.appointment.id.clone(),
            )
        });
        Ok(views)
    })
}
