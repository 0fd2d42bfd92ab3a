//! Nothing is chosen for somebody where an answer protects them, and what protects them is told where it is chosen.

use base64::Engine;
use serde_json::{Value, json};

use crate::laptop::{Laptop, len, text};
use crate::{hospital, may_be_called, opened, record, step, view};

#[test]
fn nobody_is_contacted_before_they_said_they_may_be() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    record(
        &laptop,
        &case,
        "reception_listening",
        "done",
        Some("listened"),
    );
    let instance = view(&laptop, &case)["track"]["instance"].clone();
    let aid = |event: &str, outcome: Option<&str>| json!({"case": case, "instance": instance, "step": "rights_legal_aid", "event": event, "outcome": outcome, "until": "2026-12-01"});
    assert_eq!(
        laptop
            .refused("step.record", aid("done", Some("wants_complaint")))
            .code,
        "safe_contact_first"
    );
    laptop.ok("step.record", aid("postponed", None));
    let visit = |kind: &str| json!({"visit": {"case": case, "planned_on": "2026-11-24", "kind": kind, "place": "حي السلام"}});
    assert_eq!(
        laptop.refused("visit.plan", visit("home")).code,
        "safe_contact_first"
    );
    laptop.ok("visit.plan", visit("center"));

    may_be_called(&laptop, &amina);
    laptop.ok("step.record", aid("done", Some("wants_complaint")));
    laptop.ok("visit.plan", visit("home"));
    let visits = laptop.ok("visit.list", json!({"to": "2026-11-29"}));
    assert_eq!(len(&visits), 2);
    assert_eq!(visits[1]["not_at_home"], Value::Null);
}

/// Writes the card's answer on being reached.
fn says(laptop: &Laptop, amina: &str, answer: Value, hours: Value) {
    let seen = laptop.ok("person.get", json!({"person": amina}))["person"]["seen"].clone();
    let patch = json!({"safe_contact": answer, "safe_hours": hours});
    laptop.ok(
        "person.update",
        json!({"id": amina, "seen": seen, "patch": patch}),
    );
}

#[test]
fn each_reason_not_to_visit_somebody_at_home_is_told_as_it_is() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let home = json!({"visit": {"case": case, "planned_on": "2026-11-24", "kind": "home"}});
    let unsaid = json!({"visit": {"case": case, "planned_on": "2026-11-24"}});
    for (answer, hours, reach, code) in [
        (Value::Null, Value::Null, "not_asked", "safe_contact_first"),
        (
            json!("unknown"),
            Value::Null,
            "not_asked",
            "safe_contact_first",
        ),
        (
            json!("hours"),
            Value::Null,
            "hours_unknown",
            "safe_hours_first",
        ),
        (json!("no"), json!("بعد 18:00"), "never", "contact_unsafe"),
    ] {
        says(&laptop, &amina, answer, hours.clone());
        assert_eq!(
            view(&laptop, &case)["person"]["reachable"],
            json!({"may_be_reached": false, "reach": reach, "hours": hours})
        );
        assert_eq!(laptop.refused("visit.plan", home.clone()).code, code);
        assert_eq!(
            laptop.refused("visit.plan", unsaid.clone()).code,
            code,
            "where it goes was not said"
        );
        let instance = view(&laptop, &case)["track"]["instance"].clone();
        let aid = json!({"case": case, "instance": instance, "step": "rights_legal_aid", "event": "started"});
        assert_eq!(laptop.refused("step.record", aid).code, code);
    }
    says(&laptop, &amina, json!("hours"), json!("بعد 18:00"));
    assert_eq!(
        view(&laptop, &case)["person"]["reachable"],
        json!({"may_be_reached": true, "reach": "hours", "hours": "بعد 18:00"})
    );
    let planned = laptop.ok("visit.plan", home);
    // She says no since: the visit is still there, and says why it may not be made; it moves nowhere else at home.
    says(&laptop, &amina, json!("no"), Value::Null);
    let visits = laptop.ok("visit.list", json!({"to": "2026-11-30"}));
    assert_eq!(
        (len(&visits), &visits[0]["not_at_home"]),
        (1, &json!("never"))
    );
    let today = laptop.ok("today.get", json!({}));
    let tasks =
        ["overdue", "today", "week", "later"].map(|list| today[list].as_array().unwrap().clone());
    let tasks = tasks.concat();
    let told = tasks.iter().find(|task| task["target"]["kind"] == "visit");
    assert_eq!(told.unwrap()["reach"], "never", "Today says so too");
    let seen = &visits[0]["visit"]["seen"];
    let moved = json!({"id": planned["id"], "seen": seen, "patch": {"planned_on": "2026-11-26"}});
    assert_eq!(laptop.refused("visit.update", moved).code, "contact_unsafe");
    laptop.ok(
        "visit.update",
        json!({"id": planned["id"], "seen": seen, "patch": {"planned_on": null}}),
    );
    // One that was made may be told of; said not to have been made after all, it would be to come.
    let made = json!({"visit": {"case": case, "performed_on": "2026-11-20", "kind": "home", "outcome": "met"}});
    let made = laptop.ok("visit.plan", made);
    let page = view(&laptop, &case);
    let visits = page["visits"].as_array().unwrap();
    let held = visits
        .iter()
        .find(|visit| visit["visit"]["id"] == made["id"]);
    let unmade = json!({"id": made["id"], "seen": held.unwrap()["visit"]["seen"], "patch": {"performed_on": null}});
    assert_eq!(
        laptop.refused("visit.update", unmade).code,
        "contact_unsafe"
    );
}

