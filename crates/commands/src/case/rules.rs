//! Who may do what in a case.

use jisr_domain::case::{Case, CaseEvent, CaseState, CaseStatus, Confidentiality, fold};
use jisr_domain::center::Staff;
use jisr_domain::id::{CaseId, StaffId};
use jisr_domain::role::Role;
use jisr_store::{Held, Reader};

use super::CaseAct;
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::user::staff_card;
use crate::view::StaffCard;

/// The case, for those who may know of it.
///
/// # Errors
/// [`CommandError::NotFound`].
pub(crate) fn visible_case(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
) -> Result<Held<Case>, CommandError> {
    if !crate::access::may_see_case(reader, session, case)? {
        return Err(CommandError::NotFound);
    }
    reader.get::<Case>(case)?.ok_or(CommandError::NotFound)
}

/// The case, to write something new in it.
///
/// # Errors
/// [`CommandError::NotFound`]; [`CommandError::Rule`] with `case_closed`.
pub(crate) fn open_case(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
) -> Result<Held<Case>, CommandError> {
    let held = visible_case(reader, session, case)?;
    if state_of(reader, case)?.status == CaseStatus::Closed {
        return Err(CommandError::Rule(Code::CaseClosed));
    }
    Ok(held)
}

/// What the events of a case make of it.
///
/// # Errors
/// The database.
pub(crate) fn state_of(reader: &Reader<'_>, case: CaseId) -> Result<CaseState, CommandError> {
    Ok(fold(&reader.by::<CaseEvent>("case", case)?))
}

/// Whether the one at work decides who follows the case and when it ends: the director, those it is given to, anybody
/// when it is given to nobody.
pub(super) fn can_manage(session: &Session<'_>, state: &CaseState) -> bool {
    session.me().role == Role::Director
        || state.assigned.contains(&session.staff())
        || state.assigned.is_empty()
}

/// What the one at work may do in a case.
pub(super) fn may(session: &Session<'_>, state: &CaseState) -> Vec<CaseAct> {
    let open = state.status == CaseStatus::Open;
    let manages = can_manage(session, state);
    [
        (CaseAct::Edit, open),
        (CaseAct::Assign, open && manages),
        (CaseAct::Close, open && manages),
        (CaseAct::Reopen, !open && manages),
    ]
    .into_iter()
    .filter(|(_, may)| *may)
    .map(|(act, _)| act)
    .collect()
}

/// Makes sure `staff` can be given a case: works here still, in a function that follows cases.
///
/// # Errors
/// [`CommandError::Field`] with `unknown_value`.
pub(crate) fn ensure_assignable(
    reader: &Reader<'_>,
    field: &'static str,
    staff: StaffId,
) -> Result<(), CommandError> {
    if reader
        .find::<Staff>(staff)?
        .is_some_and(|staff| can_follow(&staff))
    {
        Ok(())
    } else {
        Err(CommandError::Field {
            field,
            code: Code::UnknownValue,
        })
    }
}

fn can_follow(staff: &Staff) -> bool {
    staff.left_on.is_none() && staff.role.is_some_and(Role::follows_cases)
}

/// Whether a case is kept from `staff` whoever it is given to: it is sealed, and does not name them.
pub(super) fn leaves_out(case: &Case, state: &CaseState, staff: StaffId) -> bool {
    case.confidentiality == Some(Confidentiality::Sealed) && !state.named_in(case).contains(&staff)
}

/// Those a case can be given to, by what `case.assign` asks.
///
/// # Errors
/// The database.
pub(super) fn assignable(
    reader: &Reader<'_>,
    case: &Case,
    state: &CaseState,
) -> Result<Vec<StaffCard>, CommandError> {
    let staff = reader.list::<Staff>("\"left_on\" IS NULL ORDER BY \"id\"", [])?;
    staff
        .into_iter()
        .filter(|(id, staff)| can_follow(staff) && !leaves_out(case, state, *id))
        .map(|(id, _)| staff_card(reader, id))
        .collect()
}
