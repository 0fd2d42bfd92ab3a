//! Moving a visit, cancelling it, or telling how it went.

use jisr_domain::visit::{Visit, VisitStanding};

use super::rules::safe;
use crate::case::{ensure_assignable, open_case};
use crate::error::CommandError;
use crate::household::household_view;
use crate::input::{self, Asked, WriteRules};
use crate::session::Session;
use crate::view::{Edit, Written};

/// `visit.update`
///
/// # Errors
/// Those of [`input::update`].
pub fn update(session: &Session<'_>, args: Edit<Visit>) -> Result<Written, CommandError> {
    input::update(session, args)
}

impl WriteRules for Visit {
    /// It is planned, or planned anew, in an open case alone and for somebody who follows cases; nobody is visited at
    /// home before they said that they may be reached.
    fn allowed(asked: &Asked<'_, Self>, after: &mut Self) -> Result<(), CommandError> {
        let (reader, session) = (asked.reader, asked.session);
        let before = asked.before.map(|held| &held.record);
        // One left at the closing may still be moved.
        let planned_anew = before.is_none_or(|before| {
            after.standing() == VisitStanding::Planned
                && before.standing() != VisitStanding::Planned
        });
        if let Some(case) = after.case.filter(|_| planned_anew) {
            open_case(reader, session, case)?;
        }
        let known = before.map_or(Some(session.staff()), |before| before.staff);
        if let Some(staff) = after.staff.filter(|staff| known != Some(*staff)) {
            ensure_assignable(reader, "staff", staff)?;
        }
        // Said after all not to have been made, it is still to come.
        let moved = before.is_none_or(|before| {
            after.planned_on != before.planned_on
                || after.kind != before.kind
                || after.standing() != before.standing()
        });
        let Some(person) = after.person else {
            return Ok(());
        };
        if moved {
            safe(reader, session, person, after)?;
        }
        if before.is_none() && after.household.is_none() {
            after.household = household_view(reader, session, person)?.map(|one| one.household);
        }
        Ok(())
    }
}