#[test]
fn how_a_visit_went_and_who_consented_how_are_never_supposed() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let refused = |command: &str, args: Value| {
        let error = laptop.refused(command, args);
        (
            error.code,
            error.args.get("field").cloned().unwrap_or_default(),
        )
    };
    let made = json!({"visit": {"case": case, "kind": "center", "performed_on": "2026-11-22"}});
    assert_eq!(
        refused("visit.plan", made),
        ("required".to_owned(), json!("outcome"))
    );
    let planned = laptop.ok(
        "visit.plan",
        json!({"visit": {"case": case, "kind": "center", "planned_on": "2026-11-22"}}),
    );
    let seen = view(&laptop, &case)["visits"][0]["visit"]["seen"].clone();
    let told = |patch: Value| json!({"id": planned["id"], "seen": seen, "patch": patch});
    assert_eq!(
        refused("visit.update", told(json!({"performed_on": "2026-11-22"}))),
        ("required".to_owned(), json!("outcome"))
    );
    laptop.ok(
        "visit.update",
        told(json!({"performed_on": "2026-11-22", "outcome": "absent"})),
    );
    for (missing, field) in [
        (json!({"form": "oral"}), "given_by"),
        (json!({"given_by": "person"}), "form"),
    ] {
        let mut consent = json!({"person": amina, "purposes": ["care"]});
        consent
            .as_object_mut()
            .unwrap()
            .extend(missing.as_object().unwrap().clone());
        assert_eq!(
            refused("consent.record", json!({"consent": consent})),
            ("required".to_owned(), json!(field))
        );
    }
    let partner = hospital(&laptop);
    let asked = json!({"referral": {"case": case, "partner": partner, "service_asked": "فحص", "override_reason": "خطر"}});
    let made = laptop.ok("referral.create", asked);
    let found = laptop.ok("referral.get", json!({"referral": made["referral"]}));
    assert_eq!(
        found["referral"]["record"]["urgency"],
        Value::Null,
        "nobody judged how urgent it is"
    );
}

