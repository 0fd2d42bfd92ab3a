//! Planning a visit, or telling of one already made.

use jisr_domain::id::VisitId;
use jisr_domain::visit::{Visit, VisitKind};

use super::PlanVisitArgs;
use super::rules::{safe, told};
use crate::case::{ensure_assignable, open_case};
use crate::code::Code;
use crate::error::CommandError;
use crate::input;
use crate::session::Session;
use crate::view::Written;

/// Plans a visit in a case, for oneself unless somebody else goes. One already made is recorded as such.
///
/// # Errors
/// A case or a day missing, or how a visit already made went; the case unknown or closed; a visit made on a day to come; a home visit to
/// somebody who has not said that they may be reached.
pub fn plan(session: &Session<'_>, args: PlanVisitArgs) -> Result<Written, CommandError> {
    let mut visit: Visit = input::clean_record(&args.visit)?;
    let case = visit.case.ok_or(CommandError::Field {
        field: "case",
        code: Code::Required,
    })?;
    let day = visit
        .planned_on
        .or(visit.performed_on)
        .ok_or(CommandError::Field {
            field: "planned_on",
            code: Code::Required,
        })?;
    visit.planned_on = Some(day);
    visit.kind = visit.kind.or(Some(VisitKind::Home));
    visit.staff = visit.staff.or(Some(session.staff()));
    match visit.performed_on {
        Some(day) => {
            input::happened(session, Some(day))?;
            told(&visit)?;
            visit.performed_at = Some(session.now());
            visit.performed_by = visit.performed_by.or(Some(session.staff()));
        }
        None => {
            visit.performed_at = None;
            visit.performed_by = None;
            visit.outcome = None;
        }
    }
    session.write(|tx| {
        open_case(tx.reader(), session, case)?;
        let person = input::about(tx.reader(), session, visit.person, Some(case))?;
        if let Some(staff) = visit.staff.filter(|staff| *staff != session.staff()) {
            ensure_assignable(tx.reader(), "staff", staff)?;
        }
        safe(tx.reader(), session, person, &visit)?;
        if visit.household.is_none() {
            visit.household = crate::household::household_view(tx.reader(), session, person)?
                .map(|household| household.household);
        }
        let id = VisitId(session.new_id());
        tx.create(
            id,
            &Visit {
                person: Some(person),
                ..visit.clone()
            },
        )?;
        Ok(Written { id: id.to_string() })
    })
}
