//! A case is closed when it is said what becomes of everything still open in it.

use serde_json::{Value, json};

use crate::laptop::{Laptop, len, text};
use crate::{DAY, hospital, may_be_called, opened, step, view};

/// The answers that leave everything still open in a case as it is.
pub(crate) fn left(laptop: &Laptop, case: &str) -> Vec<Value> {
    let open = laptop.ok("case.unfinished", json!({"case": case}));
    open.as_array()
        .unwrap()
        .iter()
        .map(|one| json!({"kind": one["kind"], "id": one["id"], "seen": one["seen"], "fate": "left", "why": "لا شيء"}))
        .collect()
}

/// The closing of a case; everything still open in it stays as it is.
fn closed(laptop: &Laptop, case: &str, reason: &str) -> Value {
    json!({"case": case, "reason": reason, "note": "انتقلت إلى طنجة", "becomes": left(laptop, case)})
}

#[test]
fn a_case_is_closed_and_opened_again_with_a_word_on_why() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    let alone = json!({"case": case, "staff": laptop.staff("nadia")});
    assert_eq!(laptop.refused("case.unassign", alone).code, "last_assigned");
    laptop.ok("case.close", closed(&laptop, &case, "moved"));
    assert_eq!(
        laptop
            .refused("case.close", json!({"case": case, "reason": "other"}))
            .code,
        "case_closed"
    );
    let page = view(&laptop, &case);
    assert_eq!(
        (&page["state"]["status"], &page["state"]["closure"]),
        (&json!("closed"), &json!("moved"))
    );
    assert_eq!(page["may"], json!(["reopen"]));
    let refused = laptop.refused(
        "visit.plan",
        json!({"visit": {"case": case, "planned_on": "2026-11-25", "kind": "center"}}),
    );
    assert_eq!(refused.code, "case_closed");
    assert_eq!(laptop.ok("case.list", json!({}))["total"], 0);
    assert_eq!(laptop.ok("case.list", json!({"closed": true}))["total"], 1);
    assert_eq!(laptop.ok("case.list", json!({"all": true}))["total"], 0);
    assert_eq!(laptop.ok("today.get", json!({}))["overdue"], json!([]));

    assert_eq!(
        laptop
            .refused("case.reopen", json!({"case": case, "note": " "}))
            .code,
        "required"
    );
    laptop.minutes(1);
    laptop.ok("case.reopen", json!({"case": case, "note": "عادت"}));
    assert_eq!(view(&laptop, &case)["state"]["status"], "open");
    assert_eq!(laptop.ok("case.list", json!({"all": true}))["total"], 1);
}

#[test]
fn two_tellings_of_a_case_closed_since_are_settled_without_opening_it_again() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    let seen = view(&laptop, &case)["case"]["seen"].clone();
    let tell = |words: &str| json!({"id": case, "seen": seen, "patch": {"situation": words}});
    for words in ["تعيش عند أختها", "عادت إلى بيت أهلها"] {
        laptop.minutes(1);
        laptop.ok("case.update", tell(words));
    }
    laptop.ok("case.close", closed(&laptop, &case, "moved"));
    let waits = laptop.ok("attention.list", json!({}))["conflicts"][0].clone();
    let choose = |words: &str| json!({"kind": "case", "id": case, "field": "situation", "value": words, "seen": waits["seen"]});
    assert_eq!(
        laptop
            .refused("conflict.resolve", choose("كلام لم يكتبه أحد"))
            .code,
        "case_closed",
        "nothing new is written in a closed case"
    );
    laptop.ok("conflict.resolve", choose("تعيش عند أختها"));
    assert_eq!(len(&laptop.ok("attention.list", json!({}))["conflicts"]), 0);
    let page = view(&laptop, &case);
    assert_eq!(
        (
            &page["case"]["record"]["situation"],
            &page["state"]["status"]
        ),
        (&json!("تعيش عند أختها"), &json!("closed"))
    );
    assert_eq!(
        laptop.refused("case.update", tell("x")).code,
        "case_closed",
        "an ordinary edit still asks for it to be opened"
    );
}