#[test]
fn the_step_on_being_reached_and_the_card_are_one_answer() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let card = |laptop: &Laptop| view(laptop, &case)["person"]["safe_contact"].clone();
    let track =
        |laptop: &Laptop| step(&view(laptop, &case), "safe_contact")["outcome_label"]["fr"].clone();
    let instance = view(&laptop, &case)["track"]["instance"].clone();
    let answer = |outcome: &str, more: Value| {
        let mut args = json!({"case": case, "instance": instance, "step": "safe_contact", "event": "done", "outcome": outcome});
        args.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        args
    };
    assert_eq!(
        laptop
            .refused(
                "step.record",
                json!({"case": case, "instance": instance, "step": "safe_contact", "event": "done"})
            )
            .code,
        "required"
    );

    // Nobody asked before: the step writes the card, hours and all.
    laptop.ok(
        "step.record",
        answer("safe_with_conditions", json!({"safe_hours": "بعد 18:00"})),
    );
    assert_eq!(card(&laptop), "hours");
    assert_eq!(
        view(&laptop, &case)["person"]["reachable"]["hours"],
        "بعد 18:00"
    );
    assert_eq!(
        track(&laptop),
        "Contact possible à certaines heures ou par une personne de confiance"
    );

    // What protects more is taken at once.
    laptop.minutes(1);
    laptop.ok("step.record", answer("no_contact", json!({})));
    assert_eq!(
        (
            card(&laptop),
            view(&laptop, &case)["person"]["reachable"]["reach"].clone()
        ),
        (json!("no"), json!("never"))
    );

    // What protects less is asked about: unasked, nothing is recorded anywhere.
    let page = view(&laptop, &case);
    let safe = step(&page, "safe_contact")["outcomes"][0].clone();
    assert_eq!(
        (&safe["safe_contact"], &safe["lowers_card"]),
        (&json!("yes"), &json!(true))
    );
    let total = page["timeline_total"].clone();
    assert_eq!(
        laptop
            .refused("step.record", answer("safe", json!({})))
            .code,
        "safe_contact_differs"
    );
    assert_eq!(
        (
            card(&laptop),
            view(&laptop, &case)["timeline_total"].clone()
        ),
        (json!("no"), total)
    );

    // Asked on a view that did not show the stricter answer, that answer stays in force.
    let old = page["person"]["seen"].clone();
    says(&laptop, &amina, json!("hours"), json!("صباحا"));
    says(&laptop, &amina, json!("no"), Value::Null);
    let asked = |seen: &Value| json!({"card": {"person": amina, "seen": seen}});
    assert_eq!(
        laptop
            .refused("step.record", answer("safe", asked(&old)))
            .code,
        "safe_contact_differs"
    );
    assert_eq!(card(&laptop), "no");

    // Asked on what the card says now, both change together.
    let seen = view(&laptop, &case)["person"]["seen"].clone();
    laptop.minutes(1);
    laptop.ok("step.record", answer("safe", asked(&seen)));
    assert_eq!(
        (card(&laptop), track(&laptop)),
        (json!("yes"), json!("Contact sans danger"))
    );

    // And whoever changes the card later changes what the track says.
    says(&laptop, &amina, json!("no"), Value::Null);
    assert_eq!(
        track(&laptop),
        "Aucun contact : elle s'adresse elle-même au centre"
    );
}

