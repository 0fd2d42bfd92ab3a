//! A case from its opening to its closing and back, through the same door the windows use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(
    dead_code,
    reason = "what the desk needs of the laptop and the cases do not"
)]
#[path = "desk/laptop.rs"]
mod laptop;

#[path = "casework/closing.rs"]
mod closing;
#[path = "casework/danger.rs"]
mod danger;
#[path = "casework/histories/mod.rs"]
mod histories;
#[path = "casework/keeping.rs"]
mod keeping;
#[path = "casework/safety.rs"]
mod safety;

use laptop::{Laptop, len, text};
use serde_json::{Value, json};

const DAY: u64 = 24 * 60;

/// Amina's violence case, opened by Nadia with its protocol.
fn opened(laptop: &Laptop) -> (String, String) {
    laptop.sits("nadia");
    let amina = laptop.amina();
    let args = json!({"person": amina, "case_type": "woman_victim_of_violence", "protocol": "woman_victim_of_violence"});
    (amina, text(&laptop.ok("case.open", args)["case"]))
}

fn view(laptop: &Laptop, case: &str) -> Value {
    laptop.ok("case.get", json!({"case": case}))
}

fn step<'a>(view: &'a Value, step: &str) -> &'a Value {
    view["track"]["steps"]
        .as_array()
        .unwrap()
        .iter()
        .find(|s| s["step"] == step)
        .unwrap()
}

fn record(laptop: &Laptop, case: &str, step: &str, event: &str, outcome: Option<&str>) -> String {
    let instance = view(laptop, case)["track"]["instance"].clone();
    text(&laptop.ok("step.record", json!({"case": case, "instance": instance, "step": step, "event": event, "outcome": outcome}))["id"])
}

fn may_be_called(laptop: &Laptop, amina: &str) {
    let seen = laptop.ok("person.get", json!({"person": amina}))["person"]["seen"].clone();
    laptop.ok("person.update", json!({"id": amina, "seen": seen, "patch": {"safe_contact": "hours", "safe_hours": "بعد 18:00"}}));
}

fn hospital(laptop: &Laptop) -> String {
    text(&laptop.ok("partner.create", json!({"partner": {"name_ar": "المستشفى الإقليمي", "name_fr": "Hôpital provincial", "partner_type": "health"}}))["id"])
}

#[test]
fn nadia_opens_the_case_and_knows_what_comes_next() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let page = view(&laptop, &case);
    assert_eq!(page["case"]["record"]["confidentiality"], "restricted");
    assert!(
        text(&page["case"]["record"]["number"]).ends_with("-00001"),
        "{}",
        page["case"]["record"]["number"]
    );
    assert_eq!(page["person"]["card"]["person"], json!(amina));
    assert_eq!(page["staff"][0]["staff"], laptop.staff("nadia"));
    assert_eq!(page["track"]["next"], "reception_listening");
    assert_eq!(page["may"], json!(["edit", "assign", "close"]));

    laptop.minutes(1);
    record(
        &laptop,
        &case,
        "reception_listening",
        "done",
        Some("listened"),
    );
    let page = view(&laptop, &case);
    assert_eq!(page["track"]["done"], 1);
    assert!(step(&page, "reception_listening")["outcome_label"]["ar"].is_string());
    assert_eq!(
        step(&page, "reception_listening")["settled_by"]["staff"],
        laptop.staff("nadia")
    );
    assert_eq!(step(&page, "danger_assessment")["state"]["status"], "open");
    assert_eq!(page["timeline"][0]["kind"], "step_event");
    assert!(page["timeline"][0]["label"]["fr"].is_string());
    assert_eq!(
        (&page["timeline"][2]["code"], &page["timeline_total"]),
        (&json!("opened"), &json!(3))
    );

    let mine = laptop.ok("case.list", json!({}));
    assert_eq!((&mine["total"], len(&mine["items"])), (&json!(1), 1));
    assert!(mine["items"][0]["next_step"]["ar"].is_string());
    assert_eq!(
        laptop.ok("case.list", json!({"query": "amina"}))["total"],
        1
    );
    assert_eq!(
        laptop.ok("case.list", json!({"query": "00001"}))["total"],
        1
    );
    assert_eq!(
        laptop.ok("case.list", json!({"query": "خديجة"}))["total"],
        0
    );
    assert_eq!(
        laptop.ok("case.list", json!({"all": true, "query": "أمينة"}))["total"],
        1
    );
}

