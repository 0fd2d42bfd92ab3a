//! What was planned in a case follows the case to whoever has it now.

use serde_json::{Value, json};

use crate::laptop::{Laptop, len};
use crate::{DAY, opened};

/// The case goes from Nadia to Youssef, by Karim who directs.
fn handed_on(laptop: &Laptop, case: &str) {
    laptop.sits("karim");
    laptop.minutes(1);
    laptop.ok(
        "case.assign",
        json!({"case": case, "staff": laptop.staff("youssef"), "lead": true}),
    );
    laptop.minutes(1);
    laptop.ok(
        "case.unassign",
        json!({"case": case, "staff": laptop.staff("nadia")}),
    );
}

fn tasks(laptop: &Laptop, kind: &str) -> usize {
    let today = laptop.ok("today.get", json!({}));
    let lists =
        ["overdue", "today", "week", "later"].map(|list| today[list].as_array().unwrap().clone());
    lists
        .concat()
        .iter()
        .filter(|task| task["target"]["kind"] == kind)
        .count()
}

fn late(laptop: &Laptop, name: &str) -> (Value, Value) {
    let loads = laptop.ok("today.center", json!({}))["caseloads"].clone();
    let loads = loads.as_array().unwrap();
    let one = loads
        .iter()
        .find(|one| one["staff"]["staff"] == laptop.staff(name));
    one.map_or((json!(0), json!(0)), |one| {
        (one["visits_late"].clone(), one["appointments_late"].clone())
    })
}

/// Hassan, and the ordinary case whoever is at work opened for him.
fn hassans_case(laptop: &Laptop) -> (String, Value) {
    let hassan = laptop.register(json!({"given_name_ar": "حسن"}));
    let open = json!({"person": hassan, "case_type": "elderly"});
    let case = laptop.ok("case.open", open)["case"].clone();
    (hassan, case)
}

#[test]
fn what_nadia_planned_is_youssefs_once_the_case_is_his_on_every_screen() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    let visit = json!({"visit": {"case": case, "planned_on": "2026-11-22", "kind": "center"}});
    let appointment = json!({"appointment": {"case": case, "day": "2026-11-22"}});
    laptop.ok("visit.plan", visit);
    laptop.ok("appointment.create", appointment);
    assert_eq!(
        (tasks(&laptop, "visit"), tasks(&laptop, "appointment")),
        (1, 1)
    );
    handed_on(&laptop, &case);
    laptop.minutes(2 * DAY);

    laptop.sits("youssef");
    assert_eq!(
        (tasks(&laptop, "visit"), tasks(&laptop, "appointment")),
        (1, 1)
    );
    let visits = laptop.ok("visit.list", json!({}));
    assert_eq!(
        (len(&visits), &visits[0]["staff"]["staff"]),
        (1, &json!(laptop.staff("youssef")))
    );
    assert_eq!(
        visits[0]["visit"]["record"]["staff"],
        laptop.staff("nadia"),
        "what was planned is not rewritten"
    );
    let today = laptop.ok("today.get", json!({}));
    assert_eq!(
        (&today["counts"]["visits"], &today["counts"]["visits_late"]),
        (&json!(1), &json!(1))
    );
    let listed = laptop.ok("appointment.list", json!({"from": "2026-11-20"}));
    assert_eq!(listed[0]["staff"]["staff"], laptop.staff("youssef"));

    laptop.sits("nadia");
    assert_eq!(
        (tasks(&laptop, "visit"), tasks(&laptop, "appointment")),
        (0, 0)
    );
    assert_eq!(len(&laptop.ok("visit.list", json!({}))), 0);

    laptop.sits("karim");
    assert_eq!(late(&laptop, "youssef"), (json!(1), json!(1)));
    assert_eq!(late(&laptop, "nadia"), (json!(0), json!(0)));
    let all = laptop.ok("visit.list", json!({"all": true}));
    assert_eq!(all[0]["staff"]["staff"], laptop.staff("youssef"));
}

#[test]
fn a_plan_stays_with_who_made_it_while_they_follow_the_case_or_come_from_beside_it() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let (_, case) = hassans_case(&laptop);
    let case = case.as_str().unwrap();
    let plan = json!({"visit": {"case": case, "planned_on": "2026-11-22", "kind": "center"}});
    laptop.ok("visit.plan", plan.clone());
    laptop.sits("karim");
    laptop.ok("visit.plan", plan.clone());
    assert_eq!(
        tasks(&laptop, "visit"),
        1,
        "the director goes herself, without following the case"
    );
    laptop.minutes(1);
    laptop.ok(
        "case.assign",
        json!({"case": case, "staff": laptop.staff("youssef"), "lead": true}),
    );
    laptop.sits("nadia");
    assert_eq!(
        tasks(&laptop, "visit"),
        1,
        "another answers for it, and she follows it still"
    );
    // An appointment given at the desk, with nobody named, is kept by who answers for the case.
    laptop.sits("samira");
    laptop.ok(
        "appointment.create",
        json!({"appointment": {"case": case, "day": "2026-11-22"}}),
    );
    laptop.sits("youssef");
    assert_eq!(
        (tasks(&laptop, "visit"), tasks(&laptop, "appointment")),
        (0, 1)
    );
    // Taken from her, what she planned in it goes to who answers for it; the director keeps what is theirs.
    laptop.sits("karim");
    laptop.minutes(1);
    let left = json!({"case": case, "staff": laptop.staff("nadia")});
    laptop.ok("case.unassign", left);
    laptop.sits("youssef");
    assert_eq!(tasks(&laptop, "visit"), 1);
}

