//! Knowing a person: target groups and their forms, households over time, receipt and consent on paper.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(
    dead_code,
    reason = "what the desk needs of the laptop and this does not"
)]
#[path = "desk/laptop.rs"]
mod laptop;

use laptop::{Laptop, len, text};
use serde_json::{Value, json};

fn page(laptop: &Laptop, person: &str) -> Value {
    laptop.ok("person.get", json!({"person": person}))
}

fn violence(person: &str, case: Option<&str>) -> Value {
    json!({"situation": {"person": person, "case": case, "group": "woman_victim_of_violence", "form": "woman_victim_of_violence",
        "form_version": 1, "answers": [{"question": "danger", "values": ["grave"]}, {"question": "children", "values": [], "unknown": true}]}})
}

#[test]
fn violence_is_noted_in_the_restricted_case_and_seen_by_nobody_else() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let exposed = laptop.refused("situation.record", violence(&amina, None));
    assert_eq!(exposed.code, "restricted_case_needed");
    let open = laptop.ok(
        "case.open",
        json!({"person": amina, "case_type": "precarious_family"}),
    );
    let plain = text(&open["case"]);
    let exposed = laptop.refused("situation.record", violence(&amina, Some(&plain)));
    assert_eq!(
        exposed.code, "restricted_case_needed",
        "an ordinary case is everybody's"
    );

    let case = laptop.restricted_case(&amina);
    laptop.ok("situation.record", violence(&amina, Some(&case)));
    let elderly =
        json!({"situation": {"person": amina, "group": "elderly", "indh": "indigent_elderly"}});
    laptop.ok("situation.record", elderly);
    let groups = |laptop: &Laptop| -> Vec<String> {
        let page = page(laptop, &amina);
        let found = page["situations"].as_array().unwrap().clone();
        found
            .iter()
            .map(|one| text(&one["record"]["group"]))
            .collect()
    };
    let mut known = groups(&laptop);
    known.sort();
    assert_eq!(known, ["elderly", "woman_victim_of_violence"]);

    for (colleague, told) in [("youssef", vec!["elderly".to_owned()]), ("samira", vec![])] {
        laptop.sits(colleague);
        assert_eq!(groups(&laptop), told, "{colleague}");
        let everything = [page(&laptop, &amina), laptop.ok("today.get", json!({}))];
        for view in everything {
            assert!(
                !view.to_string().contains("violence"),
                "{colleague}: {view}"
            );
        }
    }
    laptop.sits("samira");
    let refused = laptop.refused(
        "situation.record",
        json!({"situation": {"person": amina, "group": "elderly"}}),
    );
    assert_eq!(refused.code, "forbidden", "the desk follows no case");
}

#[test]
fn an_illness_of_the_national_initiative_is_no_fact_of_the_card() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let ill = |case: Value| json!({"situation": {"person": amina, "case": case, "indh": "hiv"}});
    assert_eq!(
        laptop.refused("situation.record", ill(Value::Null)).code,
        "restricted_case_needed"
    );
    let case = laptop.restricted_case(&amina);
    laptop.ok("situation.record", ill(json!(case)));
}

#[test]
fn answers_are_completed_later_and_each_answers_its_question() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let begun = json!({"situation": {"person": amina, "group": "elderly", "form": "elderly", "form_version": 1,
        "answers": [{"question": "autonomy", "values": ["partial"]}]}});
    laptop.ok("situation.record", begun.clone());
    let held = page(&laptop, &amina)["situations"][0].clone();
    let edit = |answers: Value| json!({"id": held["id"], "seen": held["seen"], "patch": {"answers": answers}});
    for wrong in [
        json!([{"question": "autonomy", "values": ["no_such"]}]),
        json!([{"question": "no_such", "values": ["x"]}]),
    ] {
        assert_eq!(
            laptop.refused("situation.update", edit(wrong)).code,
            "unknown_value"
        );
    }
    let answers = json!([
        {"question": "autonomy", "values": ["dependent"], "unknown": false},
        {"question": "relatives", "values": ["ابنة بطنجة"], "unknown": false},
    ]);
    laptop.ok("situation.update", edit(answers.clone()));
    let kept = page(&laptop, &amina)["situations"][0]["record"].clone();
    assert_eq!(kept["answers"], answers);
    assert_eq!(
        kept["noted_on"],
        laptop.ok("device.status", json!({}))["today"]
    );
}