#[test]
fn a_referral_records_what_it_tells_and_says_what_it_withholds() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let seen = laptop.ok("person.get", json!({"person": amina}))["person"]["seen"].clone();
    laptop.ok(
        "person.update",
        json!({"id": amina, "seen": seen, "patch": {"address": "حي السلام"}}),
    );
    let partner = hospital(&laptop);
    let every = [
        "name",
        "birth",
        "cnie",
        "phone",
        "address",
        "situation",
        "household",
    ];
    let make = |send: bool| {
        let referral = json!({"case": case, "partner": partner, "service_asked": "فحص", "shared": every, "override_reason": "خطر"});
        let made = laptop.ok(
            "referral.create",
            json!({"referral": referral, "send": send}),
        );
        let view = laptop.ok("referral.get", json!({"referral": made["referral"]}));
        (made, view["referral"]["record"]["shared"].clone())
    };
    // Not asked, never, at hours nobody wrote: neither where she is called nor where she lives. What is not recorded
    // is not said to have been told either.
    for (answer, reach) in [
        (Value::Null, "not_asked"),
        (json!("no"), "never"),
        (json!("hours"), "hours_unknown"),
    ] {
        says(&laptop, &amina, answer, Value::Null);
        let withheld = view(&laptop, &case)["person"]["withheld"].clone();
        let phone = withheld
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["item"] == "phone")
            .unwrap()
            .clone();
        assert_eq!(phone["reach"], reach);
        let (made, shared) = make(true);
        assert_eq!(shared, json!(["name", "birth", "cnie"]), "{reach}");
        assert_eq!(
            made["withheld"],
            json!(["phone", "address", "situation", "household"])
        );
        laptop.ok("referral.letter", json!({"referral": made["referral"]}));
    }
    says(&laptop, &amina, json!("hours"), json!("بعد 18:00"));
    let (_, shared) = make(true);
    assert_eq!(shared, json!(["name", "birth", "cnie", "phone", "address"]));
    // Drafted while it was safe, sent when it is not: what leaves is what may leave that day, and the record says so.
    let (draft, shared) = make(false);
    assert_eq!(len(&shared), 5);
    says(&laptop, &amina, json!("no"), Value::Null);
    laptop.ok(
        "referral.record",
        json!({"referral": draft["referral"], "event": "sent"}),
    );
    let sent = laptop.ok("referral.get", json!({"referral": draft["referral"]}));
    assert_eq!(
        sent["referral"]["record"]["shared"],
        json!(["name", "birth", "cnie"])
    );
    assert_eq!(text(&sent["row"]["state"]["status"]), "sent");
}

#[test]
fn whoever_refused_to_be_reached_is_marked_beside_everything_there_is_to_do_for_her() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let marked = |expected: bool| {
        let today = laptop.ok("today.get", json!({}));
        let lists = ["overdue", "today", "week", "later"];
        let tasks: Vec<Value> = lists
            .iter()
            .flat_map(|list| today[*list].as_array().unwrap().clone())
            .collect();
        assert!(tasks.len() > 1, "{today}");
        for task in tasks {
            assert_eq!(task["reach"] == "never", expected, "{task}");
        }
    };
    laptop.ok(
        "appointment.create",
        json!({"appointment": {"case": case, "day": "2026-11-22"}}),
    );
    laptop.ok(
        "visit.plan",
        json!({"visit": {"case": case, "planned_on": "2026-11-22", "kind": "center"}}),
    );
    marked(false);
    let person = laptop.ok("person.get", json!({"person": amina}))["person"].clone();
    laptop.ok(
        "person.update",
        json!({"id": person["id"], "seen": person["seen"], "patch": {"safe_contact": "no"}}),
    );
    marked(true);
}

#[test]
fn a_letter_names_those_at_home_in_the_script_of_each_column() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let child = laptop.register(json!({"given_name_ar": "عمران", "given_name_lat": "Imrane"}));
    laptop.ok(
        "household.add_member",
        json!({"person": amina, "member": child, "kinship": "child"}),
    );
    let partner = hospital(&laptop);
    laptop.ok("consent.record", json!({"consent": {"person": amina, "purposes": ["referral"], "given_by": "person", "form": "oral"}}));
    let referral = json!({"case": case, "partner": partner, "service_asked": "فحص", "shared": ["name", "household"]});
    let made = laptop.ok(
        "referral.create",
        json!({"referral": referral, "send": true}),
    );
    let letter = laptop.ok("referral.letter", json!({"referral": made["referral"]}));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.pdf");
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(letter["base64"].as_str().unwrap())
        .unwrap();
    std::fs::write(&file, bytes).unwrap();
    // Says nothing where poppler is not installed, like the pages compared as pictures.
    let Ok(read) = std::process::Command::new("pdftotext")
        .arg(&file)
        .arg("-")
        .output()
    else {
        return;
    };
    let words = String::from_utf8_lossy(&read.stdout).into_owned();
    assert!(words.contains("Imrane"), "{words}");
}

