//! One person, recorded on two laptops that had not met: suggested on both, joined on one, seen as one on the other,
//! and two again whenever somebody undoes it, with exactly what was written in each record.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "same_person/history.rs"]
mod history;

use jisr_tests::hub::Hub;
use jisr_tests::laptop::Laptop;
use serde_json::{Value, json};

/// Hanane, who directs, and two caseworkers, each on a laptop enrolled at one hub.
pub fn center() -> (Hub, [Laptop; 3]) {
    let hub = Hub::start();
    let hanane = Laptop::set_up("Hanane Cherkaoui", "director", 1);
    hanane.enrol(&hub.url, &hub.admin(&["code"]), false);
    hanane.sync();
    let [latifa, youssef] = [("Latifa Benali", 2), ("Youssef Amrani", 3)].map(|(name, seed)| {
        let laptop = Laptop::set_up(name, "director", seed);
        let code = hub.admin(&["code", "--user", name, "--role", "caseworker"]);
        laptop.enrol(&hub.url, &code, true);
        laptop.sync();
        laptop
    });
    hanane.sync();
    (hub, [hanane, latifa, youssef])
}

pub fn register(laptop: &Laptop, person: Value) -> String {
    laptop.rpc("person.register", json!({ "person": person }))["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

pub fn page(laptop: &Laptop, person: &str) -> Value {
    laptop.rpc("person.get", json!({ "person": person }))
}

/// The pairs a laptop suggests once everybody who arrived was compared.
fn suggested(laptop: &Laptop) -> Vec<[String; 2]> {
    while laptop.rpc("duplicate.scan", json!({ "people": 10 }))["compared"] != 0 {}
    let list = laptop.rpc("duplicate.list", json!({ "offset": 0, "limit": 0 }));
    assert_eq!(list["left"], 0);
    let pairs = list["pairs"].as_array().expect("pairs");
    assert_eq!(list["total"], pairs.len());
    let id = |value: &Value| value.as_str().expect("an id").to_owned();
    pairs
        .iter()
        .map(|pair| [id(&pair["left_record"]), id(&pair["right_record"])])
        .collect()
}

fn records(page: &Value) -> usize {
    page["records"].as_array().expect("records").len()
}

#[test]
fn fatima_recorded_on_two_laptops_is_joined_on_one_seen_as_one_on_the_other_and_parted_after_more_work()
 {
    let (_hub, [_, latifa, youssef]) = center();
    let hers = register(
        &latifa,
        json!({ "given_name_ar": "فاطمة", "family_name_ar": "العلوي", "sex": "female", "birth_date": "1991-03-14", "phone": "0661245890" }),
    );
    let his = register(
        &youssef,
        json!({ "given_name_lat": "Fatima", "family_name_lat": "Alaoui", "sex": "female", "birth_date": "1991-03-14", "phone": "0661245890" }),
    );
    assert!(suggested(&latifa).is_empty() && suggested(&youssef).is_empty());
    for laptop in [&latifa, &youssef, &latifa] {
        laptop.sync();
    }
    let mut pair = [hers.clone(), his.clone()];
    pair.sort();
    for laptop in [&latifa, &youssef] {
        assert_eq!(
            suggested(laptop),
            std::slice::from_ref(&pair),
            "both see the suggestion"
        );
    }
    let said = latifa.rpc("duplicate.same", json!({ "left": hers, "right": his }));
    latifa.sync();
    youssef.sync();
    let seen = page(&youssef, &his);
    assert_eq!(records(&seen), 2);
    for laptop in [&latifa, &youssef] {
        assert!(suggested(laptop).is_empty(), "decided");
    }
    assert_eq!(seen["tied"][0]["staff"]["name_lat"], "Latifa Benali");

    // Work goes on on both laptops, on either record, one of them away from the hub.
    let visit = |laptop: &Laptop, person: &str| {
        let case = laptop.rpc(
            "case.open",
            json!({ "person": person, "case_type": "precarious_family" }),
        );
        laptop.rpc("visit.plan", json!({ "visit": { "case": case["case"], "planned_on": "2026-11-27", "kind": "center" } }));
        case["case"].clone()
    };
    let of_hers = visit(&youssef, &hers);
    let of_his = visit(&latifa, &his);
    let held = page(&latifa, &hers)["records"][1]["person"].clone();
    latifa.rpc(
        "person.update",
        json!({ "id": held["id"], "seen": held["seen"], "patch": { "birth_place": "سلا" } }),
    );
    youssef.sync();
    latifa.rpc("duplicate.undo", json!({ "edges": [said["id"]] }));
    for laptop in [&latifa, &youssef] {
        laptop.sync();
    }
    let edited = held["id"].as_str().expect("an id").to_owned();
    for laptop in [&latifa, &youssef] {
        for (person, case) in [(&hers, &of_hers), (&his, &of_his)] {
            let own = page(laptop, person);
            assert_eq!(records(&own), 0);
            let cases = own["cases"].as_array().expect("cases");
            assert_eq!(cases.len(), 1);
            assert_eq!(&cases[0]["case"], case);
            let visits = laptop.rpc("case.get", json!({ "case": case }))["visits"].clone();
            assert_eq!(visits[0]["visit"]["record"]["person"], json!(person));
            let born = &own["person"]["record"]["birth_place"];
            assert_eq!(born == "سلا", **person == edited);
        }
        assert_eq!(
            suggested(laptop),
            std::slice::from_ref(&pair),
            "the question is open again"
        );
    }
    // Different, and nobody is asked again, on either laptop.
    youssef.rpc("duplicate.different", json!({ "left": hers, "right": his }));
    youssef.sync();
    latifa.sync();
    for laptop in [&latifa, &youssef] {
        assert!(suggested(laptop).is_empty());
    }
}

#[test]
fn two_who_said_the_opposite_offline_both_see_that_and_the_records_stay_apart_until_one_decides() {
    let (_hub, [hanane, latifa, youssef]) = center();
    let one = register(
        &latifa,
        json!({ "given_name_ar": "خديجة", "family_name_ar": "المرابط", "sex": "female", "birth_date": "unknown" }),
    );
    let two = register(
        &latifa,
        json!({ "given_name_ar": "خديجة", "family_name_ar": "مرابط", "sex": "female", "birth_date": "unknown" }),
    );
    latifa.sync();
    youssef.sync();
    let pair = json!({ "left": one, "right": two });
    latifa.rpc("duplicate.same", pair.clone());
    youssef.rpc("duplicate.different", pair.clone());
    for laptop in [&latifa, &youssef, &latifa, &hanane] {
        laptop.sync();
    }
    for laptop in [&hanane, &latifa, &youssef] {
        assert_eq!(records(&page(laptop, &one)), 0, "apart");
        let told = page(laptop, &one)["tied"].clone();
        let told = told.as_array().expect("statements");
        assert_eq!(told.len(), 2);
        assert!(told.iter().all(|said| said["contradicted"] == true));
    }
    let list = hanane.rpc("duplicate.list", json!({ "offset": 0, "limit": 5 }));
    assert_eq!(
        list["pairs"][0]["statements"].as_array().map(Vec::len),
        Some(2),
        "first in the list"
    );
    let said = hanane.rpc("duplicate.compare", pair.clone())["statements"].clone();
    let different: Vec<&Value> = said
        .as_array()
        .expect("statements")
        .iter()
        .filter(|one| one["same"] == false)
        .map(|one| &one["edge"])
        .collect();
    hanane.rpc(
        "duplicate.same",
        json!({ "left": one, "right": two, "undoes": different }),
    );
    for laptop in [&hanane, &latifa, &youssef] {
        laptop.sync();
        assert_eq!(records(&page(laptop, &two)), 2);
        let told = page(laptop, &two)["tied"].clone();
        assert_eq!(told.as_array().expect("statements").len(), 1);
    }
}
