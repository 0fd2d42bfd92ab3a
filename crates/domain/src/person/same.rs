//! Components of «the same person» edges (sync rule 24). Nothing is repointed: a reader follows edges.

use std::collections::{BTreeMap, BTreeSet};

use super::SamePerson;
use crate::id::{PersonId, SamePersonId};

/// The record that stands for `person`: the smallest id of its component, the same on every device
/// whatever the order in which edges arrived. An edge named by another's `undoes` does not count.
pub fn representative(person: PersonId, edges: &BTreeMap<SamePersonId, SamePerson>) -> PersonId {
    let undone: BTreeSet<SamePersonId> = edges.values().filter_map(|edge| edge.undoes).collect();
    let mut component = BTreeSet::from([person]);
    loop {
        let before = component.len();
        for (id, edge) in edges {
            if edge.same != Some(true) || undone.contains(id) {
                continue;
            }
            if let (Some(left), Some(right)) = (edge.left, edge.right)
                && (component.contains(&left) || component.contains(&right))
            {
                component.extend([left, right]);
            }
        }
        if component.len() == before {
            return component.first().copied().unwrap_or(person);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }
    fn edge(id: u128, left: u128, right: u128) -> (SamePersonId, SamePerson) {
        let edge = SamePerson {
            left: Some(person(left)),
            right: Some(person(right)),
            same: Some(true),
            undoes: None,
        };
        (SamePersonId(Uuid::from_u128(id)), edge)
    }

    #[test]
    fn rule_24_three_records_have_one_representative_until_the_edge_is_undone() {
        let mut edges = BTreeMap::from([edge(1, 3, 2), edge(2, 2, 1)]);
        assert_eq!(representative(person(3), &edges), person(1));
        edges.insert(
            SamePersonId(Uuid::from_u128(9)),
            SamePerson {
                undoes: Some(SamePersonId(Uuid::from_u128(2))),
                ..SamePerson::default()
            },
        );
        assert_eq!(representative(person(3), &edges), person(2));
        assert_eq!(representative(person(1), &edges), person(1));
    }
}