/// Amina with her husband and her son, at home.
fn family(laptop: &Laptop) -> [String; 3] {
    let amina = laptop.amina();
    let hassan = laptop.register(json!({"given_name_ar": "حسن", "sex": "male"}));
    let yassine = laptop.register(json!({"given_name_ar": "ياسين", "sex": "male"}));
    for (member, kinship) in [(&hassan, "spouse"), (&yassine, "child")] {
        let joins =
            json!({"person": amina, "member": member, "kinship": kinship, "since": "2020-01-05"});
        laptop.ok("household.add_member", joins);
    }
    [amina, hassan, yassine]
}

fn place(household: &Value, person: &str) -> Value {
    let members = household["members"].as_array().unwrap();
    let one = members.iter().find(|one| one["person"]["person"] == person);
    one.unwrap_or_else(|| panic!("{person} does not live there: {household}"))["membership"].clone()
}

#[test]
fn a_husband_who_leaves_is_folded_away_with_his_dates_and_is_found_in_his_new_home() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let [amina, hassan, yassine] = family(&laptop);
    let home = page(&laptop, &amina)["household"].clone();
    let his = place(&home, &hassan);
    let leave = |day: &str| json!({"membership": his["id"], "seen": his["seen"], "day": day});
    assert_eq!(
        laptop.refused("household.leave", leave("2019-12-31")).code,
        "day_before"
    );
    assert_eq!(
        laptop.refused("household.leave", leave("2031-01-01")).code,
        "day_to_come"
    );
    laptop.ok("household.leave", leave("2026-03-01"));
    let home = page(&laptop, &amina)["household"].clone();
    assert_eq!((len(&home["members"]), len(&home["past"])), (2, 1));
    assert_eq!(
        home["past"][0]["membership"]["record"]["until"],
        "2026-03-01"
    );

    // He lives at his mother's now; the boy follows him there.
    let mother = laptop.register(json!({"given_name_ar": "رقية", "sex": "female"}));
    laptop.ok(
        "household.add_member",
        json!({"person": mother, "member": hassan, "kinship": "child", "since": "2026-03-01"}),
    );
    laptop.ok("household.add_member", json!({"person": mother, "member": yassine, "kinship": "grandchild", "since": "2026-09-01", "moves": true}));
    let boy = page(&laptop, &yassine);
    assert_eq!(len(&boy["household"]["members"]), 3);
    let before = &boy["past_households"];
    assert_eq!(len(before), 1);
    assert_eq!(before[0]["head"]["person"], amina);
    assert_eq!(
        (
            &before[0]["membership"]["record"]["since"],
            &before[0]["membership"]["record"]["until"]
        ),
        (&json!("2020-01-05"), &json!("2026-09-01"))
    );
    assert_eq!(len(&page(&laptop, &amina)["household"]["members"]), 1);
    // And he may come back: two stays in one home.
    laptop.ok("household.add_member", json!({"person": amina, "member": yassine, "kinship": "child", "since": "2026-11-01", "moves": true}));
    let home = page(&laptop, &amina)["household"].clone();
    assert_eq!((len(&home["members"]), len(&home["past"])), (2, 2));
}

#[test]
fn another_head_changes_the_word_for_each_in_one_write() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let [amina, hassan, yassine] = family(&laptop);
    let home = page(&laptop, &amina)["household"].clone();
    let his = place(&home, &hassan);
    let proposed = laptop.ok("household.kinships", json!({"head": his["id"]}));
    let word = |person: &str| {
        let id = place(&home, person)["id"].clone();
        let list = proposed.as_array().unwrap();
        list.iter().find(|one| one["membership"] == id).unwrap()["kinship"].clone()
    };
    assert_eq!(
        [word(&amina), word(&hassan), word(&yassine)],
        ["spouse", "head", "child"]
    );
    let change = |words: [&str; 3]| {
        let members: Vec<Value> = [&amina, &hassan, &yassine]
            .iter()
            .zip(words)
            .map(|(person, word)| {
                let place = place(&home, person);
                json!({"membership": place["id"], "seen": place["seen"], "kinship": word})
            })
            .collect();
        json!({"household": home["household"], "members": members})
    };
    for two_or_none in [["head", "head", "child"], ["spouse", "sibling", "child"]] {
        assert_eq!(
            laptop
                .refused("household.change_head", change(two_or_none))
                .code,
            "one_head"
        );
    }
    laptop.ok("household.change_head", change(["spouse", "head", "child"]));
    let home = page(&laptop, &amina)["household"].clone();
    assert_eq!(
        home["members"][0]["person"]["person"], hassan,
        "the head first"
    );
    let stale = change(["head", "spouse", "child"]);
    laptop.ok("household.change_head", stale);
    let shown = page(&laptop, &amina)["household"].clone();
    assert_eq!(
        len(&shown["members"][0]["membership"]["conflicts"])
            + len(&shown["members"][1]["membership"]["conflicts"]),
        2,
        "written on what was no longer on the screen: both words stay"
    );
}

