//! Who may receive a record: one pure function, used by the hub to feed devices and by `commands` to answer
//! the person at the keyboard (sync rules 20–22).
//!
//! A case's children follow the case; a person absent for the rest because of a sealed case takes along
//! everything that names them.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case::Confidentiality;
use crate::id::{CenterId, DeviceId, StaffId};
use crate::record::About;

/// A stream of records a device may follow (sync rule 13).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(tag = "feed", content = "id", rename_all = "snake_case")]
pub enum Feed {
    /// Ordinary records of a center.
    Center(CenterId),
    /// Restricted and sealed records of one person.
    User(StaffId),
    /// Verdicts and orders of one device.
    Device(DeviceId),
}

/// What is known of the case a record belongs to. When the case itself has not arrived, the record waits:
/// its audience is nobody but those who wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseRoot {
    /// The most protective value in force.
    pub confidentiality: Option<Confidentiality>,
    /// Folded from the case's events.
    pub assigned: BTreeSet<StaffId>,
    /// For a sealed case.
    pub named: BTreeSet<StaffId>,
}

/// What a record hangs from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roots {
    /// The center that keeps it.
    pub center: CenterId,
    /// Everything it hangs from is declared, named and here. Else it goes to nobody yet.
    pub known: bool,
    /// The case it belongs to: `None` when it belongs to none.
    pub case: Option<CaseRoot>,
    /// For every sealed case of the person it names: who is named there.
    pub sealed: Vec<BTreeSet<StaffId>>,
    /// The directors of that center.
    pub directors: BTreeSet<StaffId>,
    /// For a packet, or an answer the addressed center wrote to one: that center and its intake users.
    pub addressed: Option<(CenterId, BTreeSet<StaffId>)>,
}

/// The feeds a record goes to that is about what `about` says, with these roots.
pub fn audience(about: About, roots: &Roots) -> BTreeSet<Feed> {
    let mut feeds = within_center(about, roots);
    if matches!(about, About::CaseOrThatOf { .. }) {
        // The answer follows the origin case (rule 22), and stays in sight of those who gave it.
        feeds.extend(
            roots
                .addressed
                .iter()
                .flat_map(|(_, users)| users)
                .map(|user| Feed::User(*user)),
        );
    }
    feeds
}

fn within_center(about: About, roots: &Roots) -> BTreeSet<Feed> {
    if !roots.known {
        return BTreeSet::new();
    }
    if matches!(about, About::Addressed { .. }) {
        return roots
            .addressed
            .iter()
            .flat_map(|(_, users)| users)
            .map(|user| Feed::User(*user))
            .collect();
    }
    let by_case: BTreeSet<Feed> = match &roots.case {
        None => BTreeSet::from([Feed::Center(roots.center)]),
        Some(case) => match case.confidentiality {
            None => BTreeSet::new(),
            Some(Confidentiality::Ordinary) => BTreeSet::from([Feed::Center(roots.center)]),
            Some(Confidentiality::Restricted) => case
                .assigned
                .iter()
                .chain(&roots.directors)
                .map(|user| Feed::User(*user))
                .collect(),
            Some(Confidentiality::Sealed) => {
                case.named.iter().map(|user| Feed::User(*user)).collect()
            }
        },
    };
    if roots.sealed.is_empty() {
        return by_case;
    }
    // The person is absent for everyone else: even an ordinary case of theirs is told to the named only.
    let named = common_users(&roots.sealed);
    if by_case.contains(&Feed::Center(roots.center)) {
        return named;
    }
    by_case.intersection(&named).copied().collect()
}

/// Those in both audiences: of what hangs from several, whoever may know of all of them.
pub fn narrower(a: &BTreeSet<Feed>, b: &BTreeSet<Feed>) -> BTreeSet<Feed> {
    let everybody =
        |feeds: &BTreeSet<Feed>| feeds.iter().any(|feed| matches!(feed, Feed::Center(_)));
    match (everybody(a), everybody(b)) {
        (true, _) => b.clone(),
        (false, true) => a.clone(),
        (false, false) => a.intersection(b).copied().collect(),
    }
}

fn common_users(sealed: &[BTreeSet<StaffId>]) -> BTreeSet<Feed> {
    let mut sets = sealed.iter();
    let first = sets.next().cloned().unwrap_or_default();
    sets.fold(first, |all, set| all.intersection(set).copied().collect())
        .into_iter()
        .map(Feed::User)
        .collect()
}

/// Whether `user` of `center` is among `feeds`.
pub fn may_see(feeds: &BTreeSet<Feed>, center: CenterId, user: StaffId) -> bool {
    feeds.contains(&Feed::Center(center)) || feeds.contains(&Feed::User(user))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Kind;
    use uuid::Uuid;

    fn about(kind: Kind) -> About {
        kind.definition().about
    }

    fn staff(n: u128) -> StaffId {
        StaffId(Uuid::from_u128(n))
    }
    fn roots(case: Option<CaseRoot>, sealed: Vec<BTreeSet<StaffId>>) -> Roots {
        Roots {
            center: CenterId(Uuid::from_u128(1)),
            known: true,
            case,
            sealed,
            directors: BTreeSet::from([staff(9)]),
            addressed: None,
        }
    }

    #[test]
    fn an_ordinary_case_goes_to_the_center_and_a_restricted_one_to_assigned_and_director() {
        let center = Feed::Center(CenterId(Uuid::from_u128(1)));
        let mut case = CaseRoot {
            confidentiality: Some(Confidentiality::Ordinary),
            assigned: BTreeSet::from([staff(2)]),
            ..CaseRoot::default()
        };
        assert_eq!(
            audience(about(Kind::Note), &roots(Some(case.clone()), vec![])),
            BTreeSet::from([center])
        );
        case.confidentiality = Some(Confidentiality::Restricted);
        let feeds = audience(about(Kind::Note), &roots(Some(case), vec![]));
        assert_eq!(
            feeds,
            BTreeSet::from([Feed::User(staff(2)), Feed::User(staff(9))])
        );
    }

    #[test]
    fn a_sealed_case_hides_the_person_and_their_ordinary_case_from_the_director_too() {
        let named = BTreeSet::from([staff(2)]);
        let only_named = BTreeSet::from([Feed::User(staff(2))]);
        assert_eq!(
            audience(about(Kind::Person), &roots(None, vec![named.clone()])),
            only_named
        );
        let ordinary = CaseRoot {
            confidentiality: Some(Confidentiality::Ordinary),
            ..CaseRoot::default()
        };
        assert_eq!(
            audience(
                about(Kind::Case),
                &roots(Some(ordinary), vec![named.clone()])
            ),
            only_named
        );
        let restricted = CaseRoot {
            confidentiality: Some(Confidentiality::Restricted),
            assigned: BTreeSet::from([staff(3)]),
            ..CaseRoot::default()
        };
        assert!(audience(about(Kind::Case), &roots(Some(restricted), vec![named])).is_empty());
    }

    #[test]
    fn whatever_hangs_from_something_unknown_goes_to_nobody() {
        let unknown = Roots {
            known: false,
            ..roots(None, vec![])
        };
        for kind in Kind::ALL {
            assert!(audience(about(*kind), &unknown).is_empty(), "{kind:?}");
        }
    }
}
