//! Writing what happens to a case.

use jisr_domain::case::{CaseEvent, CaseEventType, ClosureReason};
use jisr_domain::id::{CaseEventId, CaseId, StaffId};
use jisr_store::Tx;

use crate::error::CommandError;
use crate::session::Session;

/// What an event says besides its kind.
#[derive(Default)]
pub(super) struct EventDetails {
    pub(super) staff: Option<StaffId>,
    pub(super) reason: Option<ClosureReason>,
    pub(super) note: Option<String>,
}

impl EventDetails {
    /// About `staff`, and nothing else.
    pub(super) fn of(staff: StaffId) -> Self {
        Self {
            staff: Some(staff),
            ..Self::default()
        }
    }
}

/// Writes an event of `case`, now, by the one at work.
pub(super) fn record(
    session: &Session<'_>,
    tx: &mut Tx<'_>,
    case: CaseId,
    event: CaseEventType,
    details: EventDetails,
) -> Result<CaseEventId, CommandError> {
    let id = CaseEventId(session.new_id());
    let record = CaseEvent {
        case: Some(case),
        event: Some(event),
        at: Some(session.now()),
        day: Some(session.today()),
        by: Some(session.staff()),
        staff: details.staff,
        reason: details.reason,
        note: details.note,
    };
    tx.create(id, &record)?;
    Ok(id)
}
