//! Appointments of which nobody has said what became.

use chrono::NaiveDate;
use jisr_domain::appointment::Appointment;
use jisr_domain::id::{AppointmentId, StaffId};
use jisr_store::Reader;

use crate::access::may_see;
use crate::case::Keepers;
use crate::error::CommandError;
use crate::session::Session;

/// Appointments still planned that the one at work may know of: theirs to keep now who are named by `staff`, or
/// everybody's, from a day to a day, both included. `staff` is who is to keep each as its case stands now.
///
/// # Errors
/// The database.
pub(crate) fn planned(
    reader: &Reader<'_>,
    session: &Session<'_>,
    staff: Option<StaffId>,
    days: (Option<NaiveDate>, Option<NaiveDate>),
) -> Result<Vec<(AppointmentId, Appointment)>, CommandError> {
    let found = reader.planned_appointments(staff, days)?;
    let keepers = Keepers::of(
        reader,
        found.iter().map(|(_, record)| (record.case, record.person)),
    )?;
    let mut known = Vec::new();
    for (id, mut record) in found {
        record.staff = keepers.keeper((record.case, record.person), record.staff);
        if staff.is_some_and(|staff| record.staff != Some(staff)) {
            continue;
        }
        if may_see(reader, session, record.person, record.case)? {
            known.push((id, record));
        }
    }
    Ok(known)
}
