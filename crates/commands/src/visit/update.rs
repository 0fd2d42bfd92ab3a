//! Moving a visit, cancelling it, or telling how it went.

use jisr_domain::id::VisitId;
use jisr_domain::record::Kind;
use jisr_domain::visit::{Visit, VisitStanding};
use serde_json::json;

use super::rules::{safe, told};
use crate::case::{ensure_assignable, open_case};
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::{Edit, Written};

/// Changes a visit. The day it was made settles when and by whom; one whose planned day is taken away is cancelled.
///
/// # Errors
/// The visit unknown; a view that did not show what is there; a visit made on a day to come, or of which nobody says how it went; a home visit to
/// somebody who has not said that they may be reached; planned anew in a closed case; given
/// to somebody who follows no cases.
pub fn update(session: &Session<'_>, edit: Edit<Visit>) -> Result<Written, CommandError> {
    let mut patch = input::edit_any::<Visit>(edit)?;
    session.write(|tx| {
        let id = VisitId(patch.id);
        let held = tx
            .reader()
            .find::<Visit>(id)?
            .ok_or(CommandError::NotFound)?;
        crate::access::must_see(tx.reader(), session, held.person, held.case)?;
        // When it was told is the core's own to say.
        patch.fields.remove("performed_at");
        let after = input::merged(&held, &patch)?;
        if after.performed_on != held.performed_on || patch.fields.contains_key("outcome") {
            told(&after)?;
        }
        if let Some(day) = after
            .performed_on
            .filter(|day| held.performed_on != Some(*day))
        {
            input::happened(session, Some(day))?;
            patch
                .fields
                .insert("performed_at".to_owned(), json!(session.now()));
            patch
                .fields
                .entry("performed_by".to_owned())
                .or_insert(json!(session.staff()));
        }
        // Planned anew, as by visit.plan; one left at the closing may still be moved.
        if after.standing() == VisitStanding::Planned
            && held.standing() != VisitStanding::Planned
            && let Some(case) = held.case
        {
            open_case(tx.reader(), session, case)?;
        }
        if let Some(staff) = after.staff.filter(|_| after.staff != held.staff) {
            ensure_assignable(tx.reader(), "staff", staff)?;
        }
        // Said after all not to have been made, it is still to come.
        let to_come = after.standing() != held.standing();
        let moved = after.planned_on != held.planned_on || after.kind != held.kind || to_come;
        if let Some(person) = held.person.filter(|_| moved) {
            safe(tx.reader(), session, person, &after)?;
        }
        tx.update(Kind::Visit, id.0, patch.fields, &patch.seen)?;
        Ok(Written { id: id.to_string() })
    })
}