#[test]
fn a_sealed_case_is_unsealed_by_its_responsible_one_and_not_by_a_director_named_in_it() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    let change = |patch: Value| {
        let seen = view(&laptop, &case)["case"]["seen"].clone();
        json!({"id": case, "seen": seen, "patch": patch})
    };
    let mut sealing = change(json!({"confidentiality": "sealed"}));
    sealing["name"] = json!([laptop.staff("karim")]);
    laptop.ok("case.update", sealing);

    laptop.sits("karim");
    assert_eq!(view(&laptop, &case)["confidentialities"], json!(["sealed"]));
    let by_rank = change(json!({"confidentiality": "restricted"}));
    assert_eq!(laptop.refused("case.update", by_rank).code, "forbidden");

    laptop.sits("nadia");
    assert_eq!(
        view(&laptop, &case)["confidentialities"],
        json!(["restricted", "sealed"])
    );
    let to_all = change(json!({"confidentiality": "ordinary"}));
    assert_eq!(laptop.refused("case.update", to_all).code, "forbidden");
    laptop.ok(
        "case.update",
        change(json!({"confidentiality": "restricted"})),
    );
    assert_eq!(
        view(&laptop, &case)["case"]["record"]["confidentiality"],
        "restricted"
    );
}

#[test]
fn whoever_a_sealed_case_is_given_to_stays_named_unless_they_agree_or_the_director_says_why() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    let staff = |name: &str| json!(laptop.staff(name));
    laptop.ok(
        "case.assign",
        json!({"case": case, "staff": staff("youssef")}),
    );
    let change = |patch: Value, more: Value| {
        let mut args =
            json!({"id": case, "seen": view(&laptop, &case)["case"]["seen"], "patch": patch});
        for (name, value) in more.as_object().unwrap() {
            args[name] = value.clone();
        }
        args
    };
    let named = || {
        let view = view(&laptop, &case);
        let of = |one: &Value| (one["staff"].to_string(), one["unname"].clone());
        let named = view["named"].as_array().unwrap();
        named
            .iter()
            .map(of)
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    // Somebody it is given to, and who does not lead it, does not seal it.
    laptop.sits("youssef");
    let seal = json!({"confidentiality": "sealed"});
    let by_youssef = change(seal.clone(), json!({}));
    assert_eq!(laptop.refused("case.update", by_youssef).code, "forbidden");

    laptop.sits("nadia");
    let without = change(
        seal.clone(),
        json!({"name": [staff("karim")], "unname": [staff("youssef")]}),
    );
    assert_eq!(laptop.refused("case.update", without).code, "stays_named");
    laptop.ok(
        "case.update",
        change(seal, json!({"name": [staff("karim")]})),
    );
    assert_eq!(named()[&staff("youssef").to_string()], "never");
    assert_eq!(named()[&staff("karim").to_string()], "free");
    laptop.minutes(1);

    laptop.sits("karim");
    assert_eq!(named()[&staff("youssef").to_string()], "with_reason");
    let silent = change(json!({}), json!({"unname": [staff("youssef")]}));
    assert_eq!(laptop.refused("case.update", silent).code, "stays_named");
    // Two who name somebody without seeing each other are both heard: nobody hands over the newest list.
    let why = json!({"unname": [staff("youssef")], "why": "قريب للمشتكى به"});
    laptop.ok("case.update", change(json!({}), why));
    assert_eq!(named().len(), 2);
    let told = laptop.ok(
        "case.timeline",
        json!({"case": case, "offset": 0, "limit": 50}),
    );
    assert!(told.to_string().contains("قريب للمشتكى به"), "{told}");
    laptop.sits("youssef");
    assert_eq!(
        laptop.refused("case.get", json!({"case": case})).code,
        "not_found"
    );

    // One's own name one takes away oneself; the last stays.
    laptop.sits("karim");
    laptop.ok(
        "case.update",
        change(json!({}), json!({"unname": [staff("karim")]})),
    );
    laptop.sits("nadia");
    let last = change(json!({}), json!({"unname": [staff("nadia")]}));
    assert_eq!(laptop.refused("case.update", last).code, "required");
}