#[test]
fn an_amount_is_told_back_in_words_before_it_is_kept() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let read = |typed: &str| laptop.ok("amount.read", json!({"text": typed, "of": "month"}));
    for typed in ["2500.00", "2500,00", "٢٥٠٠", "2 500 DH"] {
        let said = read(typed);
        assert_eq!(len(&said["meanings"]), 1, "{typed}");
        assert_eq!(said["meanings"][0]["centimes"], 250_000, "{typed}");
        assert_eq!(
            said["meanings"][0]["words"],
            json!({"ar": "ألفان وخمسمائة درهم", "fr": "deux mille cinq cents dirhams", "en": "two thousand five hundred dirhams"})
        );
    }
    let asked = read("2.500");
    assert_eq!(
        (
            &asked["meanings"][0]["centimes"],
            &asked["meanings"][1]["centimes"]
        ),
        (&json!(250_000), &json!(250))
    );
    assert_eq!(read("ألفان")["problem"], "amount_unreadable");
    assert_eq!(read("250000")["meanings"][0]["unusual"], true);
    let whole = json!({"text": "2500,50", "of": "sum", "whole": true});
    assert_eq!(
        laptop.ok("amount.read", whole)["problem"],
        "amount_not_whole"
    );
}

#[test]
fn an_amount_ten_times_the_usual_is_kept_only_when_it_is_said_to_be_meant() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let [amina, ..] = family(&laptop);

    let aid = |centimes: i64, confirmed: Value| json!({"service": {"person": amina, "service_type": "cash", "amount": centimes}, "confirmed": confirmed});
    laptop.ok("service.give", aid(250_000, Value::Null));
    for unsaid in [Value::Null, json!(false)] {
        let refused = laptop.refused("service.give", aid(25_000_000, unsaid));
        assert_eq!(
            (refused.code.as_str(), &refused.args["field"]),
            ("amount_unusual", &json!("amount"))
        );
    }
    laptop.ok("service.give", aid(25_000_000, json!(true)));
    assert_eq!(
        laptop
            .refused("service.give", aid(i64::MAX, json!(true)))
            .code,
        "amount_too_large"
    );

    let place = |laptop: &Laptop| place(&page(laptop, &amina)["household"], &amina).clone();
    let earns = |held: &Value, centimes: i64, confirmed: bool| json!({"id": held["id"], "seen": held["seen"], "patch": {"income": centimes}, "confirmed": confirmed});
    let held = place(&laptop);
    let refused = laptop.refused("household.update_member", earns(&held, 25_000_000, false));
    assert_eq!(
        (refused.code.as_str(), &refused.args["field"]),
        ("amount_unusual", &json!("income"))
    );
    laptop.ok("household.update_member", earns(&held, 25_000_000, true));
    // What was said to be meant is not asked again when something else changes.
    let held = place(&laptop);
    let moved = json!({"id": held["id"], "seen": held["seen"], "patch": {"since": "2020-01-01"}});
    laptop.ok("household.update_member", moved);
}

