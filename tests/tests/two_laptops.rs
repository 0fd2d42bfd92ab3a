//! Two laptops, their colleagues and a hub: the whole main job, offline work on both, and what each may hold.

#[path = "two_laptops/copies.rs"]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod copies;

use jisr_tests::hub::Hub;
use jisr_tests::laptop::Laptop;
use serde_json::{Value, json};

/// Hanane, director, and Latifa, caseworker, each on a laptop enrolled at one hub.
fn center() -> (Hub, Laptop, Laptop) {
    let hub = Hub::start();
    let hanane = Laptop::set_up("Hanane Cherkaoui", "director", 1);
    hanane.enrol(&hub.url, &hub.admin(&["code"]), false);
    hanane.sync();
    let latifa = Laptop::set_up("Latifa Benali", "director", 2);
    latifa.enrol(
        &hub.url,
        &hub.admin(&["code", "--user", "Latifa Benali", "--role", "caseworker"]),
        true,
    );
    latifa.sync();
    hanane.sync();
    (hub, hanane, latifa)
}

fn register(laptop: &Laptop, given: &str, family: &str) -> String {
    let person = json!({ "given_name_ar": given, "family_name_ar": family, "sex": "female", "birth_date": "1991-03-14", "phone": "06 61 24 58 90", "safe_contact": "yes" });
    laptop.rpc("person.register", json!({ "person": person }))["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

fn open_case(laptop: &Laptop, person: &str, case_type: &str, protocol: Option<&str>) -> Value {
    laptop.rpc(
        "case.open",
        json!({ "person": person, "case_type": case_type, "protocol": protocol }),
    )
}

#[test]
fn what_one_writes_offline_the_other_reads_after_both_synced() {
    let (_hub, hanane, latifa) = center();
    let fatima = register(&latifa, "فاطمة الزهراء", "العلوي");
    let case = open_case(
        &latifa,
        &fatima,
        "precarious_family",
        Some("family_extreme_precarity"),
    );
    latifa.rpc("note.add", json!({ "note": { "case": case["case"], "kind": "listening", "body": "تم الاستماع إليها على انفراد." } }));
    assert!(!hanane.finds("العلوي"), "nothing travels before a round");
    let report = latifa.sync();
    assert!(report["pushed"]["records"].as_u64() >= Some(5), "{report}");
    hanane.sync();
    assert!(hanane.finds("العلوي"));
    let seen = hanane.rpc("case.get", json!({ "case": case["case"] }));
    assert_eq!(seen["case"]["record"]["number"], case["number"]);
    assert!(seen["timeline"].as_array().is_some_and(|t| {
        t.iter()
            .any(|e| e["text"] == "تم الاستماع إليها على انفراد.")
    }));
}

#[test]
fn a_restricted_case_reaches_the_director_and_the_assigned_and_leaves_no_trace_with_a_colleague() {
    let (hub, hanane, latifa) = center();
    let youssef = Laptop::set_up("Youssef Amrani", "director", 3);
    youssef.enrol(
        &hub.url,
        &hub.admin(&["code", "--user", "Youssef Amrani", "--role", "caseworker"]),
        true,
    );

    let khadija = register(&latifa, "خديجة", "المرابط");
    let case = open_case(
        &latifa,
        &khadija,
        "woman_victim_of_violence",
        Some("woman_victim_of_violence"),
    );
    latifa.sync();
    hanane.sync();
    youssef.sync();

    assert!(
        hanane
            .try_rpc("case.get", json!({ "case": case["case"] }))
            .is_ok(),
        "the director sees it"
    );
    assert!(youssef.finds("خديجة"), "the identity card is found");
    assert_eq!(
        youssef
            .try_rpc("case.get", json!({ "case": case["case"] }))
            .expect_err("hidden")
            .code,
        "not_found"
    );
    assert_eq!(
        youssef.rpc("person.get", json!({ "person": khadija }))["cases"],
        json!([])
    );
    assert!(
        !youssef.finds(case["number"].as_str().expect("a number")),
        "not even by its number"
    );

    // Given to Youssef, it comes whole; taken back, it goes.
    let colleagues = hanane.rpc("user.list", json!({}));
    let his_id = colleagues
        .as_array()
        .and_then(|all| all.iter().find(|s| s["name_lat"] == "Youssef Amrani"))
        .map(|s| s["staff"].clone())
        .expect("Youssef");
    hanane.rpc(
        "case.assign",
        json!({ "case": case["case"], "staff": his_id }),
    );
    hanane.sync();
    youssef.sync();
    assert!(
        youssef
            .try_rpc("case.get", json!({ "case": case["case"] }))
            .is_ok()
    );
    hanane.rpc(
        "case.unassign",
        json!({ "case": case["case"], "staff": his_id }),
    );
    hanane.sync();
    youssef.sync();
    assert_eq!(
        youssef
            .try_rpc("case.get", json!({ "case": case["case"] }))
            .expect_err("gone")
            .code,
        "not_found"
    );
}

#[test]
fn the_same_field_changed_on_both_laptops_shows_both_values_until_somebody_chooses() {
    let (_hub, hanane, latifa) = center();
    let sanae = register(&latifa, "سناء", "الإدريسي");
    latifa.sync();
    hanane.sync();
    for (laptop, phone) in [(&latifa, "0611111111"), (&hanane, "0622222222")] {
        let held = laptop.rpc("person.get", json!({ "person": sanae }))["person"].clone();
        laptop.rpc(
            "person.update",
            json!({ "id": sanae, "seen": held["seen"], "patch": { "phone": phone } }),
        );
    }
    latifa.sync();
    hanane.sync();
    latifa.sync();

    let listed = |laptop: &Laptop| laptop.rpc("attention.list", json!({}))["conflicts"].clone();
    for laptop in [&latifa, &hanane] {
        let conflicts = listed(laptop);
        let field = &conflicts[0]["fields"][0];
        assert_eq!(field["field"], "phone", "{conflicts}");
        let mut values: Vec<&str> = field["values"]
            .as_array()
            .expect("values")
            .iter()
            .filter_map(|v| v["value"].as_str())
            .collect();
        values.sort_unstable();
        assert_eq!(values, ["+212611111111", "+212622222222"]);
        assert!(
            field["values"]
                .as_array()
                .expect("values")
                .iter()
                .all(|v| v["staff"]["name_lat"].is_string()),
            "who wrote each: {conflicts}"
        );
    }
    let conflict = listed(&hanane)[0].clone();
    hanane.rpc("conflict.resolve", json!({ "kind": "person", "id": sanae, "field": "phone", "value": "+212611111111", "seen": conflict["seen"] }));
    hanane.sync();
    latifa.sync();
    for laptop in [&latifa, &hanane] {
        assert_eq!(listed(laptop), json!([]));
        assert_eq!(
            laptop.rpc("person.get", json!({ "person": sanae }))["person"]["record"]["phone"],
            "+212611111111"
        );
    }
}

#[test]
fn work_done_while_the_hub_is_away_leaves_when_it_comes_back_and_survives_a_restart() {
    let (mut hub, hanane, mut latifa) = center();
    hub.stop();
    let nezha = register(&latifa, "نزهة", "الوردي");
    open_case(&latifa, &nezha, "project_holder", None);
    let refused = jisr_commands::sync::run(latifa.core()).expect_err("no hub");
    assert_eq!(refused.body().code, "hub_unreachable");
    let staff = latifa.staff.clone();
    latifa.restart(&staff);
    assert!(latifa.finds("الوردي"), "nothing is lost");
    assert!(latifa.rpc("sync.status", json!({}))["pending"].as_u64() > Some(0));
    hub.resume();
    latifa.sync();
    hanane.sync();
    assert!(hanane.finds("نزهة"));
    assert_eq!(latifa.rpc("sync.status", json!({}))["pending"], 0);
}

#[test]
fn a_second_round_with_nothing_new_moves_nothing() {
    let (_hub, hanane, _latifa) = center();
    hanane.sync();
    let report = hanane.sync();
    assert_eq!(report["pushed"]["records"], 0);
    assert_eq!(report["pulled"]["records"], 0, "{report}");
    assert!(report["round_trips"].as_u64() <= Some(2), "{report}");
}

#[test]
fn a_visit_planned_on_a_laptop_that_did_not_know_of_the_hand_over_is_whose_the_case_is() {
    let (_hub, hanane, latifa) = center();
    let fatima = register(&latifa, "فاطمة الزهراء", "العلوي");
    let case = open_case(&latifa, &fatima, "precarious_family", None)["case"].clone();
    latifa.sync();
    hanane.sync();
    // Handed on while Latifa, without a network, plans a visit in it.
    let staff = |name: &str| {
        let colleagues = hanane.rpc("user.list", json!({}));
        let mut all = colleagues.as_array().into_iter().flatten();
        all.find(|one| one["name_lat"] == name)
            .map(|one| one["staff"].clone())
            .expect("a colleague")
    };
    let given = json!({ "case": case, "staff": staff("Hanane Cherkaoui"), "lead": true });
    hanane.rpc("case.assign", given);
    let taken = json!({ "case": case, "staff": staff("Latifa Benali") });
    hanane.rpc("case.unassign", taken);
    latifa.rpc(
        "visit.plan",
        json!({ "visit": { "case": case, "planned_on": "2026-11-24", "kind": "center" } }),
    );
    let to_make = |laptop: &Laptop| {
        let list = laptop.rpc("visit.list", json!({ "to": "2099-12-31" }));
        list.as_array().expect("visits").len()
    };
    assert_eq!((to_make(&latifa), to_make(&hanane)), (1, 0));
    for laptop in [&hanane, &latifa, &hanane] {
        laptop.sync();
    }
    assert_eq!((to_make(&latifa), to_make(&hanane)), (0, 1));
}
