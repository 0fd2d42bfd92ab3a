//! Who is compared, and whose pairs are told to whom.

use jisr_domain::case::Confidentiality;
use jisr_domain::id::PersonId;
use jisr_domain::person::Person;
use jisr_domain::record::Kind;
use serde_json::{Value, json};

use super::{Laptop, case_of, fatima, staff};
use crate::Portion;

/// Fatima, registered again by somebody who did not know.
fn again() -> Person {
    Person {
        given_name_lat: Some("Fatima-Zahra".into()),
        family_name_lat: Some("Alaoui".into()),
        given_name_ar: None,
        family_name_ar: None,
        ..fatima()
    }
}

/// Corrects a record as it is now.
fn writes(laptop: &Laptop, id: PersonId, patch: Value) {
    let patch = serde_json::from_value(patch).unwrap();
    laptop
        .write(|tx| tx.update_as_shown(Kind::Person, id.0, patch))
        .unwrap();
}

fn compared(laptop: &Laptop) -> Portion {
    let mut all = Portion::default();
    loop {
        let portion = laptop.store().compare_people(2).unwrap();
        if portion.compared == 0 {
            return all;
        }
        all.compared += portion.compared;
        all.moved |= portion.moved;
    }
}

fn pairs(laptop: &Laptop, who: u8) -> Vec<(PersonId, PersonId)> {
    let pairs = laptop.store().read(|r| r.pairs(staff(who))).unwrap();
    pairs.iter().map(|pair| (pair.left, pair.right)).collect()
}

fn waits(laptop: &Laptop, who: u8) -> (u64, u64) {
    laptop.store().read(|r| r.to_compare(staff(who))).unwrap()
}

#[test]
fn whoever_is_added_or_changed_is_compared_in_portions_and_nobody_twice() {
    let amina = Laptop::of(1);
    let one = amina.registers(&fatima());
    let two = amina.registers(&again());
    amina.registers(&Person {
        given_name_ar: Some("بوشعيب".into()),
        family_name_ar: Some("الناجي".into()),
        ..Person::default()
    });
    assert_eq!(waits(&amina, 1), (3, 3));
    assert_eq!(
        amina.store().compare_people(2).unwrap().compared,
        2,
        "stopped here, it goes on from here"
    );
    assert_eq!(waits(&amina, 1), (1, 3));
    assert!(compared(&amina).moved || !pairs(&amina, 1).is_empty());
    assert_eq!(pairs(&amina, 1), [(one, two)]);
    assert_eq!(compared(&amina), Portion::default());
    // What nobody is recognised by asks for nothing; another name does, and the pair falls when it no longer fits.
    writes(&amina, two, json!({"birth_place": "سلا"}));
    assert_eq!(waits(&amina, 1).0, 0);
    writes(
        &amina,
        two,
        json!({"given_name_lat": "Rachid", "family_name_lat": "Tahiri", "cnie": null, "phone": null, "paper_file": null, "birth_date": "1950", "sex": "male"}),
    );
    assert_eq!(waits(&amina, 1).0, 1);
    assert!(compared(&amina).moved);
    assert!(pairs(&amina, 1).is_empty());
}

#[test]
fn a_pair_with_somebody_hidden_is_told_to_those_named_and_counted_for_nobody_else() {
    let amina = Laptop::of(1);
    let one = amina.registers(&fatima());
    let two = amina.registers(&again());
    amina.opens_case(&case_of(two, Confidentiality::Sealed, &[amina.staff]), &[]);
    assert_eq!(waits(&amina, 1), (2, 2));
    assert_eq!(waits(&amina, 2), (1, 1), "not even that there is somebody");
    compared(&amina);
    assert_eq!(pairs(&amina, 1), [(one, two)]);
    assert!(pairs(&amina, 2).is_empty());
}

#[test]
fn not_sure_puts_a_pair_last_until_the_reasons_are_others() {
    let amina = Laptop::of(1);
    let one = amina.registers(&fatima());
    let two = amina.registers(&again());
    let likeness = amina.store().read(|r| r.likeness(one, two)).unwrap();
    amina
        .write(|tx| tx.leave_undecided(two, one, &likeness))
        .unwrap();
    compared(&amina);
    let unsure = || amina.store().read(|r| r.unsure(one, two)).unwrap();
    assert_eq!(unsure().map(|(by, _)| by), Some(amina.staff));
    assert_eq!(pairs(&amina, 1).len(), 1, "kept, not dropped");
    writes(&amina, two, json!({"phone": "+212699887766"}));
    compared(&amina);
    assert_eq!(unsure(), None, "asked again");
}

#[test]
fn an_erased_person_leaves_no_pair_behind() {
    let amina = Laptop::of(1);
    let one = amina.registers(&fatima());
    amina.registers(&again());
    compared(&amina);
    let writer = amina.store().writer();
    writer
        .execute("DELETE FROM person WHERE id = ?1", [one.to_string()])
        .unwrap();
    drop(writer);
    assert!(pairs(&amina, 1).is_empty());
}
