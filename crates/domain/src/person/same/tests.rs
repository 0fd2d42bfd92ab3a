#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::id::{PersonId, SamePersonId};
use crate::person::{Person, SafeContact, SamePerson};

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}
fn name(n: u128) -> SamePersonId {
    SamePersonId(Uuid::from_u128(n))
}
fn said(id: u128, left: u128, right: u128, same: bool) -> (SamePersonId, SamePerson) {
    let edge = SamePerson {
        left: Some(person(left)),
        right: Some(person(right)),
        same: Some(same),
        undoes: None,
    };
    (name(id), edge)
}
fn undo(id: u128, of: u128) -> (SamePersonId, SamePerson) {
    let edge = SamePerson {
        undoes: Some(name(of)),
        ..SamePerson::default()
    };
    (name(id), edge)
}
fn people(numbers: &[u128]) -> BTreeSet<PersonId> {
    numbers.iter().copied().map(person).collect()
}

#[test]
fn rule_24_three_records_have_one_root_until_the_edge_is_undone() {
    let mut edges = BTreeMap::from([said(1, 3, 2, true), said(2, 2, 1, true)]);
    assert_eq!(Ties::of(&edges).root(person(3)), person(1));
    assert_eq!(Ties::of(&edges).records(person(2)), people(&[1, 2, 3]));
    edges.extend([undo(9, 2)]);
    let ties = Ties::of(&edges);
    assert_eq!(ties.root(person(3)), person(2));
    assert_eq!(ties.records(person(1)), people(&[1]));
    assert_eq!(ties.joins(), &BTreeSet::from([name(1)]));
}

#[test]
fn an_undoing_is_final_and_the_edge_is_had_back_by_saying_it_again() {
    let mut edges = BTreeMap::from([said(1, 1, 2, true), undo(2, 1), undo(3, 2)]);
    assert!(!Ties::of(&edges).one(person(1), person(2)));
    edges.extend([said(4, 2, 1, true)]);
    assert!(Ties::of(&edges).one(person(1), person(2)));
}

#[test]
fn two_who_said_the_opposite_offline_leave_the_records_apart_until_one_is_undone() {
    let mut edges = BTreeMap::from([said(1, 1, 2, true), said(2, 2, 1, false)]);
    let ties = Ties::of(&edges);
    assert!(!ties.one(person(1), person(2)) && ties.joins().is_empty());
    assert_eq!(
        ties.contradictions(),
        &BTreeSet::from([Contradiction {
            same: name(1),
            different: name(2)
        }])
    );
    edges.extend([undo(3, 2)]);
    let ties = Ties::of(&edges);
    assert!(ties.one(person(1), person(2)) && ties.contradictions().is_empty());
}

#[test]
fn what_is_different_from_one_record_is_different_from_the_person() {
    let edges = BTreeMap::from([
        said(1, 1, 2, true),
        said(2, 1, 3, false),
        said(3, 2, 3, true),
    ]);
    let ties = Ties::of(&edges);
    assert_eq!(ties.records(person(1)), people(&[1, 2]));
    assert_eq!(ties.different(person(2), person(3)), [name(2)]);
    assert_eq!(ties.contradictions().len(), 1);
}

#[test]
fn the_record_hidden_from_some_stands_for_the_person() {
    let records = people(&[1, 2, 3]);
    assert_eq!(representative(&records, |_| false), Some(person(1)));
    assert_eq!(
        representative(&records, |record| record >= person(2)),
        Some(person(2))
    );
}

#[test]
fn one_person_of_two_records_has_what_either_knows_and_the_stricter_answer() {
    let first = Person {
        given_name_ar: Some("فاطمة الزهراء".into()),
        phone: Some("+212611111111".into()),
        safe_contact: Some(SafeContact::Yes),
        languages: vec!["ar".into()],
        ..Person::default()
    };
    let second = Person {
        given_name_ar: Some("فاطمة".into()),
        family_name_ar: Some("العلوي".into()),
        given_name_lat: Some("Fatima".into()),
        birth_date: Some("1991".into()),
        phone: Some("+212622222222".into()),
        safe_hours: Some("بعد 18:00".into()),
        safe_contact: Some(SafeContact::No),
        languages: vec!["fr".into(), "ar".into()],
        ..Person::default()
    };
    let one = whole(&[&first, &second]);
    assert_eq!(one.family_name_ar, None, "no name is made of two");
    assert_eq!(one.given_name_lat.as_deref(), Some("Fatima"));
    assert_eq!(one.birth_date.as_deref(), Some("1991"));
    assert_eq!(one.phone.as_deref(), Some("+212611111111"));
    assert_eq!(one.safe_hours, None, "the hours are of the other number");
    assert_eq!(one.safe_contact, Some(SafeContact::No));
    let at_hours = Person {
        safe_contact: Some(SafeContact::Hours),
        ..second.clone()
    };
    assert_eq!(
        whole(&[&first, &at_hours]).safe_hours.as_deref(),
        Some("بعد 18:00"),
        "the answer in force comes with its hours"
    );
    assert_eq!(one.languages, ["ar", "fr"]);
    let not_asked = Person::default();
    assert_eq!(
        whole(&[&not_asked, &first]).safe_contact,
        Some(SafeContact::Yes)
    );
}

