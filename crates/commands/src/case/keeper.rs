//! Who is to make a visit or keep an appointment, as the case stands now: asked here by every list, count and page. What
//! was planned is never rewritten when a case is handed on, so that plans that arrive late follow it too.

use std::collections::BTreeSet;

use jisr_domain::center::Staff;
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_store::{PlanAccess, Reader};

use crate::error::CommandError;

/// The case something is planned in, and whom it is about.
pub(crate) type Plan = (Option<CaseId>, Option<PersonId>);

/// What decides who keeps the plans of some cases.
pub(crate) struct Keepers {
    access: PlanAccess,
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
        let mut people: BTreeSet<PersonId> = BTreeSet::new();
        for plan in plans {
            match plan {
                (Some(case), _) => cases.insert(case),
                (None, Some(person)) => people.insert(person),
                (None, None) => false,
            };
        }
        let gone = reader.list::<Staff>("\"left_on\" IS NOT NULL", [])?;
        Ok(Self {
            access: reader.plan_access(cases, &people)?,
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
            (None, Some(person)) => self
                .access
                .sealed
                .get(&person)
                .map_or(&[][..], Vec::as_slice),
            _ => &[],
        };
        let hides = |staff: StaffId| {
            let mut by = hiding.iter().copied();
            by.find(|case| !self.access.may_know(*case, staff))
        };
        let followed = case.or_else(|| hides(planned_for?));
        let Some((case, state)) =
            followed.and_then(|case| Some((case, self.access.states.get(&case)?)))
        else {
            return planned_for;
        };
        let here = |staff: StaffId| {
            self.access.may_know(case, staff)
                && hides(staff).is_none()
                && !self.gone.contains(&staff)
        };
        // Hidden from everybody it is given to, as another case of the person was sealed, it is for those who are named there.
        let keeper = state.keeper(planned_for, here);
        keeper
            .filter(|staff| here(*staff))
            .or_else(|| self.access.first_reader(case, here))
            .or(keeper)
    }
}
