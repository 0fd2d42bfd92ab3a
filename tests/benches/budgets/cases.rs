//! A center of twenty thousand cases: unlocking it, listing its cases, opening a long one.

use std::path::Path;

use jisr_domain::civil::civil_day;
use serde_json::{Value, json};

use crate::desk::{CASEWORKER, DIRECTOR, Desk, now_ms};
use crate::figure::{Figure, RUNS, median, ms};

/// Events of the long case.
const EVENTS: u32 = 500;
/// Readings of what takes milliseconds: the first, when nothing of it is in memory yet, counts as one of them.
const READINGS: usize = 4 * RUNS + 1;

/// The rows. Leaves a long case more in the profile.
pub fn figures(profile: &Path, cases: u64) -> Vec<Figure> {
    let unlocking = (0..RUNS)
        .map(|_| ms(Desk::open(profile, CASEWORKER).unlocking))
        .collect();
    let case = long_case(&Desk::open(profile, CASEWORKER));
    let case = json!({ "case": case });
    let caseworker = Desk::open(profile, CASEWORKER);
    let opening = read(&caseworker, "case.get", &case);
    let director = {
        drop(caseworker);
        Desk::open(profile, DIRECTOR)
    };
    let listing = read(&director, "case.list", &json!({ "all": true, "limit": 50 }));
    let everything = json!({ "all": true, "closed": true, "limit": 50 });
    let with_closed = read(&director, "case.list", &everything);
    vec![
        Figure::alone(
            format!("unlock ({cases} cases)"),
            median(unlocking),
            "ms",
            1_000.0,
        ),
        Figure::alone(
            format!("open a case with {EVENTS} events ({cases} cases)"),
            opening,
            "ms",
            15.0,
        ),
        Figure::alone(
            format!("first page of a director's caseload, {cases} cases"),
            listing,
            "ms",
            30.0,
        ),
        Figure::told("the same, closed ones too", with_closed, "ms"),
    ]
}

fn read(desk: &Desk, command: &str, args: &Value) -> f64 {
    let taken = (0..READINGS).map(|_| ms(desk.timed(command, args)));
    median(taken.collect())
}

/// A case followed for long: notes, services and visits, each written as it is from the window.
fn long_case(desk: &Desk) -> String {
    let today = civil_day(now_ms()).to_string();
    let person = json!({ "given_name_ar": "فاطمة", "family_name_ar": "العلوي", "sex": "female", "birth_date": "1984-05-02", "safe_contact": "yes" });
    let person = desk.rpc("person.register", json!({ "person": person }))["id"].clone();
    let opened = desk.rpc(
        "case.open",
        json!({ "person": person, "case_type": "precarious_family", "protocol": "family_extreme_precarity" }),
    );
    let case = opened["case"].as_str().expect("a case").to_owned();
    for n in 0..EVENTS {
        match n % 10 {
            0..6 => desk.rpc("note.add", json!({ "note": { "case": case, "kind": "listening", "body": format!("جلسة استماع رقم {n}: تواصل المواكبة كما اتفق عليه مع الأسرة.") } })),
            6..9 => desk.rpc("service.give", json!({ "service": { "case": case, "service_type": "in_kind", "item": "قفة مواد غذائية", "quantity": 1 } })),
            _ => desk.rpc("visit.plan", json!({ "visit": { "case": case, "performed_on": today, "outcome": "met", "observations": "الأسرة حاضرة، والأطفال متمدرسون." } })),
        };
    }
    let total = desk.rpc("case.get", json!({ "case": case }))["timeline_total"].clone();
    assert!(
        total.as_u64() >= Some(u64::from(EVENTS)),
        "{total} events are told"
    );
    case
}