#[test]
fn a_restricted_case_leaves_no_trace_for_those_it_is_not_given_to() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    laptop.ok(
        "note.add",
        json!({"note": {"case": case, "kind": "listening", "body": "حكت عن ليلة أمس"}}),
    );

    laptop.sits("samira");
    assert_eq!(
        laptop.refused("case.get", json!({"case": case})).code,
        "forbidden"
    );
    let card = laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(len(&card["cases"]), 0);
    assert_eq!(
        len(&laptop.ok("person.search", json!({"query": "أمينة"}))["people"][0]["cases"]),
        0
    );
    assert_eq!(laptop.ok("today.get", json!({}))["counts"]["cases"], 0);

    laptop.sits("youssef");
    assert_eq!(
        laptop.refused("case.get", json!({"case": case})).code,
        "not_found"
    );
    for (command, args) in [
        (
            "case.timeline",
            json!({"case": case, "offset": 0, "limit": 10}),
        ),
        ("case.close", json!({"case": case, "reason": "achieved"})),
        (
            "protocol.start",
            json!({"case": case, "protocol": "family_extreme_precarity"}),
        ),
        ("referral.list", json!({"case": case})),
        (
            "visit.plan",
            json!({"visit": {"case": case, "planned_on": "2026-11-25", "kind": "center"}}),
        ),
    ] {
        assert_eq!(laptop.refused(command, args).code, "not_found", "{command}");
    }
    assert_eq!(laptop.ok("case.list", json!({"all": true}))["total"], 0);
    assert_eq!(
        len(&laptop.ok("person.get", json!({"person": amina}))["cases"]),
        0
    );

    laptop.sits("karim");
    assert_eq!(
        laptop.ok("case.list", json!({"all": true}))["total"],
        1,
        "the director sees it"
    );
    laptop.ok(
        "case.assign",
        json!({"case": case, "staff": laptop.staff("youssef"), "note": "تعويض"}),
    );
    laptop.sits("youssef");
    assert_eq!(
        view(&laptop, &case)["staff"][0]["staff"],
        laptop.staff("nadia"),
        "the responsible one first"
    );
    assert_eq!(laptop.ok("case.list", json!({}))["total"], 1);
}

#[test]
fn a_sealed_case_hides_the_person_from_all_but_the_named() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let args =
        json!({"person": amina, "case_type": "trafficking_victim", "confidentiality": "sealed"});
    let case = text(&laptop.ok("case.open", args)["case"]);
    assert_eq!(
        view(&laptop, &case)["named"],
        json!([{"staff": laptop.staff("nadia"), "unname": "free"}])
    );
    for name in ["karim", "youssef"] {
        laptop.sits(name);
        assert_eq!(
            laptop.refused("case.get", json!({"case": case})).code,
            "not_found",
            "{name}"
        );
        assert_eq!(
            laptop
                .refused(
                    "case.open",
                    json!({"person": amina, "case_type": "elderly"})
                )
                .code,
            "not_found",
            "{name}"
        );
        assert_eq!(laptop.ok("case.list", json!({"all": true}))["total"], 0);
    }
}

#[test]
fn only_the_director_makes_a_case_known_to_more_people() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let lax = json!({"person": amina, "case_type": "street_child", "confidentiality": "ordinary"});
    assert_eq!(laptop.refused("case.open", lax.clone()).code, "forbidden");
    let patch =
        |seen: &Value| json!({"id": case, "seen": seen, "patch": {"confidentiality": "ordinary"}});
    assert_eq!(
        laptop
            .refused("case.update", patch(&view(&laptop, &case)["case"]["seen"]))
            .code,
        "forbidden"
    );
    laptop.sits("karim");
    laptop.ok("case.open", lax);
    laptop.ok("case.update", patch(&view(&laptop, &case)["case"]["seen"]));
    laptop.sits("youssef");
    assert_eq!(
        view(&laptop, &case)["case"]["record"]["confidentiality"],
        "ordinary"
    );
}