/// One of everything that may be open in a case: a visit, an appointment to come and one past, referrals, a draft.
fn busy(laptop: &Laptop) -> String {
    let (amina, case) = opened(laptop);
    may_be_called(laptop, &amina);
    let partner = hospital(laptop);
    laptop.ok("consent.record", json!({"consent": {"person": amina, "purposes": ["referral"], "given_by": "person", "form": "oral"}}));
    laptop.ok("visit.plan", json!({"visit": {"case": case, "planned_on": "2026-11-24", "kind": "home", "purpose": "بحث"}}));
    for day in ["2026-11-22", "2026-11-30"] {
        laptop.ok(
            "appointment.create",
            json!({"appointment": {"case": case, "day": day}}),
        );
    }
    for send in [true, false] {
        laptop.ok("referral.create", json!({"referral": {"case": case, "partner": partner, "service_asked": "فحص"}, "send": send}));
    }
    laptop.ok("draft.save", json!({"form": "note", "title": "أمينة", "body": {"case": case, "writing": {"kind": "note"}, "typed": {"body": "بداية"}}}));
    laptop.ok(
        "draft.save",
        json!({"form": "note", "title": "أخرى", "body": {"person": amina}}),
    );
    // The closing itself, being written, is nothing still open.
    laptop.ok(
        "draft.save",
        json!({"form": "closing", "title": "أمينة", "body": {"case": case, "writing": {"kind": "close"}}}),
    );
    case
}

#[test]
fn a_closing_names_what_is_still_open_and_asks_what_becomes_of_each() {
    let laptop = Laptop::new();
    let case = busy(&laptop);
    let open = laptop.ok("case.unfinished", json!({"case": case}));
    let kinds = |kind: &str| {
        let open = open.as_array().unwrap();
        open.iter()
            .filter(|one| one["kind"] == kind)
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ["visit", "appointment", "referral", "step", "draft"].map(|kind| kinds(kind).len()),
        [1, 2, 2, 2, 1]
    );
    assert_eq!(
        kinds("appointment")[0]["fates"],
        json!(["held", "missed", "cancelled", "left"])
    );
    assert_eq!(
        kinds("appointment")[1]["fates"],
        json!(["cancelled", "left"]),
        "it is still to come"
    );
    assert_eq!(kinds("referral")[0]["with"]["lat"], "Hôpital provincial");

    // Each of them is named until it is answered, and one answer missing keeps the case open.
    let bare = laptop.refused("case.close", json!({"case": case, "reason": "moved"}));
    assert_eq!(
        (bare.code.as_str(), len(&bare.args["open"])),
        ("case_unfinished", 8)
    );
    let all = left(&laptop, &case);
    for gap in 0..all.len() {
        let mut some = all.clone();
        some.remove(gap);
        let refused = laptop.refused(
            "case.close",
            json!({"case": case, "reason": "moved", "becomes": some}),
        );
        assert_eq!(refused.code, "case_unfinished", "{}", all[gap]);
    }
    let visit = all.iter().position(|one| one["kind"] == "visit").unwrap();
    for wrong in [
        json!({"fate": "held"}),
        json!({"fate": "left", "why": " "}),
        json!({"id": "x"}),
    ] {
        let mut some = all.clone();
        some[visit]
            .as_object_mut()
            .unwrap()
            .extend(wrong.as_object().unwrap().clone());
        let refused = laptop.refused(
            "case.close",
            json!({"case": case, "reason": "moved", "becomes": some}),
        );
        assert_eq!(refused.code, "case_unfinished", "{wrong}");
    }
    // Two things said of one, or something said of what is not open in it, is never half heard.
    let with = |more: Value| {
        let mut some = all.clone();
        some.push(more);
        json!({"case": case, "reason": "moved", "becomes": some})
    };
    let mut twice = all[visit].clone();
    twice["fate"] = json!("cancelled");
    let refused = laptop.refused("case.close", with(twice));
    assert_eq!(refused.code, "case_unfinished");
    let elsewhere =
        json!({"kind": "visit", "id": "019fcbc0-3840-74ae-ace2-58dcd54720a1", "fate": "cancelled"});
    let refused = laptop.refused("case.close", with(elsewhere));
    assert_eq!(refused.code, "stale_view");
    // What is told of each is kept in the words of the closing, and these are no longer than any text.
    let long = json!({"case": case, "reason": "moved", "note": "م".repeat(20_000), "becomes": all});
    let refused = laptop.refused("case.close", long);
    assert_eq!(
        (refused.code.as_str(), &refused.args["field"]),
        ("text_too_long", &json!("note"))
    );
    assert_eq!(view(&laptop, &case)["state"]["status"], "open");
    assert_eq!(
        laptop.ok("case.unfinished", json!({"case": case})),
        open,
        "nothing was done by halves"
    );
}

