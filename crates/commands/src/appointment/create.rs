//! A day to come back.

use jisr_domain::appointment::{Appointment, AppointmentStatus};
use jisr_domain::id::AppointmentId;

use super::CreateAppointmentArgs;
use crate::case::{ensure_assignable, open_case};
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{about, clean_record};
use crate::session::Session;
use crate::view::Written;

/// `appointment.create`: with the one who gives it, when they follow cases and nobody else is named.
///
/// # Errors
/// [`CommandError::Field`] with `required`, or `unknown_value` for somebody who follows no cases;
/// [`CommandError::Rule`] with `case_closed`; [`CommandError::NotFound`]; the database.
pub fn create(session: &Session<'_>, args: CreateAppointmentArgs) -> Result<Written, CommandError> {
    let mut appointment: Appointment = clean_record(&args.appointment)?;
    if appointment.day.is_none() {
        return Err(CommandError::Field {
            field: "day",
            code: Code::Required,
        });
    }
    appointment.status = appointment.status.or(Some(AppointmentStatus::Planned));
    if session.me().role.follows_cases() {
        appointment.staff = appointment.staff.or(Some(session.staff()));
    }
    let new = AppointmentId(session.new_id());
    session.write(|tx| {
        appointment.person = Some(about(
            tx.reader(),
            session,
            appointment.person,
            appointment.case,
        )?);
        if let Some(case) = appointment.case {
            open_case(tx.reader(), session, case)?;
        }
        if let Some(staff) = appointment.staff {
            ensure_assignable(tx.reader(), "staff", staff)?;
        }
        tx.create(new, &appointment)?;
        Ok(())
    })?;
    Ok(Written {
        id: new.to_string(),
    })
}
