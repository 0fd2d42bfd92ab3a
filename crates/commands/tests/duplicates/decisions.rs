//! What a screen shows was decided by what the command asks: two records of one person, joined, that disagree, and each
//! decision told and kept alike.

use super::*;

/// Amina's case, opened with the record that says she may be called, and the other record joined to it.
fn joined(laptop: &Laptop) -> (String, String, String) {
    let (yes, no) = twice(laptop);
    let case = json!({"person": yes, "case_type": "woman_victim_of_violence", "protocol": "woman_victim_of_violence"});
    let case = text(&laptop.ok("case.open", case)["case"]);
    join(laptop, &yes, &no);
    (yes, no, case)
}

fn view(laptop: &Laptop, case: &str) -> Value {
    laptop.ok("case.get", json!({ "case": case }))
}

fn step(view: &Value, of: impl Fn(&Value) -> bool) -> &Value {
    let steps = view["track"]["steps"].as_array().unwrap();
    steps.iter().find(|step| of(step)).unwrap()
}

#[test]
fn whether_she_may_be_reached_is_the_answer_of_the_record_that_protects_more() {
    let laptop = Laptop::new();
    let (yes, no, case) = joined(&laptop);
    for record in [&yes, &no] {
        let told = page(&laptop, record)["reachable"].clone();
        assert_eq!(
            (&told["may_be_reached"], &told["reach"]),
            (&json!(false), &json!("never"))
        );
    }
    let told = view(&laptop, &case)["person"]["reachable"].clone();
    assert_eq!(told["may_be_reached"], false);
    // The visit planned elsewhere asks nothing; the one at home is marked in its case as it is refused.
    let visit =
        |kind: &str| json!({"visit": {"case": case, "planned_on": "2026-11-25", "kind": kind}});
    laptop.ok("visit.plan", visit("center"));
    assert_eq!(
        view(&laptop, &case)["visits"][0]["not_at_home"],
        Value::Null
    );
    assert_eq!(
        laptop.refused("visit.plan", visit("home")).code,
        "contact_unsafe"
    );
}

#[test]
fn a_step_says_what_is_not_recorded_of_it_and_that_is_refused() {
    let laptop = Laptop::new();
    let (_, _, case) = joined(&laptop);
    let page = view(&laptop, &case);
    let contacting = step(&page, |step| step["refused"] != json!([]));
    assert_eq!(contacting["refused"], json!(["started", "waiting", "done"]));
    for event in ["started", "waiting", "done"] {
        let done = json!({"case": case, "instance": page["track"]["instance"], "step": contacting["step"],
            "event": event, "outcome": (event == "done").then(|| contacting["outcomes"][0]["code"].clone())});
        assert_eq!(laptop.refused("step.record", done).code, "contact_unsafe");
    }
    let declined = json!({"case": case, "instance": page["track"]["instance"], "step": contacting["step"], "event": "not_possible"});
    laptop.ok("step.record", declined);
}

#[test]
fn an_answer_that_protects_less_than_either_record_is_asked_about() {
    let laptop = Laptop::new();
    let (_, _, case) = joined(&laptop);
    let page = view(&laptop, &case);
    let lowers = |step: &Value| {
        let outcomes = step["outcomes"].as_array().unwrap();
        outcomes
            .iter()
            .any(|outcome| outcome["lowers_card"] == true)
    };
    let asks = step(&page, lowers);
    let outcome = asks["outcomes"].as_array().unwrap();
    let outcome = outcome
        .iter()
        .find(|one| one["lowers_card"] == true)
        .unwrap();
    let done = json!({"case": case, "instance": page["track"]["instance"], "step": asks["step"], "event": "done", "outcome": outcome["code"], "safe_hours": "بعد 18:00"});
    assert_eq!(
        laptop.refused("step.record", done).code,
        "safe_contact_differs",
        "the record of the case says yes, the other no"
    );
}

#[test]
fn a_referral_needs_a_reason_when_no_record_holds_a_consent_in_force() {
    let laptop = Laptop::new();
    let (yes, no, case) = joined(&laptop);
    let partner = laptop.ok("partner.create", json!({"partner": {"name_ar": "المستشفى الإقليمي", "name_fr": "Hôpital", "partner_type": "health"}}));
    let asked = json!({"referral": {"case": case, "partner": partner["id"], "service_asked": "فحص"}, "send": false});
    let given = |person: &str| {
        let consent = json!({"consent": {"person": person, "purposes": ["referral"], "given_by": "person", "form": "oral"}});
        laptop.minutes(1);
        text(&laptop.ok("consent.record", consent)["id"])
    };
    let withdraw = |consent: &str| {
        let all = page(&laptop, &yes)["consents"].clone();
        let mut all = all.as_array().unwrap().iter();
        let held = all.find(|one| one["consent"]["id"] == consent).unwrap();
        assert_eq!(held["may_withdraw"], true);
        let seen = &held["consent"]["seen"];
        laptop.ok(
            "consent.withdraw",
            json!({"consent": consent, "seen": seen}),
        );
    };
    assert_eq!(view(&laptop, &case)["referral_consent"], Value::Null);
    assert_eq!(
        laptop.refused("referral.create", asked.clone()).code,
        "consent_needed"
    );
    // Given with the one, withdrawn; given again with the other, which is not the record the case is of.
    withdraw(&given(&yes));
    assert_eq!(view(&laptop, &case)["referral_consent"], Value::Null);
    let other = given(&no);
    assert_eq!(view(&laptop, &case)["referral_consent"], json!(other));
    let made = laptop.ok("referral.create", asked.clone())["referral"].clone();
    let made = laptop.ok("referral.get", json!({ "referral": made }));
    assert_eq!(made["referral"]["record"]["consent"], json!(other));
    withdraw(&other);
    assert_eq!(view(&laptop, &case)["referral_consent"], Value::Null);
    assert_eq!(
        laptop.refused("referral.create", asked).code,
        "consent_needed"
    );
}

#[test]
fn what_a_referral_withholds_is_told_of_the_person_whichever_record_the_case_is_of() {
    let laptop = Laptop::new();
    let (yes, no, case) = joined(&laptop);
    let withheld = view(&laptop, &case)["person"]["withheld"].clone();
    let phone = withheld.as_array().unwrap().iter();
    let phone = phone.clone().find(|one| one["item"] == "phone");
    assert_eq!(phone.unwrap()["reach"], "never");
    for record in [&yes, &no] {
        assert_eq!(page(&laptop, record)["withheld"], withheld);
    }
}

#[test]
fn whom_a_case_may_be_given_to_are_those_it_can_be_given_to() {
    let laptop = Laptop::new();
    let (_, _, case) = joined(&laptop);
    let offered = view(&laptop, &case)["assignable"].clone();
    let offered: Vec<&Value> = offered
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["staff"])
        .collect();
    let everybody = laptop.ok("user.list", json!({}));
    let mut taken = 0;
    for one in everybody.as_array().unwrap() {
        let assign = json!({"case": case, "staff": one["staff"]});
        let can = match laptop.core().dispatch("case.assign", assign) {
            Ok(_) => true,
            Err(error) => error.code == "assigned_already",
        };
        assert_eq!(offered.contains(&&one["staff"]), can, "{one}");
        taken += usize::from(can);
    }
    assert!(taken >= 2 && taken < len(&everybody));
}