#[test]
fn what_is_said_at_a_closing_is_done_with_it_and_what_is_left_stays_in_sight() {
    let laptop = Laptop::new();
    let case = busy(&laptop);
    let open = laptop.ok("case.unfinished", json!({"case": case}));
    let mut becomes = left(&laptop, &case);
    for (one, said) in open.as_array().unwrap().iter().zip(&mut becomes) {
        let fate = match (text(&one["kind"]).as_str(), text(&one["fates"][0]).as_str()) {
            ("visit", _) => "cancelled",
            ("appointment", "held") => "missed",
            ("referral", _) if one["referral"] == "draft" => "closed",
            ("step", _) => "declined",
            ("draft", _) => "discarded",
            _ => "left",
        };
        said["fate"] = json!(fate);
    }
    laptop.minutes(1);
    laptop.ok(
        "case.close",
        json!({"case": case, "reason": "moved", "becomes": becomes}),
    );
    let page = view(&laptop, &case);
    assert_eq!(page["state"]["status"], "closed");
    let visit = &page["visits"][0]["visit"]["record"];
    assert_eq!(
        (&visit["planned_on"], &visit["performed_on"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        len(&laptop.ok("visit.list", json!({"to": "2026-12-31"}))),
        0
    );
    assert_eq!(step(&page, "safe_contact")["state"]["status"], "declined");
    assert_eq!(
        len(&laptop.ok("draft.list", json!({"form": "note"}))),
        1,
        "the other draft is of no case"
    );
    // The plan taken away is told by the closing, with its day.
    let closing = page["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["code"] == "closed" && one["kind"] == "case_event")
        .unwrap();
    let told = text(&closing["text"]);
    assert!(
        told.contains("24/11/2026") && told.contains("بحث") && told.contains("لا شيء"),
        "{told}"
    );
    // What is left is still somebody's: the appointment to come and the referral that waits for its answer.
    let today = laptop.ok("today.get", json!({}));
    let lists =
        ["overdue", "today", "week", "later"].map(|list| today[list].as_array().unwrap().clone());
    let kept: Vec<_> = lists
        .concat()
        .iter()
        .map(|task| text(&task["target"]["kind"]))
        .collect();
    assert_eq!(kept, ["appointment"]);
    let waiting = laptop.ok("referral.list", json!({}));
    assert_eq!(
        (len(&waiting), &waiting[0]["state"]["status"]),
        (1, &json!("sent"))
    );
    // Opened again, nothing comes back that was cancelled.
    laptop.minutes(1);
    laptop.ok("case.reopen", json!({"case": case, "note": "عادت"}));
    let again = laptop.ok("case.unfinished", json!({"case": case}));
    assert!(
        again
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["kind"] != "visit" && one["kind"] != "draft"),
        "{again}"
    );
}

#[test]
fn a_visit_planned_in_a_case_closed_meanwhile_is_in_somebodys_sight() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    laptop.ok(
        "visit.plan",
        json!({"visit": {"case": case, "planned_on": "2026-11-22", "kind": "center"}}),
    );
    laptop.ok("case.close", closed(&laptop, &case, "moved"));
    laptop.minutes(2 * DAY);
    let visits = laptop.ok("visit.list", json!({}));
    assert_eq!((len(&visits), &visits[0]["case_closed"]), (1, &json!(true)));
    assert_eq!(
        laptop.ok("today.get", json!({}))["counts"]["visits_late"],
        1
    );
    let told = json!({"id": visits[0]["visit"]["id"], "seen": visits[0]["visit"]["seen"], "patch": {"planned_on": null}});
    laptop.ok("visit.update", told);
    assert_eq!(
        len(&laptop.ok("visit.list", json!({}))),
        0,
        "cancelled, it waits for nobody"
    );
}

#[test]
fn what_was_said_of_a_plan_before_it_was_moved_is_asked_again() {
    let laptop = Laptop::new();
    let case = busy(&laptop);
    let said = left(&laptop, &case);
    let closing = |said: &[Value]| json!({"case": case, "reason": "moved", "becomes": said});
    let asked_again = |what: &str| {
        let refused = laptop.refused("case.close", closing(&said));
        assert_eq!(refused.code, "case_unfinished", "{what}");
    };
    let page = view(&laptop, &case);
    let visit = &page["visits"][0]["visit"];
    let moved = |day: &str, seen: &Value| json!({"id": visit["id"], "seen": seen, "patch": {"planned_on": day}});
    laptop.minutes(1);
    laptop.ok("visit.update", moved("2026-12-03", &visit["seen"]));
    asked_again("a visit");
    let seen = view(&laptop, &case)["visits"][0]["visit"]["seen"].clone();
    laptop.minutes(1);
    laptop.ok("visit.update", moved("2026-11-24", &seen));
    // The same day again, for another reason: it is not what was answered for.
    let seen = view(&laptop, &case)["visits"][0]["visit"]["seen"].clone();
    let purpose = json!({"id": visit["id"], "seen": seen, "patch": {"purpose": "رعاية مستعجلة"}});
    laptop.ok("visit.update", purpose);
    asked_again("a visit of another purpose");
    let said = left(&laptop, &case);
    let asked_again = |what: &str| {
        let refused = laptop.refused("case.close", closing(&said));
        assert_eq!(refused.code, "case_unfinished", "{what}");
    };
    let sent = page["referrals"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["state"]["status"] == "sent")
        .unwrap();
    laptop.ok(
        "referral.record",
        json!({"referral": sent["referral"], "event": "received"}),
    );
    asked_again("a referral");
    assert_eq!(view(&laptop, &case)["state"]["status"], "open");
    laptop.ok("case.close", closing(&left(&laptop, &case)));
}

#[test]
fn nothing_is_planned_in_a_closed_case() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    laptop.ok("consent.record", json!({"consent": {"person": amina, "purposes": ["referral"], "given_by": "person", "form": "oral"}}));
    let visit = json!({"visit": {"case": case, "planned_on": "2026-11-22", "kind": "center"}});
    let cancelled = laptop.ok("visit.plan", visit.clone())["id"].clone();
    let kept = laptop.ok("visit.plan", visit)["id"].clone();
    let appointment = json!({"appointment": {"case": case, "day": "2026-11-25"}});
    let given = laptop.ok("appointment.create", appointment.clone())["id"].clone();
    let referral = json!({"case": case, "partner": hospital(&laptop), "service_asked": "فحص"});
    let referral = laptop.ok(
        "referral.create",
        json!({"referral": referral, "send": false}),
    )["referral"]
        .clone();
    let mut becomes = left(&laptop, &case);
    for said in &mut becomes {
        if said["id"] == cancelled || said["id"] == given {
            said["fate"] = json!("cancelled");
        }
        if said["id"] == referral {
            said["fate"] = json!("closed");
        }
    }
    laptop.ok(
        "case.close",
        json!({"case": case, "reason": "moved", "becomes": becomes}),
    );
    let page = view(&laptop, &case);
    let seen = |list: &str, id: &Value| {
        let held = page[list].as_array().unwrap().iter();
        let mut one = held.map(|one| one.get("appointment").or(one.get("visit")).unwrap_or(one));
        one.find(|one| one["id"] == *id).unwrap()["seen"].clone()
    };
    let edit = |list: &str, id: &Value, patch: Value| json!({"id": id, "seen": seen(list, id), "patch": patch});
    let tomorrow = json!({"planned_on": "2026-11-23"});
    let anew = [
        ("visit.update", edit("visits", &cancelled, tomorrow.clone())),
        ("appointment.create", appointment),
        (
            "referral.record",
            json!({"referral": referral, "event": "reopened"}),
        ),
    ];
    for (command, args) in anew {
        assert_eq!(
            laptop.refused(command, args).code,
            "case_closed",
            "{command}"
        );
    }
    // What was left at the closing is still somebody's to move.
    laptop.ok("visit.update", edit("visits", &kept, tomorrow));
}

#[test]
fn a_plan_is_given_to_somebody_who_follows_cases() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    let clerk = laptop.staff("samira");
    let visit = laptop.ok(
        "visit.plan",
        json!({"visit": {"case": case, "planned_on": "2026-11-22", "kind": "center"}}),
    );
    let seen = view(&laptop, &case)["visits"][0]["visit"]["seen"].clone();
    let gives = [
        (
            "visit.plan",
            json!({"visit": {"case": case, "planned_on": "2026-11-22", "kind": "center", "staff": clerk}}),
        ),
        (
            "visit.update",
            json!({"id": visit["id"], "seen": seen, "patch": {"staff": clerk}}),
        ),
        (
            "appointment.create",
            json!({"appointment": {"case": case, "day": "2026-11-25", "staff": clerk}}),
        ),
    ];
    for (command, args) in gives {
        let refused = laptop.refused(command, args);
        assert_eq!(
            (refused.code.as_str(), &refused.args["field"]),
            ("unknown_value", &json!("staff")),
            "{command}"
        );
    }
}
