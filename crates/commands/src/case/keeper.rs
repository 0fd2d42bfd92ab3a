//! Who is to make a visit or keep an appointment, as the case stands now: asked here by every list, count and page. What
//! was planned is never rewritten when a case is handed on, so that plans that arrive late follow it too.

use std::collections::{BTreeSet, HashMap};

use jisr_domain::case::CaseState;
use jisr_domain::center::Staff;
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_store::Reader;
use serde_json::json;

use super::load::states;
use crate::error::CommandError;

/// SQL that holds for records of cases once given to the one whose id is `?1`, and for those of no case about people a
/// sealed case hides: what they may be to keep now, beside what was planned for them.
pub(crate) const ONCE_GIVEN: &str = "(\"case\" IN (SELECT given.\"case\" FROM case_event given \
     WHERE given.staff = ?1 AND given.event IN ('assigned', 'lead_set')) \
     OR \"case\" IS NULL AND person IN (SELECT hidden.person FROM person_sealed hidden))";

/// The case something is planned in, and whom it is about.
pub(crate) type Plan = (Option<CaseId>, Option<PersonId>);

/// What decides who keeps the plans of some cases.
pub(crate) struct Keepers {
    states: HashMap<CaseId, CaseState>,
    /// Who may know of each case, as the store keeps it; `*` is everybody.
    known: HashMap<CaseId, BTreeSet<String>>,
    /// The sealed cases that hide the people of plans outside any case.
    sealed: HashMap<PersonId, Vec<CaseId>>,
    /// Those who left the center.
    gone: BTreeSet<StaffId>,
}

impl Keepers {
    /// Of what is planned in these cases, about these people.
    ///
    /// # Errors
    /// The database.
    pub(crate) fn of(
        reader: &Reader<'_>,
        plans: impl IntoIterator<Item = Plan>,
    ) -> Result<Self, CommandError> {
        let mut cases: BTreeSet<CaseId> = BTreeSet::new();
        let mut people: BTreeSet<String> = BTreeSet::new();
        for plan in plans {
            match plan {
                (Some(case), _) => cases.insert(case),
                (None, Some(person)) => people.insert(person.to_string()),
                (None, None) => false,
            };
        }
        let hidden: Vec<(String, String)> = reader.sql(
            "SELECT person, case_id FROM person_sealed WHERE person IN (SELECT value FROM json_each(?1)) ORDER BY case_id",
            [json!(people).to_string()],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let mut sealed: HashMap<PersonId, Vec<CaseId>> = HashMap::new();
        for (person, case) in hidden {
            if let (Ok(person), Ok(case)) = (person.parse(), case.parse()) {
                sealed
                    .entry(PersonId(person))
                    .or_default()
                    .push(CaseId(case));
                cases.insert(CaseId(case));
            }
        }
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
            sealed,
            gone: gone.into_iter().map(|(id, _)| id).collect(),
        })
    }

    /// Who is to do what was planned for `planned_for` in a case; outside any case, the one it was planned for, unless a
    /// sealed case has hidden the person from them since: it goes with that case.
    pub(crate) fn keeper(
        &self,
        (case, person): Plan,
        planned_for: Option<StaffId>,
    ) -> Option<StaffId> {
        let hiding = match (case, person) {
            (None, Some(person)) => self.sealed.get(&person).map_or(&[][..], Vec::as_slice),
            _ => &[],
        };
        let hides = |staff: StaffId| {
            let mut by = hiding.iter().copied();
            by.find(|case| !self.may_know(*case, staff))
        };
        let followed = case.or_else(|| hides(planned_for?));
        let Some((case, state)) = followed.and_then(|case| Some((case, self.states.get(&case)?)))
        else {
            return planned_for;
        };
        state.keeper(planned_for, |staff| {
            self.may_know(case, staff) && hides(staff).is_none() && !self.gone.contains(&staff)
        })
    }

    fn may_know(&self, case: CaseId, staff: StaffId) -> bool {
        self.known
            .get(&case)
            .is_some_and(|known| known.contains("*") || known.contains(&staff.to_string()))
    }
}