#[test]
fn an_amount_among_answers_is_read_like_any_other() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let noted = |typed: &str, confirmed: bool| {
        json!({"situation": {"person": amina, "group": "elderly", "form": "elderly", "form_version": 1, "answers": [
            {"question": "pension", "values": ["yes"]}, {"question": "pension_amount", "values": [typed]}]}, "confirmed": confirmed})
    };
    for (typed, code) in [
        ("2.500", "amount_unclear"),
        ("2500,50", "amount_not_whole"),
        ("ألفان", "amount_unreadable"),
        ("90000", "amount_unusual"),
    ] {
        assert_eq!(
            laptop.refused("situation.record", noted(typed, false)).code,
            code,
            "{typed}"
        );
    }
    laptop.ok("situation.record", noted("٢٥٠٠٫٠٠", false));
    let held = page(&laptop, &amina)["situations"][0].clone();
    assert_eq!(held["record"]["answers"][1]["values"], json!(["2500"]));
    let edit = |held: &Value, typed: &str, confirmed: bool| {
        json!({"id": held["id"], "seen": held["seen"], "confirmed": confirmed, "patch": {"answers": [
            {"question": "pension", "values": ["yes"]}, {"question": "pension_amount", "values": [typed]}]}})
    };
    assert_eq!(
        laptop
            .refused("situation.update", edit(&held, "90000", false))
            .code,
        "amount_unusual"
    );
    laptop.ok("situation.update", edit(&held, "90 000", true));
    let held = page(&laptop, &amina)["situations"][0].clone();
    assert_eq!(held["record"]["answers"][1]["values"], json!(["90000"]));
    laptop.ok("situation.update", edit(&held, "90000", false));
    let forms = laptop.ok("form.list", json!({}));
    let is_pension = |one: &Value| {
        one["form"] == "elderly" && one["question"] == "pension_amount" && one["of"] == "month"
    };
    assert!(forms["amounts"].as_array().unwrap().iter().any(is_pension));
}

#[test]
fn what_a_household_lives_on_is_no_business_of_the_desk() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let [amina, hassan, _] = family(&laptop);
    let home = page(&laptop, &amina)["household"].clone();
    for (person, income) in [(&amina, 150_000), (&hassan, 240_050)] {
        let place = place(&home, person);
        let earns = json!({"id": place["id"], "seen": place["seen"], "patch": {"income": income, "income_source": "wage"}});
        laptop.ok("household.update_member", earns);
    }
    assert_eq!(page(&laptop, &amina)["household"]["income"], 390_050);
    let record = home["record"].clone();
    let named = json!({"id": record["id"], "seen": record["seen"], "patch": {"name": "أسرة بوعزة", "rsu_id": "٩٩-١٢"}});
    laptop.ok("household.update", named);
    let home = page(&laptop, &amina)["household"].clone();
    assert_eq!(
        (&home["name"], &home["record"]["record"]["rsu_id"]),
        (&json!("أسرة بوعزة"), &json!("99-12"))
    );

    laptop.sits("samira");
    let home = page(&laptop, &amina)["household"].clone();
    assert_eq!(home["income"], Value::Null);
    assert_eq!(place(&home, &hassan)["record"]["income"], Value::Null);
}

#[test]
fn a_child_known_in_a_restricted_case_stays_there() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let case = laptop.restricted_case(&amina);
    let child = laptop.register(json!({"given_name_ar": "سلمى"}));
    laptop.ok(
        "household.add_member",
        json!({"person": amina, "member": child, "kinship": "child", "case": case}),
    );
    let home = page(&laptop, &amina)["household"].clone();
    let hers = place(&home, &child);
    laptop.sits("youssef");
    assert_eq!(page(&laptop, &amina)["household"], Value::Null);
    for (command, args) in [
        (
            "household.leave",
            json!({"membership": hers["id"], "seen": hers["seen"]}),
        ),
        ("household.kinships", json!({"head": hers["id"]})),
        (
            "household.update",
            json!({"id": home["household"], "seen": home["record"]["seen"], "patch": {"name": "x"}}),
        ),
        (
            "household.change_head",
            json!({"household": home["household"], "members": [{"membership": hers["id"], "seen": hers["seen"], "kinship": "head"}]}),
        ),
    ] {
        assert_eq!(laptop.refused(command, args).code, "not_found", "{command}");
    }
}

#[test]
fn somebody_without_a_name_or_papers_is_registered_and_leaves_with_a_receipt() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    let reception = laptop.ok("reception.open", json!({}));
    let unnamed = json!({"person": {"anonymous": true, "sex": "unknown", "document_type": "none", "languages": []}, "reception": reception["reception"]});
    laptop.ok("person.register", unnamed);
    let receipt = laptop.ok(
        "reception.receipt",
        json!({"reception": reception["reception"]}),
    );
    assert!(text(&receipt["file_name"]).starts_with("receipt-"));
    assert!(text(&receipt["base64"]).starts_with("JVBERi0"), "a PDF");
    assert_eq!(
        laptop
            .refused(
                "person.register",
                json!({"person": {"sex": "female", "languages": []}})
            )
            .code,
        "name_missing"
    );
}

