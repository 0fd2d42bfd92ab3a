//! An appointment moved, kept, missed or cancelled.

use jisr_domain::appointment::Appointment;
use jisr_domain::id::AppointmentId;
use jisr_domain::record::Kind;

use crate::access::must_see;
use crate::case::{ensure_assignable, open_case};
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{check_field_rights, edit_any, is_author, merged};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `appointment.update`
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `stale_view`; [`CommandError::Forbidden`] to replace
/// words one may not read; [`CommandError::Field`] with `required` for no day, `unknown_value` for somebody who
/// follows no cases; [`CommandError::Rule`] with `case_closed` when given anew in a closed case; the database.
pub fn update(session: &Session<'_>, args: Edit<Appointment>) -> Result<Written, CommandError> {
    let patch = edit_any::<Appointment>(args)?;
    session.write(|tx| {
        let held = tx
            .reader()
            .get::<Appointment>(AppointmentId(patch.id))?
            .ok_or(CommandError::NotFound)?;
        must_see(tx.reader(), session, held.record.person, held.record.case)?;
        check_field_rights(
            session,
            &patch,
            &held.record,
            is_author(session, held.record.staff),
        )?;
        let after = merged(&held.record, &patch)?;
        if after.day.is_none() {
            return Err(CommandError::Field {
                field: "day",
                code: Code::Required,
            });
        }
        // Given anew, and to somebody else, as by appointment.create.
        if after.is_planned()
            && !held.record.is_planned()
            && let Some(case) = held.record.case
        {
            open_case(tx.reader(), session, case)?;
        }
        if let Some(staff) = after.staff.filter(|_| after.staff != held.record.staff) {
            ensure_assignable(tx.reader(), "staff", staff)?;
        }
        tx.update(
            Kind::Appointment,
            patch.id,
            patch.fields.clone(),
            &patch.seen,
        )?;
        Ok(())
    })?;
    Ok(Written {
        id: patch.id.to_string(),
    })
}
