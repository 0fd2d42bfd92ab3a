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
    /// sealed case has hidden the person from them since: it goes with a case of that person.
    pub(crate) fn keeper(
        &self,
        (case, person): Plan,
        planned_for: Option<StaffId>,
    ) -> Option<StaffId> {
        let of_hidden = match (case, person) {
            (None, Some(person)) => self
                .access
                .of_hidden
                .get(&person)
                .map_or(&[][..], Vec::as_slice),
            _ => &[],
        };
        let hides = |staff: StaffId| {
            let known = of_hidden
                .iter()
                .any(|case| self.access.may_know(*case, staff));
            of_hidden.first().copied().filter(|_| !known)
        };
        let followed = case.or_else(|| hides(planned_for?));
        let Some((case, state)) =
            followed.and_then(|case| Some((case, self.access.states.get(&case)?)))
        else {
            return planned_for;
        };
        let here =
            |staff: StaffId| self.access.may_know(case, staff) && !self.gone.contains(&staff);
        // Hidden from everybody it is given to, it is for those who may know of it.
        let keeper = state.keeper(planned_for, here);
        keeper
            .filter(|staff| here(*staff))
            .or_else(|| self.access.first_reader(case, here))
            .or(keeper)
    }
}