#[test]
fn a_consent_is_printed_blank_before_and_recorded_after() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let blank = laptop.ok("consent.form", json!({"person": amina}));
    assert!(text(&blank["base64"]).starts_with("JVBERi0"));
    let given = json!({"consent": {"person": amina, "purposes": ["care", "contact"], "given_by": "person", "form": "fingerprint"}});
    let consent = laptop.ok("consent.record", given)["id"].clone();
    let recorded = laptop.ok("consent.form", json!({"consent": consent}));
    assert_ne!(recorded["base64"], blank["base64"]);
    assert_eq!(laptop.refused("consent.form", json!({})).code, "required");

    // One of a restricted case is nobody else's.
    let case = laptop.restricted_case(&amina);
    let given = json!({"consent": {"person": amina, "case": case, "purposes": ["justice"], "given_by": "person", "form": "oral"}});
    let hers = laptop.ok("consent.record", given)["id"].clone();
    laptop.ok("consent.form", json!({"consent": hers}));
    assert!(
        !laptop.viewed(&text(&hers)).is_empty(),
        "printing it is written down"
    );
    laptop.sits("youssef");
    assert_eq!(
        laptop
            .refused("consent.form", json!({"consent": hers}))
            .code,
        "not_found"
    );
    laptop.sits("samira");
    assert_eq!(
        laptop
            .refused("consent.form", json!({"consent": hers}))
            .code,
        "forbidden"
    );
}

#[test]
fn a_title_typed_in_the_name_is_proposed_and_papers_are_warned_about() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    let checked = laptop.ok(
        "person.check",
        json!({"person": {"given_name_ar": "مولاي أحمد", "sex": "male", "birth_date": "unknown", "cnie": "12", "document_type": "passport", "document_number": "؟", "languages": []}}),
    );
    assert_eq!(
        checked["titles"],
        json!([{"field": "given_name_ar", "title": "مولاي", "rest": "أحمد"}])
    );
    assert_eq!(
        checked["person"]["given_name_ar"], "مولاي أحمد",
        "never moved by itself"
    );
    let codes: Vec<String> = checked["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(&one["code"]))
        .collect();
    assert_eq!(codes, ["cnie_unusual", "passport_unusual"]);
    laptop.ok("person.register", json!({"person": checked["person"]}));
}

#[test]
fn a_home_with_somebody_hidden_in_it_is_shown_to_a_colleague_without_its_name_and_where_it_is() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let [amina, _, yassine] = family(&laptop);
    let home = page(&laptop, &amina)["household"]["record"].clone();
    let told = json!({"name": "أسرة أمينة", "address": "زنقة 4، حي السلام"});
    laptop.ok(
        "household.update",
        json!({"id": home["id"], "seen": home["seen"], "patch": told}),
    );
    let visit = json!({"visit": {"case": laptop.ok("case.open", json!({"person": amina, "case_type": "precarious_family"}))["case"],
        "planned_on": "2026-11-22", "kind": "center"}});
    laptop.ok("visit.plan", visit);
    laptop.sits("youssef");
    let seen = page(&laptop, &amina)["household"].clone();
    assert_eq!(
        (len(&seen["members"]), &seen["address"]),
        (3, &json!("زنقة 4، حي السلام"))
    );
    laptop.sits("nadia");
    laptop.ok(
        "case.open",
        json!({"person": yassine, "case_type": "child_in_difficulty", "confidentiality": "sealed",
            "named": [laptop.staff("nadia"), laptop.staff("karim")]}),
    );
    let hers = page(&laptop, &amina)["household"].clone();
    assert_eq!(hers["name"], "أسرة أمينة", "to who may know of all of them");
    laptop.sits("youssef");
    let seen = page(&laptop, &amina);
    let home = &seen["household"];
    assert_eq!(len(&home["members"]), 2, "those he may know of");
    for field in ["record", "name", "address"] {
        assert_eq!(home[field], Value::Null, "{field}");
    }
    let everything = [
        seen.to_string(),
        laptop
            .ok("visit.list", json!({"all": true, "to": "2026-12-31"}))
            .to_string(),
        laptop.ok("today.get", json!({})).to_string(),
    ];
    for text in everything {
        assert!(
            !text.contains("زنقة 4") && !text.contains("أسرة أمينة"),
            "{text}"
        );
    }
    let edit =
        json!({"id": hers["record"]["id"], "seen": hers["record"]["seen"], "patch": {"name": "x"}});
    assert_eq!(laptop.refused("household.update", edit).code, "not_found");
}
