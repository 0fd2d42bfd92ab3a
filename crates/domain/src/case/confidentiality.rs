//! How confidential a case is, and who may make it less so. Asked by the hub of every transaction and by the
//! commands of every edit, so that neither takes what the other refuses.

use super::{Case, Confidentiality};
use crate::id::StaffId;
use crate::role::Role;

impl Case {
    /// How confidential it is. One whose confidentiality has not arrived is taken to be restricted.
    pub fn level(&self) -> Confidentiality {
        self.confidentiality.unwrap_or(Confidentiality::Restricted)
    }
}

impl Confidentiality {
    /// Whether what is confidential may be written in a case of this level: not everybody at the center reads it.
    #[must_use]
    pub fn keeps_apart(self) -> bool {
        self > Confidentiality::Ordinary
    }

    /// Whether somebody of this `role` may take a case from this level to `to`; `leads`: they are its responsible one.
    ///
    /// To restrict is everybody's who may write in the case; to seal, which hides its person from colleagues, is for its
    /// responsible one or a director. Less is asked of each level that is left: what is sealed is opened by its
    /// responsible one, who knows whom it hides from, and by no rank; what is restricted is opened to the center by a
    /// director. From sealed to ordinary both are asked (sync rules 6 and 20).
    #[must_use]
    pub fn may_become(self, to: Confidentiality, role: Role, leads: bool) -> bool {
        let unseals = self == Confidentiality::Sealed && to < Confidentiality::Sealed;
        let seals = self < Confidentiality::Sealed && to == Confidentiality::Sealed;
        let opens = self >= Confidentiality::Restricted && to < Confidentiality::Restricted;
        (!unseals || leads)
            && (!seals || leads || role == Role::Director)
            && (!opens || role == Role::Director)
    }

    /// The levels they may give a case of this one, the least protected first; its own is among them.
    #[must_use]
    pub fn choices(self, role: Role, leads: bool) -> Vec<Confidentiality> {
        Confidentiality::ALL
            .iter()
            .copied()
            .filter(|to| self.may_become(*to, role, leads))
            .collect()
    }
}

/// Whether `by`, of this `role`, may take `staff` from those named in a sealed case: not somebody it is given to, unless
/// they do it themselves, or a director says why (sync rule 20). `assigned`: it is given to `staff`.
#[must_use]
pub fn may_unname(
    (staff, assigned): (StaffId, bool),
    (by, role): (StaffId, Role),
    says_why: bool,
) -> bool {
    !assigned || staff == by || (role == Role::Director && says_why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidentiality::{Ordinary, Restricted, Sealed};

    #[test]
    fn restricted_is_opened_by_a_director_and_sealed_by_the_responsible_one() {
        for (role, leads, from, choices) in [
            (
                Role::Director,
                false,
                Restricted,
                &[Ordinary, Restricted, Sealed][..],
            ),
            (Role::Caseworker, true, Restricted, &[Restricted, Sealed]),
            (Role::Caseworker, false, Restricted, &[Restricted]),
            (Role::Director, false, Sealed, &[Sealed]),
            (Role::Caseworker, false, Sealed, &[Sealed]),
            (Role::Caseworker, true, Sealed, &[Restricted, Sealed]),
            (
                Role::Director,
                true,
                Sealed,
                &[Ordinary, Restricted, Sealed],
            ),
            (Role::Field, false, Ordinary, &[Ordinary, Restricted]),
        ] {
            assert_eq!(
                from.choices(role, leads),
                choices,
                "{role:?} {leads} {from:?}"
            );
        }
    }

    #[test]
    fn to_restrict_is_never_refused_and_nobody_goes_by_two_steps_where_one_is_refused() {
        for role in Role::ALL {
            for leads in [false, true] {
                for from in Confidentiality::ALL.iter().copied() {
                    for to in Confidentiality::ALL.iter().copied() {
                        let direct = from.may_become(to, role, leads);
                        assert!(direct || to < from || to == Confidentiality::Sealed);
                        let by_steps = Confidentiality::ALL.iter().any(|by| {
                            from.may_become(*by, role, leads) && by.may_become(to, role, leads)
                        });
                        assert_eq!(direct, by_steps, "{role:?} {leads} {from:?} {to:?}");
                    }
                }
            }
        }
    }
}
