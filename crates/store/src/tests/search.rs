//! Finding people.

use jisr_domain::case::Confidentiality;
use jisr_domain::person::Person;

use super::{Laptop, case_of, fatima};

#[test]
fn fatima_is_found_by_whatever_part_of_her_name_or_papers_is_typed() {
    let amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    let other = amina.registers(&Person {
        given_name_ar: Some("فاطمة".into()),
        family_name_ar: Some("بنعلي".into()),
        ..Person::default()
    });
    for query in [
        "فاطمة العلوي",
        "علوي فاطمه",
        "فاطمة الزهراء",
        "Fatima Alaoui",
        "fatima zahra",
        "alaou",
        "AB123456",
        "ab 123456",
        "AB1234",
        "0661234567",
        "+212 661 23 45 67",
        "06612",
        "114/2019",
        "فاطمة AB123456",
        "alaoui 0661234567",
    ] {
        assert_eq!(amina.finds(query), [id], "{query}");
    }
    assert_eq!(amina.finds("فاطمة").len(), 2);
    assert_eq!(amina.finds("بنعلي"), [other]);
    amina.registers(&Person {
        given_name_lat: Some("Zineb".into()),
        ..Person::default()
    });
    assert_eq!(amina.finds("z").len(), 2, "Zahra and Zineb");
    for query in ["زينب", "Zeineb", "zine"] {
        assert_eq!(amina.finds(query).len(), 1, "Zineb, as {query}");
    }
    for query in ["Fatma Laalaoui", "fatimazahra", "alaoui 1991", "فاطمة ١٩٩١"] {
        assert_eq!(amina.finds(query), [id], "{query}");
    }
    for query in [
        "",
        "فاطمة 1992",
        "zzzz",
        "zzz alaoui",
        "  ",
        "فاطمة زينب",
        "AB999999",
        "%",
        "\"",
        "فاطمة 0699999999",
    ] {
        assert!(amina.finds(query).is_empty(), "{query}");
    }
}

#[test]
fn a_changed_name_is_found_under_the_new_one_only_and_the_nearest_comes_first() {
    let amina = Laptop::of(1);
    let long = amina.registers(&Person {
        given_name_lat: Some("Samirane".into()),
        ..Person::default()
    });
    let exact = amina.registers(&Person {
        given_name_lat: Some("Samira".into()),
        ..Person::default()
    });
    assert_eq!(amina.finds("samira"), [exact, long]);
    let patch = jisr_domain::record::Fields::from([(
        "given_name_lat".to_owned(),
        serde_json::json!("Khadija"),
    )]);
    amina
        .write(|tx| tx.update_as_shown(jisr_domain::record::Kind::Person, long.0, patch))
        .unwrap();
    assert_eq!(
        (amina.finds("samira"), amina.finds("khadij")),
        (vec![exact], vec![long])
    );
}

#[test]
fn a_person_is_found_by_the_number_of_a_case_only_by_who_may_see_that_case() {
    let amina = Laptop::of(1);
    let id = amina.registers(&fatima());
    let number = Some("KEN-2026-B-00042".to_owned());
    let case = jisr_domain::case::Case {
        number,
        ..case_of(id, Confidentiality::Restricted, &[])
    };
    amina.opens_case(
        &case,
        &[(jisr_domain::case::CaseEventType::LeadSet, amina.staff)],
    );
    let hit = amina
        .store()
        .search_people("ken-2026-b-00042", amina.staff, 5)
        .unwrap()
        .remove(0);
    assert_eq!((hit.id, hit.matched), (id, vec!["case_number"]));
    assert!(
        amina
            .found_by("KEN-2026-B-00042", super::staff(2))
            .is_empty()
    );
}
