//! A record as an editable view needs it.

use jisr_domain::id::StaffId;
use jisr_domain::record::Record;
use jisr_sync::{RecordState, Seen};
use serde_json::Value;

use super::columns::lenient;
use super::row::Row;
use crate::Result;

/// A record with what an editable view must know of it.
#[derive(Clone, Debug)]
pub struct Held<R: Record> {
    /// Which.
    pub id: R::Id,
    /// What is shown.
    pub record: R,
    /// Everything, siblings included.
    pub state: RecordState,
    /// The token every write of this view hands back (rule 4).
    pub seen: String,
    /// Fields with more than one value, for a person to choose.
    pub conflicts: Vec<FieldConflict>,
    /// The hub has never had it: not sent yet, or rejected.
    pub only_here: bool,
    /// Own changes have not been settled by the hub.
    pub pending: bool,
}

/// A field in conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldConflict {
    /// Which.
    pub field: &'static str,
    /// Its different values, newest first; equal ones appear once, under their newest writer.
    pub values: Vec<ConflictValue>,
}

/// One value of a field in conflict.
#[derive(Clone, Debug, PartialEq)]
pub struct ConflictValue {
    /// The value; null when somebody emptied the field.
    pub value: Value,
    /// Who wrote it.
    pub actor: StaffId,
    /// When, UTC milliseconds.
    pub at_ms: u64,
    /// Names this value among the others.
    pub dot: String,
}

pub(super) fn held<R: Record>(id: R::Id, row: Row) -> Result<Held<R>> {
    let definition = R::DEFINITION;
    let conflicts = row
        .state
        .conflicts(&definition)
        .map(|(field, state)| {
            let mut siblings: Vec<_> = state.siblings.iter().collect();
            siblings.sort_by_key(|s| std::cmp::Reverse((s.stamp, s.dot)));
            let mut values: Vec<ConflictValue> = Vec::new();
            for s in siblings {
                if values.iter().all(|known| known.value != s.value) {
                    values.push(ConflictValue {
                        value: s.value.clone(),
                        actor: s.actor,
                        at_ms: s.stamp.ms(),
                        dot: s.dot.to_string(),
                    });
                }
            }
            FieldConflict { field, values }
        })
        .collect();
    Ok(Held {
        id,
        record: lenient(&row.state.shown(&definition))?,
        seen: Seen::of(&row.state).token(),
        conflicts,
        only_here: row.at_hub == 0,
        pending: row.pending > 0,
        state: row.state,
    })
}