#[test]
fn a_step_is_only_recorded_as_its_protocol_defines_it() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    let instance = view(&laptop, &case)["track"]["instance"].clone();
    let refused = |patch: Value| {
        let mut args = json!({"case": case, "instance": instance, "step": "danger_assessment", "event": "done", "outcome": "high"});
        args.as_object_mut()
            .unwrap()
            .extend(patch.as_object().unwrap().clone());
        let error = laptop.refused("step.record", args);
        (
            error.code,
            error.args.get("field").cloned().unwrap_or_default(),
        )
    };
    assert_eq!(
        refused(json!({"step": "horoscope"})),
        ("unknown_value".into(), json!("step"))
    );
    assert_eq!(
        refused(json!({"outcome": "excellent"})),
        ("unknown_value".into(), json!("outcome"))
    );
    assert_eq!(
        refused(json!({"outcome": null})),
        ("required".into(), json!("outcome"))
    );
    assert_eq!(
        refused(json!({"day": "2026-11-23"})),
        ("day_to_come".into(), json!("day"))
    );
    assert_eq!(
        refused(json!({"event": "postponed", "outcome": null})),
        ("required".into(), json!("until"))
    );
    assert_eq!(
        refused(json!({"corrects": laptop.staff("nadia")})).0,
        "not_found"
    );

    let first = record(&laptop, &case, "danger_assessment", "done", Some("low"));
    laptop.minutes(5);
    let correction = json!({"case": case, "instance": instance, "step": "danger_assessment", "event": "done", "outcome": "high", "corrects": first});
    laptop.ok("step.record", correction);
    let page = view(&laptop, &case);
    assert_eq!(step(&page, "danger_assessment")["state"]["outcome"], "high");
    let told = page["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["id"] == json!(first))
        .unwrap();
    assert_eq!(told["corrected"], true);

    let paper = |seen: Option<&Value>, status: &str| json!({"case": case, "instance": instance, "step": "reception_listening", "document": "consent", "status": status, "seen": seen});
    laptop.ok("step.document", paper(None, "missing"));
    assert_eq!(
        laptop.refused("step.document", paper(None, "copied")).code,
        "stale_view"
    );
    let seen = step(&view(&laptop, &case), "reception_listening")["documents"][0]["seen"].clone();
    laptop.ok("step.document", paper(Some(&seen), "copied"));
    assert_eq!(
        step(&view(&laptop, &case), "reception_listening")["documents"][0]["status"],
        "copied"
    );
}

#[test]
fn the_round_of_the_day_is_in_the_order_of_the_list_of_visits() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    for (day, place) in [
        ("2026-11-22", "باب المدينة"),
        ("2026-11-20", "حي السلام"),
        ("2026-11-21", "أولاد امبارك"),
        ("2026-11-22", "حي السلام"),
    ] {
        laptop.ok(
            "visit.plan",
            json!({"visit": {"case": case, "planned_on": day, "kind": "center", "place": place}}),
        );
    }
    let mut listed: Vec<String> = Vec::new();
    for view in laptop.ok("visit.list", json!({})).as_array().unwrap() {
        let place = text(&view["visit"]["record"]["place"]);
        if !listed.contains(&place) {
            listed.push(place);
        }
    }
    let today = laptop.ok("today.get", json!({}));
    let stops = today["route"].as_array().unwrap().iter();
    let route: Vec<String> = stops.map(|stop| text(&stop["place"]["ar"])).collect();
    assert_eq!(route, listed);
    assert_eq!(route, ["حي السلام", "أولاد امبارك", "باب المدينة"]);
    assert_eq!(today["route"][0]["visits"], 2);
}

#[test]
fn a_visit_is_planned_moved_and_told() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    may_be_called(&laptop, &amina);
    let planned = laptop.ok("visit.plan", json!({"visit": {"case": case, "planned_on": "2026-11-22", "place": "حي السلام", "purpose": "بحث اجتماعي"}}));
    let today = laptop.ok("today.get", json!({}));
    assert_eq!(
        today["route"],
        json!([{"place": {"ar": "حي السلام", "lat": "حي السلام"}, "households": 1, "visits": 1}])
    );
    assert!(
        today["today"]
            .as_array()
            .unwrap()
            .iter()
            .any(|task| task["target"]["kind"] == "visit")
    );

    laptop.minutes(2 * DAY);
    let late = laptop.ok("visit.list", json!({}));
    assert_eq!(
        (&late[0]["due"]["state"], &late[0]["due"]["days_late"]),
        (&json!("overdue"), &json!(2))
    );
    assert_eq!(
        laptop.ok("today.get", json!({}))["counts"]["visits_late"],
        1
    );
    let told = json!({"id": planned["id"], "seen": late[0]["visit"]["seen"],
        "patch": {"performed_on": "2026-11-24", "outcome": "met", "observations": "البيت آمن"}});
    laptop.ok("visit.update", told);
    assert_eq!(len(&laptop.ok("visit.list", json!({}))), 0);
    let page = view(&laptop, &case);
    assert_eq!(
        page["visits"][0]["visit"]["record"]["performed_by"],
        laptop.staff("nadia")
    );
    assert!(page["visits"][0]["visit"]["record"]["performed_at"].is_string());
    assert_eq!(
        (&page["timeline"][0]["kind"], &page["timeline"][0]["code"]),
        (&json!("visit"), &json!("met"))
    );
}

