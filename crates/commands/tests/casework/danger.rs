//! What is dangerous heads the case, the dominant danger first, until it is over.

use serde_json::{Value, json};

use crate::closing::left;
use crate::laptop::{Laptop, text};
use crate::{opened, record, view};

/// The dangers heading a case: where each comes from, and what was answered.
fn dangers(laptop: &Laptop, case: &str) -> Vec<(String, String)> {
    let page = view(laptop, case);
    let all = page["dangers"].as_array().unwrap().clone();
    all.iter()
        .map(|danger| {
            let said = if danger["answer"].is_null() {
                &danger["about"]["en"]
            } else {
                &danger["answer"]["en"]
            };
            (
                text(&danger["source"]),
                said.as_str().unwrap_or_default().to_owned(),
            )
        })
        .collect()
}

fn told(source: &str, said: &str) -> (String, String) {
    (source.to_owned(), said.to_owned())
}

fn answers(laptop: &Laptop, amina: &str, case: &str, answers: &[(&str, &str)]) -> String {
    let given: Vec<Value> = answers
        .iter()
        .map(|(question, value)| json!({"question": question, "values": [value]}))
        .collect();
    let situation = json!({"situation": {"person": amina, "case": case, "group": "woman_victim_of_violence",
        "form": "woman_victim_of_violence", "form_version": 1, "answers": given}});
    text(&laptop.ok("situation.record", situation)["id"])
}

#[test]
fn the_dominant_danger_heads_the_case_until_it_is_over_and_a_closed_case_has_none() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    assert!(dangers(&laptop, &case).is_empty());

    record(&laptop, &case, "danger_assessment", "done", Some("high"));
    let high = told("step", "High and imminent danger");
    assert_eq!(dangers(&laptop, &case), std::slice::from_ref(&high));

    let given = [
        ("lives_together", "yes"),
        ("danger", "grave"),
        ("complaint", "yes"),
    ];
    let situation = answers(&laptop, &amina, &case, &given);
    let grave = told("answer", "Life in danger now");
    let roof = told(
        "answer",
        "Lives under one roof with the alleged perpetrator",
    );
    assert_eq!(
        dangers(&laptop, &case),
        [grave.clone(), roof.clone(), high.clone()],
        "what was answered first, in the order of the form"
    );

    let page = laptop.ok("person.get", json!({"person": amina}));
    let held = &page["situations"][0];
    assert_eq!(held["id"], json!(situation));
    let over = json!({"id": situation, "seen": held["seen"], "patch": {"until": "2026-11-22"}});
    laptop.ok("situation.update", over);
    assert_eq!(dangers(&laptop, &case), [high]);

    let becomes = left(&laptop, &case);
    laptop.ok(
        "case.close",
        json!({"case": case, "reason": "achieved", "note": "x", "becomes": becomes}),
    );
    assert!(dangers(&laptop, &case).is_empty());
}

#[test]
fn somebody_who_came_in_urgency_heads_her_case_until_something_is_done_for_her() {
    let laptop = Laptop::new();
    let (amina, case) = opened(&laptop);
    let came = |urgency: &str| {
        laptop.minutes(1);
        laptop.ok(
            "reception.open",
            json!({"reception": {"person": amina, "source": "self", "urgency": urgency}}),
        );
        laptop.minutes(1);
    };
    came("soon");
    assert!(dangers(&laptop, &case).is_empty());
    came("immediate");
    let urgent = [told("reception", "")];
    assert_eq!(dangers(&laptop, &case), urgent);
    laptop.ok(
        "note.add",
        json!({"note": {"case": case, "kind": "remark", "body": "تنتظر"}}),
    );
    assert_eq!(dangers(&laptop, &case), urgent, "words are no help");
    laptop.ok(
        "service.give",
        json!({"service": {"case": case, "service_type": "in_kind", "item": "غذاء", "quantity": 1}}),
    );
    assert!(dangers(&laptop, &case).is_empty());
    came("immediate");
    assert_eq!(dangers(&laptop, &case), urgent);
}
