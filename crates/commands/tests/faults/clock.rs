//! A clock at 2000, an hour slow, years ahead: it is said, nothing with its day is given unasked, and nobody is kept out.

use jisr_commands::registry::COMMANDS;
use jisr_commands::{Cause, sync};
use jisr_domain::role::Role;
use serde_json::{Value, json};

use crate::hub::Hub;
use crate::laptop::{Laptop, text};

const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;
/// Where a clock without a battery begins again.
const IN_2000: u64 = 946_684_800_000;

fn doubt(laptop: &Laptop) -> Value {
    laptop.ok("clock.status", json!({}))["doubt"].clone()
}

/// What carries a day or a number of the day: each is refused, by its code.
#[track_caller]
fn gives_nothing(laptop: &Laptop, amina: &str, passage: &str, slip: &str) {
    for (command, args) in [
        ("reception.open", json!({"reception": {"source": "self"}})),
        (
            "case.open",
            json!({"person": amina, "case_type": "precarious_family"}),
        ),
        ("reception.receipt", json!({"reception": passage})),
        ("appointment.slip", json!({"appointment": slip})),
        ("consent.form", json!({"person": amina})),
        (
            "device.recovery_slip",
            json!({"recovery_code": laptop.recovery_code()}),
        ),
    ] {
        assert_eq!(
            laptop.refused(command, args).code,
            "clock_doubtful",
            "{command}"
        );
    }
}

#[test]
fn a_clock_at_2000_is_told_at_unlock_and_gives_no_number_until_somebody_goes_on() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let passage =
        text(&laptop.ok("reception.open", json!({"reception": {"source": "self"}}))["reception"]);
    let visit = json!({"appointment": {"person": amina, "day": "2026-11-26"}});
    let slip = text(&laptop.ok("appointment.create", visit)["id"]);
    assert_eq!(doubt(&laptop), Value::Null);

    laptop.shows(IN_2000 + HOUR);
    laptop.sits("nadia");
    let told = laptop.ok("clock.status", json!({}));
    assert_eq!(
        (
            &told["doubt"],
            &told["today"],
            &told["last_known"],
            &told["may_be_right"]
        ),
        (
            &json!("behind"),
            &json!("2000-01-01"),
            &json!("2026-11-22"),
            &json!(false)
        )
    );
    gives_nothing(&laptop, &amina, &passage, &slip);
    // Reading and writing go on: what is written is kept.
    laptop.ok(
        "note.add",
        json!({"note": {"person": amina, "body": "زيارة"}}),
    );
    laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(
        laptop.refused("clock.accept", json!({"right": true})).code,
        "clock_doubtful",
        "2000 is never right"
    );

    let passed = laptop.ok("clock.accept", json!({"right": false}));
    assert_eq!(
        (&passed["doubt"], &passed["passed"]),
        (&json!("behind"), &json!(true))
    );
    laptop.ok("reception.open", json!({"reception": {"source": "self"}}));
    laptop.ok("appointment.slip", json!({"appointment": slip}));
    // Until the program is locked: the next one is told again.
    laptop.sits("nadia");
    gives_nothing(&laptop, &amina, &passage, &slip);
    // A sheet carries the day it was made on, in its name too.
    laptop.sits("karim");
    for sheet in ["export.people", "export.cases"] {
        assert_eq!(laptop.refused(sheet, json!({})).code, "clock_doubtful");
    }

    // Set right, all is as before.
    laptop.shows(crate::laptop::START_MS + DAY);
    laptop.sits("nadia");
    assert_eq!(doubt(&laptop), Value::Null);
    laptop.ok(
        "case.open",
        json!({"person": amina, "case_type": "precarious_family"}),
    );
}

#[test]
fn an_hour_back_is_noticed_after_an_hour_of_work_and_after_a_restart() {
    let mut laptop = Laptop::new();
    laptop.sits("nadia");
    laptop.minutes(90);
    laptop.core().tick();
    let now = laptop.shown_ms();
    laptop.sits("nadia");
    laptop.shows(now - HOUR);
    laptop.stops();
    laptop.starts();
    laptop.sits("nadia");
    assert_eq!(doubt(&laptop), json!("behind"));
    laptop.shows(now + 5 * 60_000);
    assert_eq!(doubt(&laptop), Value::Null);
}

#[test]
fn a_clock_years_ahead_is_told_and_leaves_nothing_behind_once_it_is_set_right() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let right = laptop.shown_ms();
    laptop.shows(right + 3_000 * DAY);
    laptop.sits("nadia");
    assert_eq!(doubt(&laptop), json!("ahead"));
    laptop.ok("clock.accept", json!({"right": false}));
    laptop.ok(
        "note.add",
        json!({"note": {"person": amina, "body": "كتبت في سنة بعيدة"}}),
    );
    laptop.shows(right + DAY);
    laptop.sits("nadia");
    assert_eq!(
        doubt(&laptop),
        Value::Null,
        "the stamps of that year say nothing"
    );
}