#[test]
fn a_referral_rests_on_consent_and_comes_back_with_an_answer() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    may_be_called(&laptop, &amina);
    let partner = hospital(&laptop);
    let ask = |more: Value| {
        let mut referral = json!({"case": case, "partner": partner, "service_asked": "فحص طبي", "shared": ["name", "phone", "birth"]});
        referral
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        json!({"referral": referral, "send": true})
    };
    assert_eq!(
        laptop.refused("referral.create", ask(json!({}))).code,
        "consent_needed"
    );
    laptop.ok(
        "referral.create",
        ask(json!({"override_reason": "خطر داهم"})),
    );

    laptop.ok("consent.record", json!({"consent": {"person": amina, "case": case, "purposes": ["referral"], "given_by": "person", "form": "oral"}}));
    let sent = laptop.ok("referral.create", ask(json!({"urgency": "immediate"})));
    let reference = text(&sent["reference"]);
    let typed = reference.to_lowercase().replace('-', " ");
    let found = laptop.ok("referral.find", json!({"reference": typed}));
    assert_eq!(found["row"]["referral"], sent["referral"]);
    assert_eq!(found["row"]["state"]["status"], "sent");
    assert!(found["referral"]["record"]["consent"].is_string());
    assert_eq!(
        found["may"],
        json!([
            "received",
            "accepted",
            "refused",
            "served",
            "not_served",
            "closed"
        ])
    );
    assert_eq!(
        laptop
            .refused("referral.find", json!({"reference": "R-0000-0000"}))
            .code,
        "not_found"
    );

    let letter = laptop.ok("referral.letter", json!({"referral": sent["referral"]}));
    assert_eq!(letter["mime"], "application/pdf");
    assert_eq!(letter["file_name"], json!(format!("{reference}.pdf")));

    let answer = |event: &str, reason: Option<&str>| json!({"referral": sent["referral"], "event": event, "reason": reason});
    assert_eq!(
        laptop
            .refused("referral.record", answer("refused", None))
            .code,
        "required"
    );
    laptop.minutes(8 * DAY);
    let today = laptop.ok("today.get", json!({}));
    assert!(
        today["today"]
            .as_array()
            .unwrap()
            .iter()
            .any(|task| task["target"]["referral"] == sent["referral"]),
        "nobody answered for a week"
    );
    assert_eq!(today["referrals"]["awaiting"], 2);
    laptop.ok("referral.record", answer("refused", Some("no_capacity")));
    assert_eq!(
        laptop
            .refused("referral.record", answer("served", None))
            .code,
        "referral_order"
    );
    laptop.minutes(1);
    laptop.ok("referral.record", answer("reopened", None));
    laptop.minutes(1);
    laptop.ok("referral.record", answer("served", None));
    laptop.minutes(1);
    laptop.ok("referral.record", answer("closed", None));
    let rows = laptop.ok("referral.list", json!({"case": case}));
    assert_eq!(len(&rows), 1, "the closed one is put away");
    assert_eq!(len(&laptop.ok("referral.list", json!({"closed": true}))), 2);
    assert_eq!(
        view(&laptop, &case)["timeline"][0]["with"]["ar"],
        "المستشفى الإقليمي"
    );

    laptop.sits("youssef");
    assert_eq!(
        laptop
            .refused("referral.find", json!({"reference": reference}))
            .code,
        "not_found"
    );
    assert_eq!(
        laptop
            .refused("referral.letter", json!({"referral": sent["referral"]}))
            .code,
        "not_found"
    );
}

