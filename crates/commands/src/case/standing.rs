//! Where every case of the center stands, and who has it: walked along an index of the store that holds what the
//! folds need and no more, so that twenty thousand cases are counted while a screen opens.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use jisr_domain::case::{CaseEvent, CaseState, fold};
use jisr_domain::id::{CaseEventId, CaseId};
use jisr_store::Reader;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::CommandError;
use crate::session::Session;

/// The cases the one at work may know of.
///
/// # Errors
/// The database.
pub(crate) fn visible_cases(
    reader: &Reader<'_>,
    session: &Session<'_>,
) -> Result<BTreeSet<CaseId>, CommandError> {
    let found: Vec<String> = reader.sql(
        "SELECT case_id FROM case_access WHERE staff IN ('*', ?1)",
        [session.staff().to_string()],
        |row| row.get(0),
    )?;
    Ok(super::load::ids(&found).into_iter().collect())
}

/// Of each of `cases`, whether it is open and who has it. The day and the reason of a closing are not told.
///
/// # Errors
/// The database.
pub(crate) fn standing(
    reader: &Reader<'_>,
    cases: &BTreeSet<CaseId>,
) -> Result<BTreeMap<CaseId, CaseState>, CommandError> {
    let mut standing: BTreeMap<CaseId, CaseState> = cases
        .iter()
        .map(|case| (*case, CaseState::default()))
        .collect();
    reader.groups(
        "SELECT \"case\", \"id\", \"at\", \"event\", \"staff\" FROM case_event INDEXED BY case_event_course \
         WHERE event IN ('assigned', 'lead_set', 'unassigned', 'closed', 'reopened') ORDER BY \"case\"",
        [],
        |row| {
            let event = CaseEvent {
                event: code(row.get(3)?),
                at: moment(row.get(2)?),
                staff: id(row.get(4)?).map(Into::into),
                ..CaseEvent::default()
            };
            let name = CaseEventId(id(row.get(1)?).unwrap_or_default());
            Ok((id(row.get(0)?).map(CaseId), (name, event)))
        },
        |case, course| {
            if let Some(state) = case.and_then(|case| standing.get_mut(&case)) {
                *state = fold(course);
            }
        },
    )?;
    Ok(standing)
}

/// An id as the store writes it.
pub(crate) fn id(text: Option<String>) -> Option<uuid::Uuid> {
    text.and_then(|text| text.parse().ok())
}

/// A moment as the store writes it.
pub(crate) fn moment(text: Option<String>) -> Option<DateTime<Utc>> {
    text.and_then(|text| text.parse().ok())
}

/// A code as the store writes it; nothing for one of a newer program.
pub(crate) fn code<T: DeserializeOwned>(text: Option<String>) -> Option<T> {
    serde_json::from_value(Value::String(text?)).ok()
}
