//! An appointment moved, kept, missed or cancelled.

use jisr_domain::appointment::Appointment;

use crate::case::{ensure_assignable, open_case};
use crate::error::CommandError;
use crate::input::{self, Asked, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `appointment.update`
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Appointment>) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for Appointment {
    /// It is given, or given anew, in an open case alone, and to somebody who follows cases.
    fn allowed(asked: &Asked<'_, Self>, after: &mut Self) -> Result<(), CommandError> {
        let before = asked.before.map(|held| &held.record);
        let given = match before {
            None => true,
            Some(before) => after.is_planned() && !before.is_planned(),
        };
        if let Some(case) = after.case.filter(|_| given) {
            open_case(asked.reader, asked.session, case)?;
        }
        let same = |staff| before.is_some_and(|before| before.staff == Some(staff));
        if let Some(staff) = after.staff.filter(|staff| !same(*staff)) {
            ensure_assignable(asked.reader, "staff", staff)?;
        }
        Ok(())
    }
}