#[test]
fn a_plan_that_arrives_after_the_hand_over_follows_the_case_too() {
    let laptop = Laptop::new();
    let (_, case) = opened(&laptop);
    handed_on(&laptop, &case);
    // Planned for Nadia on a laptop that did not know yet.
    laptop.ok("visit.plan", json!({"visit": {"case": case, "planned_on": "2026-11-22", "kind": "center", "staff": laptop.staff("nadia")}}));
    laptop.sits("youssef");
    assert_eq!(tasks(&laptop, "visit"), 1);
}

#[test]
fn a_plan_outside_any_case_goes_with_the_sealed_case_that_hides_the_person() {
    let laptop = Laptop::new();
    laptop.sits("youssef");
    let hassan = laptop.register(json!({"given_name_ar": "حسن"}));
    laptop.ok(
        "appointment.create",
        json!({"appointment": {"person": hassan, "day": "2026-11-22"}}),
    );
    assert_eq!(tasks(&laptop, "appointment"), 1);
    laptop.sits("nadia");
    let named = [laptop.staff("nadia"), laptop.staff("karim")];
    laptop.ok(
        "case.open",
        json!({"person": hassan, "case_type": "elderly", "confidentiality": "sealed", "named": named}),
    );
    assert_eq!(tasks(&laptop, "appointment"), 1, "it is hers to keep now");
    laptop.sits("youssef");
    assert_eq!(
        tasks(&laptop, "appointment"),
        0,
        "he may not know of him any more"
    );
    laptop.sits("karim");
    laptop.minutes(2 * DAY);
    let listed = laptop.ok("appointment.list", json!({"from": "2026-11-20"}));
    assert_eq!(listed[0]["staff"]["staff"], laptop.staff("nadia"));
    assert_eq!(late(&laptop, "nadia"), (json!(0), json!(1)));
    assert_eq!(late(&laptop, "youssef"), (json!(0), json!(0)));
}

#[test]
fn a_case_goes_on_with_those_it_is_given_to_when_another_of_the_person_is_sealed() {
    let laptop = Laptop::new();
    laptop.sits("youssef");
    let (hassan, case) = hassans_case(&laptop);
    laptop.ok(
        "visit.plan",
        json!({"visit": {"case": case, "planned_on": "2026-11-20", "kind": "center"}}),
    );
    laptop.sits("nadia");
    laptop.ok(
        "case.open",
        json!({"person": hassan, "case_type": "trafficking_victim", "confidentiality": "sealed", "named": [laptop.staff("nadia")]}),
    );
    // Hers is the sealed one; of the other nothing is told to her, nor to anybody it is not given to.
    for name in ["nadia", "karim"] {
        laptop.sits(name);
        assert_eq!(tasks(&laptop, "visit"), 0, "{name}");
        assert_eq!(
            laptop.refused("case.get", json!({"case": case})).code,
            "not_found",
            "{name}"
        );
    }
    assert_eq!(
        laptop.refused("person.get", json!({"person": hassan})).code,
        "not_found",
        "karim"
    );
    laptop.sits("youssef");
    assert_eq!(tasks(&laptop, "visit"), 1, "his work is not lost");
    assert_eq!(laptop.ok("case.list", json!({}))["total"], 1);
    let page = laptop.ok("person.get", json!({"person": hassan}));
    assert_eq!(page["cases"].as_array().unwrap().len(), 1, "{page}");
}

#[test]
fn the_director_counts_with_a_colleague_only_what_both_may_know_of() {
    let laptop = Laptop::new();
    laptop.sits("youssef");
    let (hassan, case) = hassans_case(&laptop);
    laptop.ok(
        "visit.plan",
        json!({"visit": {"case": case, "planned_on": "2026-11-20", "kind": "center"}}),
    );
    laptop.sits("nadia");
    let named = [laptop.staff("nadia"), laptop.staff("karim")];
    laptop.ok(
        "case.open",
        json!({"person": hassan, "case_type": "trafficking_victim", "confidentiality": "sealed", "named": named}),
    );
    laptop.sits("karim");
    let center = laptop.ok("today.center", json!({}));
    let youssef = laptop.staff("youssef");
    let loads = center["caseloads"].as_array().unwrap();
    assert!(
        loads.iter().all(|one| one["staff"]["staff"] != youssef),
        "{center}"
    );
    let his = laptop.ok("case.list", json!({"staff": youssef}));
    assert_eq!(his["total"], 0);
    assert!(
        !center.to_string().contains(case.as_str().unwrap()),
        "{center}"
    );
}
