//! Who is to make a visit or keep an appointment, as the case stands now: asked here by every list, count and page. What
//! was planned is never rewritten when a case is handed on, so that plans that arrive late follow it too.

use std::collections::{BTreeSet, HashMap};

use jisr_domain::case::CaseState;
use jisr_domain::center::Staff;
use jisr_domain::id::{CaseId, StaffId};
use jisr_store::Reader;
use serde_json::json;

use super::load::states;
use crate::error::CommandError;

/// SQL that holds for records of cases once given to the one whose id is `?1`: what they may be to keep now, beside what
/// was planned for them.
pub(crate) const ONCE_GIVEN: &str = "\"case\" IN (SELECT given.\"case\" FROM case_event given \
     WHERE given.staff = ?1 AND given.event IN ('assigned', 'lead_set'))";

/// What decides who keeps the plans of some cases.
pub(crate) struct Keepers {
    states: HashMap<CaseId, CaseState>,
    /// Who may know of each case, as the store keeps it; `*` is everybody.
    known: HashMap<CaseId, BTreeSet<String>>,
    /// Those who left the center.
    gone: BTreeSet<StaffId>,
}

impl Keepers {
    /// Of `cases`.
    ///
    /// # Errors
    /// The database.
    pub(crate) fn of(
        reader: &Reader<'_>,
        cases: impl IntoIterator<Item = Option<CaseId>>,
    ) -> Result<Self, CommandError> {
        let cases: BTreeSet<CaseId> = cases.into_iter().flatten().collect();
        let cases = Vec::from_iter(cases);
        let ids: Vec<String> = cases.iter().map(ToString::to_string).collect();
        let access: Vec<(String, String)> = reader.sql(
            "SELECT case_id, staff FROM case_access WHERE case_id IN (SELECT value FROM json_each(?1))",
            [json!(ids).to_string()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut known: HashMap<CaseId, BTreeSet<String>> = HashMap::new();
        for (case, staff) in access {
            if let Ok(case) = case.parse() {
                known.entry(CaseId(case)).or_default().insert(staff);
            }
        }
        let gone = reader.list::<Staff>("\"left_on\" IS NOT NULL", [])?;
        Ok(Self {
            states: states(reader, &cases)?.into_iter().collect(),
            known,
            gone: gone.into_iter().map(|(id, _)| id).collect(),
        })
    }

    /// Who is to do what was planned for `planned_for` in `case`; outside any case, the one it was planned for.
    pub(crate) fn keeper(
        &self,
        case: Option<CaseId>,
        planned_for: Option<StaffId>,
    ) -> Option<StaffId> {
        let Some((case, state)) = case.and_then(|case| Some((case, self.states.get(&case)?)))
        else {
            return planned_for;
        };
        state.keeper(planned_for, |staff| {
            let may_know = self
                .known
                .get(&case)
                .is_some_and(|known| known.contains("*") || known.contains(&staff.to_string()));
            may_know && !self.gone.contains(&staff)
        })
    }
}