#[test]
fn side_by_side_a_spelling_and_a_year_fit_and_another_day_or_name_differs() {
    let with = |family: &str, birth: &str| Person {
        family_name_ar: Some(family.into()),
        birth_date: Some(birth.into()),
        ..Person::default()
    };
    let (a, b) = (with("العلوى", "1991-03-14"), with("علوي", "1991"));
    assert_eq!(agreement("family_name_ar", &a, &b), Some(Agreement::Fits));
    assert_eq!(
        agreement("family_name_ar", &a, &with("المرابط", "1991")),
        Some(Agreement::Differs)
    );
    assert_eq!(
        agreement("family_name_ar", &b, &with("علوي", "1991-03-14")),
        Some(Agreement::Agrees)
    );
    assert_eq!(agreement("birth_date", &a, &b), Some(Agreement::Fits));
    assert_eq!(
        agreement("birth_date", &a, &with("علوي", "1991-04-14")),
        Some(Agreement::Differs)
    );
    assert_eq!(agreement("phone", &a, &b), None);
    let phoned = Person {
        phone: Some("+212611111111".into()),
        ..Person::default()
    };
    assert_eq!(agreement("phone", &a, &phoned), Some(Agreement::OneSide));
    assert!(compared_fields().any(|field| field == "cnie"));
}

fn some_edges() -> impl Strategy<Value = BTreeMap<SamePersonId, SamePerson>> {
    let edge = (
        prop::option::weighted(0.9, 1..7_u128),
        prop::option::weighted(0.9, 1..7_u128),
        prop::option::weighted(0.9, prop::bool::weighted(0.7)),
        prop::option::weighted(0.3, 1..15_u128),
    );
    prop::collection::btree_map(
        1..15_u128,
        edge.prop_map(|(left, right, same, undoes)| SamePerson {
            left: left.map(person),
            right: right.map(person),
            same,
            undoes: undoes.map(name),
        }),
        0..14,
    )
    .prop_map(|edges| {
        edges
            .into_iter()
            .map(|(id, edge)| (name(id), edge))
            .collect()
    })
}

proptest! {
    #[test]
    fn components_part_the_records_and_never_hold_two_said_to_be_different(edges in some_edges()) {
        let ties = Ties::of(&edges);
        for n in 1..7 {
            let records = ties.records(person(n));
            prop_assert!(records.contains(&person(n)));
            prop_assert_eq!(records.first().copied(), Some(ties.root(person(n))));
            for other in &records {
                prop_assert_eq!(&ties.records(*other), &records);
                prop_assert!(ties.different(person(n), *other).is_empty());
            }
        }
        for (left, right) in ties.differences().values() {
            prop_assert!(!ties.one(*left, *right));
        }
    }

    #[test]
    fn every_edge_that_stands_joins_or_is_told_as_a_contradiction(edges in some_edges()) {
        let ties = Ties::of(&edges);
        let undone: BTreeSet<SamePersonId> = edges.values().filter_map(|edge| edge.undoes).collect();
        for (id, edge) in &edges {
            let (Some(left), Some(right), Some(true)) = (edge.left, edge.right, edge.same) else { continue };
            if left == right || undone.contains(id) {
                prop_assert!(!ties.joins().contains(id));
                continue;
            }
            let told = ties.contradictions().iter().any(|one| one.same == *id);
            prop_assert_eq!(ties.joins().contains(id), !told);
            prop_assert_eq!(ties.one(left, right), !told);
        }
    }

    #[test]
    fn undoing_every_edge_leaves_each_record_alone(edges in some_edges()) {
        let mut edges = edges;
        let all: Vec<SamePersonId> = edges.keys().copied().collect();
        for (n, id) in all.into_iter().enumerate() {
            let undoing = SamePerson { undoes: Some(id), ..SamePerson::default() };
            edges.insert(name(100 + n as u128), undoing);
        }
        let ties = Ties::of(&edges);
        for n in 1..7 {
            prop_assert_eq!(ties.records(person(n)), people(&[n]));
        }
        prop_assert!(ties.contradictions().is_empty());
    }

    #[test]
    fn edges_about_others_change_nothing(edges in some_edges(), more in some_edges()) {
        let elsewhere = more.into_iter().map(|(id, mut edge)| {
            let far = |one: PersonId| PersonId(Uuid::from_u128(one.0.as_u128() + 100));
            edge.left = edge.left.map(far);
            edge.right = edge.right.map(far);
            edge.undoes = edge.undoes.map(|of| name(of.0.as_u128() + 100));
            (name(id.0.as_u128() + 100), edge)
        });
        let alone = Ties::of(&edges);
        let mut all = edges;
        all.extend(elsewhere);
        let together = Ties::of(&all);
        for n in 1..7 {
            prop_assert_eq!(together.records(person(n)), alone.records(person(n)));
        }
    }
}