#[test]
fn a_consent_withdrawn_keeps_the_letter_in_the_drawer() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let partner = hospital(&laptop);
    let consent = laptop.ok("consent.record", json!({"consent": {"person": amina, "purposes": ["referral"], "given_by": "person", "form": "oral"}}));
    let referral = json!({"case": case, "partner": partner, "service_asked": "فحص طبي"});
    let draft = laptop.ok("referral.create", json!({"referral": referral}))["referral"].clone();
    let seen = view(&laptop, &case)["consents"][0]["consent"]["seen"].clone();
    laptop.ok(
        "consent.withdraw",
        json!({"consent": consent["id"], "seen": seen}),
    );
    assert_eq!(
        laptop
            .refused(
                "referral.record",
                json!({"referral": draft, "event": "sent"})
            )
            .code,
        "consent_needed"
    );
    assert_eq!(
        laptop
            .refused("referral.letter", json!({"referral": draft}))
            .code,
        "consent_needed"
    );
}

#[test]
fn what_is_late_comes_first_in_the_morning() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    laptop.minutes(30 * DAY);
    let today = laptop.ok("today.get", json!({}));
    let late = today["overdue"].as_array().unwrap();
    assert!(!late.is_empty());
    let days: Vec<i64> = late
        .iter()
        .map(|task| task["due"]["days_late"].as_i64().unwrap())
        .collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "{days:?}");
    assert_eq!(late[0]["target"]["case"], json!(case));
    assert_eq!(today["counts"]["today_late"], json!(late.len()));
    // A list is told from its head; how many follow is said, and counted all the same.
    let first = laptop.ok("today.get", json!({"shown": 1}));
    assert_eq!(first["overdue"], json!([late[0]]));
    assert_eq!(first["beyond"]["overdue"], json!(late.len() - 1));
    assert_eq!(first["counts"], today["counts"]);
    let row = &laptop.ok("case.list", json!({}))["items"][0];
    assert_eq!(row["due"]["state"], "overdue");
}

#[test]
fn the_reception_that_led_to_a_case_says_so() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let reception = laptop.ok(
        "reception.open",
        json!({"reception": {"person": amina, "source": "self"}}),
    )["reception"]
        .clone();
    laptop.ok("case.open", json!({"person": amina, "case_type": "precarious_family", "reception": reception, "lead": laptop.staff("youssef")}));
    assert_eq!(
        laptop.ok("reception.list", json!({}))[0]["reception"]["record"]["orientation"],
        "case"
    );
    let row = &laptop.ok("case.list", json!({}))["items"][0];
    assert_eq!(
        row["lead"]["staff"],
        laptop.staff("youssef"),
        "Nadia opened it and still follows it"
    );
    assert_eq!(row["confidentiality"], "ordinary");
}

#[test]
fn on_a_sunday_the_visits_of_the_coming_days_are_announced() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    let before = laptop.ok("today.get", json!({}));
    for day in ["2026-11-22", "2026-11-23", "2026-11-29", "2026-12-20"] {
        laptop.ok(
            "visit.plan",
            json!({"visit": {"case": case, "planned_on": day, "kind": "center"}}),
        );
    }
    let today = laptop.ok("today.get", json!({}));
    let visits = |list: &str| {
        let tasks = today[list].as_array().unwrap();
        let visits = tasks.iter().filter(|t| t["target"]["kind"] == "visit");
        visits
            .map(|t| text(&t["due"]["window"]["due"]))
            .collect::<Vec<_>>()
    };
    assert_eq!(visits("today"), ["2026-11-22"]);
    assert_eq!(
        visits("week"),
        [] as [&str; 0],
        "the week ends on Sunday, on every screen"
    );
    assert_eq!(
        visits("later"),
        ["2026-11-23", "2026-11-29", "2026-12-20"],
        "what comes after is there to be opened, the soonest first"
    );
    assert_eq!(len(&before["later"]) + 3, len(&today["later"]));
    let listed = laptop.ok("visit.list", json!({}));
    assert_eq!(len(&listed), 1);
    assert_eq!(
        today["counts"]["visits"],
        json!(len(&listed)),
        "the badge counts what the list of visits shows"
    );
    let one = laptop.ok("today.get", json!({"shown": 1}));
    assert_eq!(len(&one["later"]), 1);
    assert_eq!(one["beyond"]["later"], json!(len(&today["later"]) - 1));

    laptop.minutes(DAY);
    let monday = laptop.ok("today.get", json!({}));
    let visits = |list: &str| {
        let tasks = monday[list].as_array().unwrap();
        let visits = tasks.iter().filter(|t| t["target"]["kind"] == "visit");
        visits
            .map(|t| text(&t["due"]["window"]["due"]))
            .collect::<Vec<_>>()
    };
    assert_eq!(visits("overdue"), ["2026-11-22"]);
    assert_eq!(visits("today"), ["2026-11-23"]);
    assert_eq!(visits("week"), ["2026-11-29"]);
    assert_eq!(visits("later"), ["2026-12-20"]);
    assert_eq!(monday["counts"]["visits"], 3);
    assert_eq!(len(&laptop.ok("visit.list", json!({}))), 3);
}

