//! The protocols of several cases and what happened in each, each kind of record asked for once.

use std::collections::HashMap;

use jisr_domain::id::{CaseId, ProtocolInstanceId, StepEventId};
use jisr_domain::track::{ProtocolInstance, StepEvent};
use jisr_store::Reader;

use crate::error::CommandError;

/// The protocols followed in some cases.
#[derive(Default)]
pub(crate) struct Steps {
    /// Those of each case.
    pub(crate) instances: HashMap<CaseId, Vec<(ProtocolInstanceId, ProtocolInstance)>>,
    /// What happened in each case.
    pub(crate) events: HashMap<CaseId, Vec<(StepEventId, StepEvent)>>,
}

impl Steps {
    /// Of `cases`.
    ///
    /// # Errors
    /// The database.
    pub(crate) fn of(reader: &Reader<'_>, cases: &[CaseId]) -> Result<Self, CommandError> {
        let mut steps = Self::default();
        for (id, instance) in reader.where_in::<ProtocolInstance>("case", cases)? {
            if let Some(case) = instance.case {
                steps
                    .instances
                    .entry(case)
                    .or_default()
                    .push((id, instance));
            }
        }
        let followed: Vec<CaseId> = steps.instances.keys().copied().collect();
        for (id, event) in reader.where_in::<StepEvent>("case", &followed)? {
            if let Some(case) = event.case {
                steps.events.entry(case).or_default().push((id, event));
            }
        }
        Ok(steps)
    }
}
