//! Who may receive a record: one pure function, used by the hub to feed devices and by `commands` to answer
//! the person at the keyboard (sync rules 20–22).
//!
//! A case's children follow the case; a person absent for the rest because of a sealed case takes along everything that
//! names them, and is told to the union of those who follow a case of theirs.

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

/// What is known of a case. When the case itself has not arrived, what belongs to it waits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseRoot {
    /// The most protective value in force.
    pub confidentiality: Option<Confidentiality>,
    /// Folded from the case's events.
    pub assigned: BTreeSet<StaffId>,
    /// For a sealed case.
    pub named: BTreeSet<StaffId>,
    /// Those who opened it: its readers while nobody knows how confidential it is.
    pub opened_by: BTreeSet<StaffId>,
}

/// What is known of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonRoot {
    /// Their cases. Of somebody of whom none is sealed they change nothing, and may be left out.
    pub cases: Vec<CaseRoot>,
    /// On a device: the hub tells of them to some users of it and not to its center, though no sealed case of theirs is
    /// here to say why.
    pub told_apart: bool,
}

impl PersonRoot {
    /// Whether they are absent for whoever follows no case of theirs: one of them is sealed.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.told_apart
            || self
                .cases
                .iter()
                .any(|case| case.confidentiality == Some(Confidentiality::Sealed))
    }

    /// Who may know of somebody hidden: the union of those who may know of any of their cases.
    #[must_use]
    pub fn readers(&self, directors: &BTreeSet<StaffId>) -> BTreeSet<StaffId> {
        self.cases
            .iter()
            .flat_map(|case| case.readers(true, directors).unwrap_or_default())
            .collect()
    }
}

impl CaseRoot {
    /// Who may know of the case, by name; nothing: the whole center. `hidden`: another case of its person is sealed, so
    /// that an ordinary one is told to those it is given to.
    #[must_use]
    pub fn readers(
        &self,
        hidden: bool,
        directors: &BTreeSet<StaffId>,
    ) -> Option<BTreeSet<StaffId>> {
        match self.confidentiality {
            None => Some(self.opened_by.clone()),
            Some(Confidentiality::Ordinary) if hidden => Some(self.assigned.clone()),
            Some(Confidentiality::Ordinary) => None,
            Some(Confidentiality::Restricted) => {
                Some(self.assigned.union(directors).copied().collect())
            }
            Some(Confidentiality::Sealed) => Some(self.named.clone()),
        }
    }
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
    /// Whose that case is.
    pub person_of_case: Option<PersonRoot>,
    /// The people it names.
    pub people: Vec<PersonRoot>,
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
    let users = |readers: BTreeSet<StaffId>| readers.into_iter().map(Feed::User).collect();
    if about == About::Directors {
        return users(roots.directors.clone());
    }
    let everybody = BTreeSet::from([Feed::Center(roots.center)]);
    let of_case = roots.case.as_ref().and_then(|case| {
        let hidden = roots
            .person_of_case
            .as_ref()
            .is_some_and(PersonRoot::is_hidden);
        case.readers(hidden, &roots.directors)
    });
    let by_case = of_case.map_or(everybody, users);
    roots
        .people
        .iter()
        .chain(&roots.person_of_case)
        .filter(|person| person.is_hidden())
        .fold(by_case, |feeds, person| {
            narrower(&feeds, &users(person.readers(&roots.directors)))
        })
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
    fn case(confidentiality: Confidentiality, assigned: &[u128], named: &[u128]) -> CaseRoot {
        let people = |people: &[u128]| people.iter().map(|n| staff(*n)).collect();
        CaseRoot {
            confidentiality: Some(confidentiality),
            assigned: people(assigned),
            named: people(named),
            opened_by: BTreeSet::new(),
        }
    }

    /// Somebody with these cases; what is asked about hangs from the one `of`, or from none.
    fn roots(cases: &[CaseRoot], of: Option<usize>) -> Roots {
        let person = PersonRoot {
            cases: cases.to_vec(),
            told_apart: false,
        };
        Roots {
            center: CenterId(Uuid::from_u128(1)),
            known: true,
            case: of.map(|of| cases[of].clone()),
            person_of_case: of.map(|_| person.clone()),
            people: vec![person],
            directors: BTreeSet::from([staff(9)]),
            addressed: None,
        }
    }

    fn users(who: &[u128]) -> BTreeSet<Feed> {
        who.iter().map(|n| Feed::User(staff(*n))).collect()
    }

    #[test]
    fn an_ordinary_case_goes_to_the_center_and_a_restricted_one_to_assigned_and_director() {
        let center = Feed::Center(CenterId(Uuid::from_u128(1)));
        let cases = [
            case(Confidentiality::Ordinary, &[2], &[]),
            case(Confidentiality::Restricted, &[2], &[]),
        ];
        let note = about(Kind::Note);
        assert_eq!(
            audience(note, &roots(&cases, Some(0))),
            BTreeSet::from([center])
        );
        assert_eq!(audience(note, &roots(&cases, Some(1))), users(&[2, 9]));
        assert_eq!(
            audience(about(Kind::Person), &roots(&cases, None)),
            BTreeSet::from([center])
        );
    }

    #[test]
    fn a_person_with_a_sealed_case_is_told_to_those_of_any_of_their_cases_and_each_case_to_its_own()
    {
        let cases = [
            case(Confidentiality::Sealed, &[3], &[2]),
            case(Confidentiality::Ordinary, &[4], &[]),
            case(Confidentiality::Restricted, &[5], &[]),
        ];
        let note = about(Kind::Note);
        assert_eq!(
            audience(about(Kind::Person), &roots(&cases, None)),
            users(&[2, 4, 5, 9])
        );
        assert_eq!(audience(note, &roots(&cases, Some(0))), users(&[2]));
        assert_eq!(audience(note, &roots(&cases, Some(1))), users(&[4]));
        assert_eq!(audience(note, &roots(&cases, Some(2))), users(&[5, 9]));
        // The director directs the restricted one; without it nobody but the named and those of the ordinary one.
        assert_eq!(
            audience(about(Kind::Person), &roots(&cases[..2], None)),
            users(&[2, 4])
        );
    }

    #[test]
    fn what_names_two_people_goes_to_those_who_may_know_of_both() {
        let hidden = |named| PersonRoot {
            cases: vec![case(Confidentiality::Sealed, &[], &[2, named])],
            told_apart: false,
        };
        let both = Roots {
            people: vec![hidden(3), hidden(4)],
            ..roots(&[], None)
        };
        assert_eq!(audience(about(Kind::SamePerson), &both), users(&[2]));
    }

    #[test]
    fn whatever_hangs_from_something_unknown_goes_to_nobody() {
        let unknown = Roots {
            known: false,
            ..roots(&[], None)
        };
        for kind in Kind::ALL {
            assert!(audience(about(*kind), &unknown).is_empty(), "{kind:?}");
        }
    }
}
