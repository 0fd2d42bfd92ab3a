//! Restricted and sealed cases (rule 20).

use jisr_domain::case::{CaseEventType, Confidentiality};
use jisr_domain::record::{Fields, Kind};
use jisr_domain::role::Role;
use serde_json::json;

use super::hub::Hub;
use super::{Laptop, case_of, director, fatima, staff};

#[test]
fn rule_20_a_person_with_a_sealed_case_does_not_exist_for_who_is_not_named() {
    let amina = Laptop::of(1);
    director(&amina, staff(9));
    let id = amina.registers(&fatima());
    let ordinary = amina.opens_case(
        &case_of(id, Confidentiality::Ordinary, &[]),
        &[(CaseEventType::LeadSet, staff(3))],
    );
    assert_eq!(amina.found_by("فاطمة", staff(9)), [id]);
    let sealed = amina.opens_case(&case_of(id, Confidentiality::Sealed, &[amina.staff]), &[]);
    assert_eq!(amina.finds("فاطمة"), [id]);
    for query in [
        "فاطمة",
        "Fatima Alaoui",
        "AB123456",
        "0661234567",
        "114/2019",
    ] {
        assert!(amina.found_by(query, staff(9)).is_empty(), "{query}");
    }
    let sees = |who, case| {
        amina
            .store()
            .read(|r| {
                Ok((
                    r.visible_person(id, who)?,
                    r.visible_case(case, who, Role::Director)?,
                ))
            })
            .unwrap()
    };
    assert_eq!(sees(staff(9), sealed), (false, false));
    assert_eq!(
        sees(staff(9), ordinary),
        (false, false),
        "their ordinary case would give them away"
    );
    assert_eq!(
        (sees(amina.staff, sealed), sees(amina.staff, ordinary)),
        ((true, true), (true, false)),
        "the ordinary case is of those it is given to"
    );
    assert_eq!(
        (sees(staff(3), sealed), sees(staff(3), ordinary)),
        ((true, false), (true, true)),
        "whoever follows another case of theirs goes on with it, and learns nothing of the sealed one"
    );
    assert_eq!(amina.found_by("فاطمة", staff(3)), [id]);
    let restricted = amina.opens_case(
        &case_of(id, Confidentiality::Restricted, &[]),
        &[(CaseEventType::LeadSet, staff(4))],
    );
    assert_eq!(
        (sees(staff(9), restricted), sees(staff(9), sealed)),
        ((true, true), (true, false)),
        "the director directs the restricted one"
    );
    assert_eq!(sees(staff(4), restricted), (true, true));
    assert_eq!(sees(staff(4), ordinary), (true, false));

    let lowered = Fields::from([("confidentiality".to_owned(), json!("restricted"))]);
    amina
        .write(|tx| tx.update_as_shown(Kind::Case, sealed.0, lowered))
        .unwrap();
    assert_eq!(sees(staff(9), sealed), (true, true));
    assert_eq!(sees(staff(2), sealed), (true, false));
    assert_eq!(sees(staff(2), ordinary), (true, true));
}

#[test]
fn rule_20_a_restricted_case_follows_its_assignments_and_the_directors() {
    let amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    let case = amina.opens_case(
        &case_of(id, Confidentiality::Restricted, &[]),
        &[(CaseEventType::LeadSet, amina.staff)],
    );
    let sees = |who| {
        amina
            .store()
            .read(|r| r.visible_case(case, who, Role::Caseworker))
            .unwrap()
    };
    assert_eq!(
        (sees(amina.staff), sees(staff(2)), sees(staff(9))),
        (true, false, false)
    );
    director(&amina, staff(9));
    assert!(sees(staff(9)), "a new director sees it at once");
    let left = Fields::from([("left_on".to_owned(), json!("2026-11-18"))]);
    amina
        .write(|tx| tx.update_as_shown(Kind::Staff, staff(9).0, left))
        .unwrap();
    assert!(!sees(staff(9)));
    for (event, seen) in [
        (CaseEventType::Assigned, true),
        (CaseEventType::Unassigned, false),
    ] {
        amina
            .write(|tx| {
                let at =
                    chrono::DateTime::from_timestamp_millis(i64::try_from(tx.moment().ms).unwrap());
                let event_id = tx.new_id();
                let event = jisr_domain::case::CaseEvent {
                    case: Some(case),
                    event: Some(event),
                    staff: Some(staff(2)),
                    at,
                    ..Default::default()
                };
                tx.create::<jisr_domain::case::CaseEvent>(event_id, &event)
            })
            .unwrap();
        assert_eq!(sees(staff(2)), seen);
    }
    let desk = amina
        .store()
        .read(|r| r.visible_case(case, amina.staff, Role::Reception))
        .unwrap();
    assert!(!desk, "the desk sees no case content");
}

#[test]
fn rule_20_what_arrives_from_the_hub_is_guarded_as_what_is_written_here() {
    let (amina, youssef, mut hub) = (Laptop::of(1), Laptop::of(2), Hub::default());
    let id = amina.registers(&fatima());
    let case = amina.opens_case(&case_of(id, Confidentiality::Sealed, &[amina.staff]), &[]);
    amina.syncs(&mut hub);
    // Both people use Youssef's laptop.
    youssef.syncs(&mut hub);
    assert_eq!(
        (
            youssef.found_by("فاطمة", amina.staff),
            youssef.found_by("فاطمة", youssef.staff)
        ),
        (vec![id], vec![])
    );
    hub.hide("case", case.0);
    youssef.syncs(&mut hub);
    assert_eq!(youssef.found_by("فاطمة", youssef.staff), [id]);
    assert!(
        !youssef
            .store()
            .read(|r| r.visible_case(case, amina.staff, Role::Caseworker))
            .unwrap()
    );
}
