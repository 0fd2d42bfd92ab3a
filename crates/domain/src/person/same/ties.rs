//! What the edges between records say, whatever the order in which they arrived.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{PersonId, SamePersonId};
use crate::person::SamePerson;

/// An edge «the same» that does not join, because an edge «different» stands between the two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contradiction {
    /// «They are the same person.»
    pub same: SamePersonId,
    /// «They are not.»
    pub different: SamePersonId,
}

/// What edges make of the records they name.
///
/// An edge counts when it names two different records and no other edge undoes it; an undoing is final: who wants
/// the edge back says it again. «Different» outweighs «the same» until somebody decides: showing one person's file
/// to another does harm that not knowing does not. Edges are taken by id, the oldest first, and one that would put
/// under one name two records said to be different joins nothing and is told as a contradiction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// The smallest id of its component, for each record joined to another.
    root: BTreeMap<PersonId, PersonId>,
    /// The records of each component, by that smallest id.
    components: BTreeMap<PersonId, BTreeSet<PersonId>>,
    joins: BTreeSet<SamePersonId>,
    differences: BTreeMap<SamePersonId, (PersonId, PersonId)>,
    /// The edges «different» that name each record, with the other one they name.
    against: BTreeMap<PersonId, Vec<(SamePersonId, PersonId)>>,
    contradictions: BTreeSet<Contradiction>,
}

impl Ties {
    /// Folds `edges`: every one that names a record of the people asked about, and those that undo them.
    pub fn of(edges: &BTreeMap<SamePersonId, SamePerson>) -> Self {
        let undone: BTreeSet<SamePersonId> =
            edges.values().filter_map(|edge| edge.undoes).collect();
        let mut ties = Self::default();
        let mut same = Vec::new();
        for (id, edge) in edges {
            let (Some(left), Some(right)) = (edge.left, edge.right) else {
                continue;
            };
            if left == right || undone.contains(id) {
                continue;
            }
            match edge.same {
                Some(true) => same.push((*id, left, right)),
                Some(false) => {
                    ties.differences.insert(*id, (left, right));
                    ties.against.entry(left).or_default().push((*id, right));
                    ties.against.entry(right).or_default().push((*id, left));
                }
                None => {}
            }
        }
        for (id, left, right) in same {
            let (a, b) = (ties.root(left), ties.root(right));
            if a != b {
                let against = ties.different(a, b);
                if !against.is_empty() {
                    ties.contradictions
                        .extend(against.into_iter().map(|different| Contradiction {
                            same: id,
                            different,
                        }));
                    continue;
                }
                ties.join(a, b);
            }
            ties.joins.insert(id);
        }
        ties
    }

    fn join(&mut self, a: PersonId, b: PersonId) {
        let (kept, gone) = if a < b { (a, b) } else { (b, a) };
        let moved = self
            .components
            .remove(&gone)
            .unwrap_or_else(|| BTreeSet::from([gone]));
        for record in &moved {
            self.root.insert(*record, kept);
        }
        self.root.insert(kept, kept);
        self.components
            .entry(kept)
            .or_insert_with(|| BTreeSet::from([kept]))
            .extend(moved);
    }

    /// The smallest id among the records that are one person with `person`: their name for as long as no edge
    /// changes, the same on every device.
    pub fn root(&self, person: PersonId) -> PersonId {
        self.root.get(&person).copied().unwrap_or(person)
    }

    /// Every record of that person, `person` itself included.
    pub fn records(&self, person: PersonId) -> BTreeSet<PersonId> {
        self.components
            .get(&self.root(person))
            .cloned()
            .unwrap_or_else(|| BTreeSet::from([person]))
    }

    /// Whether the two records are one person.
    pub fn one(&self, a: PersonId, b: PersonId) -> bool {
        self.root(a) == self.root(b)
    }

    /// The edges «different» in force between any record of one and any record of the other.
    pub fn different(&self, a: PersonId, b: PersonId) -> Vec<SamePersonId> {
        let other = self.root(b);
        let mut found: Vec<SamePersonId> = self
            .records(a)
            .iter()
            .filter_map(|record| self.against.get(record))
            .flatten()
            .filter(|(_, against)| self.root(*against) == other)
            .map(|(id, _)| *id)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The edges «the same» in force.
    pub fn joins(&self) -> &BTreeSet<SamePersonId> {
        &self.joins
    }

    /// The edges «different» in force, with the records they name.
    pub fn differences(&self) -> &BTreeMap<SamePersonId, (PersonId, PersonId)> {
        &self.differences
    }

    /// Edges that say the opposite of each other, for somebody to decide.
    pub fn contradictions(&self) -> &BTreeSet<Contradiction> {
        &self.contradictions
    }
}

/// The record that stands for the person `records` are of. One that a sealed case hides comes first: what is
/// written on the person's page is then written where only those who may know of it read. Otherwise the smallest
/// id, so that every device names the same one.
pub fn representative(
    records: &BTreeSet<PersonId>,
    hidden_from_some: impl Fn(PersonId) -> bool,
) -> Option<PersonId> {
    records
        .iter()
        .copied()
        .min_by_key(|record| (!hidden_from_some(*record), *record))
}