#[test]
fn a_request_for_aid_is_followed_to_its_answer_and_the_desk_is_not_told() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let asked =
        json!({"person": amina, "programme": "asd", "status": "requested", "since": "2026-11-02"});
    laptop.ok("entitlement.record", json!({"entitlement": asked}));
    let rsu = json!({"person": amina, "programme": "rsu", "status": "granted"});
    laptop.ok("entitlement.record", json!({"entitlement": rsu}));
    let page = laptop.ok("person.get", json!({"person": amina}));
    let order: Vec<_> = page["entitlements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| text(&e["record"]["programme"]))
        .collect();
    assert_eq!(
        order,
        ["rsu", "asd"],
        "the register comes before what it opens"
    );
    let aid = &page["entitlements"][1];
    laptop.ok("entitlement.update", json!({"id": aid["id"], "seen": aid["seen"], "patch": {"status": "refused", "remark": "المؤشر فوق العتبة"}}));
    let page = laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(page["entitlements"][1]["record"]["status"], "refused");
    assert_eq!(page["entitlements"][1]["record"]["since"], "2026-11-02");

    laptop.sits("samira");
    let page = laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(page["entitlements"], json!([]));
}

#[test]
fn the_director_sees_who_follows_what_and_what_nobody_follows() {
    let laptop = Laptop::new();
    laptop.sits("karim");
    let hassan = laptop.register(json!({"given_name_ar": "حسن"}));
    let open = |lead: &str| {
        let args = json!({"person": hassan, "case_type": "elderly", "lead": laptop.staff(lead)});
        text(&laptop.ok("case.open", args)["case"])
    };
    let of_nadia = open("nadia");
    let shared = open("nadia");
    let closed = open("nadia");
    laptop.ok("case.close", json!({"case": closed, "reason": "moved"}));
    laptop.ok(
        "case.assign",
        json!({"case": shared, "staff": laptop.staff("youssef")}),
    );
    laptop.minutes(1);
    laptop.ok(
        "case.unassign",
        json!({"case": shared, "staff": laptop.staff("nadia")}),
    );
    let today = laptop.ok("today.center", json!({}));
    let load = |today: &Value, name: &str| {
        let loads = today["caseloads"].as_array().unwrap();
        let one = loads
            .iter()
            .find(|one| one["staff"]["staff"] == laptop.staff(name));
        one.cloned().unwrap_or_default()
    };
    assert_eq!(load(&today, "nadia")["cases"], 1, "{today}");
    assert_eq!(load(&today, "youssef")["cases"], 1);
    assert_eq!(today["unfollowed"], 0);
    let seen = laptop.ok("person.get", json!({"person": hassan}))["person"]["seen"].clone();
    laptop.ok(
        "person.update",
        json!({"id": hassan, "seen": seen, "patch": {"safe_contact": "yes"}}),
    );
    laptop.sits("nadia");
    let day = text(&laptop.ok("device.status", json!({}))["today"]);
    laptop.ok(
        "visit.plan",
        json!({"visit": {"case": of_nadia, "person": hassan, "planned_on": day}}),
    );
    assert_eq!(laptop.refused("today.center", json!({})).code, "forbidden");
    laptop.minutes(2 * DAY);
    laptop.sits("karim");
    let today = laptop.ok("today.center", json!({}));
    assert_eq!(load(&today, "nadia")["visits_late"], 1);
    assert_eq!(
        today["caseloads"][0]["staff"]["staff"],
        laptop.staff("nadia"),
        "what is late first"
    );
}