#[test]
fn somebody_may_say_that_the_clock_is_right_and_is_not_asked_again() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    // It had run forty days ahead, and nobody had noticed.
    laptop.shows(laptop.shown_ms() + 40 * DAY);
    laptop.sits("nadia");
    laptop.ok(
        "note.add",
        json!({"note": {"person": amina, "body": "متابعة"}}),
    );
    laptop.shows(laptop.shown_ms() - 39 * DAY);
    laptop.sits("nadia");
    assert_eq!(doubt(&laptop), json!("behind"));
    laptop.ok("clock.accept", json!({"right": true}));
    assert_eq!(doubt(&laptop), Value::Null);
    laptop.ok(
        "note.add",
        json!({"note": {"person": amina, "body": "متابعة"}}),
    );
    laptop.minutes(30);
    laptop.sits("nadia");
    assert_eq!(doubt(&laptop), Value::Null);
    laptop.ok("reception.open", json!({"reception": {"source": "self"}}));
}

#[test]
fn the_hub_says_by_how_much_and_it_stays_said() {
    let laptop = Laptop::new();
    let hub = Hub::start(laptop.clock().apart());
    let code = hub.code(Role::Director, 15);
    laptop.sits("karim");
    laptop.ok("device.enrol", json!({"hub": hub.url(), "code": code}));
    sync::run(laptop.core()).unwrap();
    assert_eq!(doubt(&laptop), Value::Null);

    let right = laptop.shown_ms();
    laptop.shows(right + HOUR);
    for round in 1..=2 {
        sync::run(laptop.core()).unwrap();
        let told = laptop.ok("clock.status", json!({}));
        assert_eq!(
            (&told["doubt"], &told["off_minutes"]),
            (&json!("fast"), &json!(60)),
            "round {round}"
        );
        assert_eq!(laptop.ok("sync.status", json!({}))["clock_off_minutes"], 60);
    }
    laptop.sits("karim");
    assert_eq!(doubt(&laptop), json!("fast"), "told at unlock too");
    let passage = json!({"reception": {"source": "self"}});
    assert_eq!(
        laptop.refused("reception.open", passage.clone()).code,
        "clock_doubtful"
    );

    laptop.shows(right - HOUR);
    sync::run(laptop.core()).unwrap();
    assert_eq!(doubt(&laptop), json!("slow"));

    laptop.shows(right + 60_000);
    sync::run(laptop.core()).unwrap();
    assert_eq!(doubt(&laptop), Value::Null);
    laptop.ok("reception.open", passage.clone());

    // Set right while the hub is out of reach, and said to be: work goes on without being asked again.
    laptop.shows(right - HOUR);
    sync::run(laptop.core()).unwrap();
    laptop.shows(right + 120_000);
    laptop.ok("clock.accept", json!({"right": true}));
    for _ in 0..3 {
        laptop.ok("reception.open", passage.clone());
        laptop.minutes(30);
        assert_eq!(doubt(&laptop), Value::Null);
    }
}

#[test]
fn a_wrong_clock_keeps_nobody_out_and_makes_nobody_wait_for_years() {
    let laptop = Laptop::new();
    let right = laptop.shown_ms();
    for shown in [0, IN_2000, right, 4_200_000_000_000, u64::MAX >> 12] {
        laptop.shows(shown);
        laptop.sits("nadia");
        laptop.sits("karim");
    }
    let wrong = json!({"staff": laptop.staff("nadia"), "passphrase": "not hers at all"});
    for shown in [right, IN_2000, right] {
        laptop.shows(shown);
        for _ in 0..3 {
            laptop.refused("session.unlock", wrong.clone());
        }
    }
    laptop.shows(IN_2000);
    let waits = laptop.refused("session.unlock", wrong).args["retry_after_seconds"]
        .as_u64()
        .unwrap();
    assert!((1..=900).contains(&waits), "{waits}");
    laptop.seconds(waits);
    laptop.sits("nadia");
}

#[test]
fn a_clock_set_back_does_not_leave_the_program_open() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    laptop.shows(IN_2000);
    assert!(!laptop.core().tick());
    laptop.minutes(11);
    assert!(laptop.core().tick(), "ten minutes without anybody lock it");
}

#[test]
fn what_the_window_asks_by_itself_keeps_nothing_open_and_a_person_does() {
    let laptop = Laptop::new();
    laptop.sits("karim");
    for _ in 0..15 {
        laptop.minutes(1);
        let stays = laptop
            .core()
            .dispatch_for(Cause::Person, "session.stay", json!({}));
        assert!(stays.is_ok());
        assert!(
            !laptop.core().tick(),
            "somebody reads for a quarter of an hour"
        );
    }
    // Whatever its name, and whether it is answered or refused.
    let asked = COMMANDS
        .iter()
        .filter(|command| command.name != "session.lock");
    for command in asked {
        let answered = laptop
            .core()
            .dispatch_for(Cause::Program, command.name, json!({}));
        drop(answered);
    }
    laptop.minutes(9);
    assert!(!laptop.core().tick());
    let scan = ("duplicate.scan", json!({"people": 0}));
    let others = ["today.get", "sync.status", "session.stay"].map(|name| (name, json!({})));
    for (command, args) in others.into_iter().chain([scan]) {
        let answered = laptop.core().dispatch_for(Cause::Program, command, args);
        assert!(answered.is_ok(), "{command}: {answered:?}");
    }
    laptop.minutes(2);
    assert!(
        laptop.core().tick(),
        "the window alone does not keep it open"
    );
    laptop.refused("today.get", json!({}));
}
