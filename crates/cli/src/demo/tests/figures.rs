//! The demonstration walked as each of its people: a number told in two places is the same number.

use std::collections::BTreeMap;

use super::walk::{Walk, text};
use super::*;
use crate::demo::team::Member;

/// What somebody's own screens tell, for the director's card of them to be held against.
#[derive(Debug, PartialEq, Eq)]
struct Own {
    cases: u64,
    visits_late: u64,
    appointments_late: u64,
}

impl Walk {
    fn cases(&self, args: Value) -> (u64, Vec<Value>) {
        let list = self.ok("case.list", args);
        let items = list["items"].as_array().unwrap().clone();
        (list["total"].as_u64().unwrap(), items)
    }

    /// Everybody's own screens, then the director's: every number told twice is held to be one. `after` says what was
    /// done before; `kept` is what Latifa keeps from the director.
    fn agrees(&self, after: &str, kept: u64) {
        let mut own = BTreeMap::new();
        for member in &MEMBERS {
            self.sits(member.name_lat);
            if let Some(figures) = self.own(member, after) {
                own.insert(self.staff[member.name_lat].clone(), figures);
            }
        }
        self.sits("Hanane Cherkaoui");
        let center = self.ok("today.center", json!({}));
        let mut loads = 0;
        for load in center["caseloads"].as_array().unwrap() {
            let staff = text(&load["staff"]["staff"]);
            let hidden = if staff == self.staff["Latifa Benali"] {
                kept
            } else {
                0
            };
            let told = Own {
                cases: number(&load["cases"]) + hidden,
                visits_late: number(&load["visits_late"]),
                appointments_late: number(&load["appointments_late"]),
            };
            assert_eq!(told, own[&staff], "{after}: the director's card of {load}");
            let (total, _) = self.cases(json!({ "staff": staff, "limit": 500 }));
            assert_eq!(
                total + hidden,
                told.cases,
                "{after}: the list behind the card {load}"
            );
            loads += 1;
        }
        assert!(loads >= 4, "{after}: {loads} people follow cases");
        let (_, all) = self.every_case();
        let followed: Vec<_> = all.iter().filter(|row| row["lead"].is_null()).collect();
        assert!(number(&center["unfollowed"]) <= count(&followed), "{after}");
    }

    fn every_case(&self) -> (u64, Vec<Value>) {
        let mut rows = Vec::new();
        loop {
            let (total, page) =
                self.cases(json!({ "all": true, "limit": 500, "offset": rows.len() }));
            if page.is_empty() {
                return (total, rows);
            }
            rows.extend(page);
        }
    }

    /// What `member` finds on their own screens; nothing for those who follow no case.
    fn own(&self, member: &Member, after: &str) -> Option<Own> {
        let who = format!("{after}, {}", member.name_lat);
        if matches!(member.role, "reader" | "administrator") {
            assert!(self.core.run("today.get", json!({})).is_err(), "{who}");
            return None;
        }
        let today = self.ok("today.get", json!({ "shown": 2000 }));
        let counts = &today["counts"];
        let listed = |list: &str| number_of(&today[list]) + number(&today["beyond"][list]);
        assert_eq!(number(&counts["today_late"]), listed("overdue"), "{who}");
        assert_eq!(
            number(&counts["today"]),
            listed("overdue") + listed("today"),
            "{who}"
        );
        let attention = self.ok("attention.list", json!({}));
        assert_eq!(
            number(&today["attention"]),
            number_of(&attention["conflicts"])
                + number_of(&attention["refused"])
                + number_of(&attention["readerless"]),
            "{who}"
        );
        let receptions = self.ok("reception.list", json!({}));
        assert_eq!(
            number(&today["receptions"]),
            number_of(&receptions),
            "{who}"
        );
        if member.role == "reception" {
            return None;
        }

        let (total, rows) = self.cases(json!({ "limit": 500 }));
        assert_eq!(
            (total, number(&counts["cases"])),
            (count(&rows), total),
            "{who}"
        );
        if member.role == "director" {
            let (total, rows) = self.every_case();
            assert_eq!(number(&counts["center_cases"]), total, "{who}");
            assert_eq!(count(&rows), total, "{who}");
        } else {
            assert_eq!(counts["center_cases"], Value::Null, "{who}");
            assert!(total > 0, "{who} finds no case of their own");
        }

        let visits = self.ok("visit.list", json!({}));
        assert_eq!(number(&counts["visits"]), number_of(&visits), "{who}");
        let late = |view: &&Value| view["due"]["state"] == "overdue";
        let visits_late = count(
            &visits
                .as_array()
                .unwrap()
                .iter()
                .filter(late)
                .collect::<Vec<_>>(),
        );
        assert_eq!(number(&counts["visits_late"]), visits_late, "{who}");

        let referrals =
            |status: Value| number_of(&self.ok("referral.list", json!({ "status": status })));
        let told = &today["referrals"];
        assert_eq!(number(&counts["referrals"]), referrals(json!([])), "{who}");
        assert_eq!(number(&told["open"]), referrals(json!([])), "{who}");
        assert_eq!(
            number(&told["awaiting"]),
            referrals(json!(["sent", "received"])),
            "{who}"
        );
        assert_eq!(
            number(&told["accepted"]),
            referrals(json!(["accepted"])),
            "{who}"
        );
        assert_eq!(
            number(&told["refused"]),
            referrals(json!(["refused", "not_served"])),
            "{who}"
        );

        let appointment = |task: &&Value| task["target"]["kind"] == "appointment";
        let overdue = today["overdue"].as_array().unwrap();
        Some(Own {
            cases: total,
            visits_late,
            appointments_late: count(&overdue.iter().filter(appointment).collect::<Vec<_>>()),
        })
    }

    /// An ordinary open case of Latifa's.
    fn ordinary(&self) -> String {
        self.sits("Latifa Benali");
        let (_, rows) = self.cases(json!({ "limit": 500 }));
        let found = rows.iter().find(|row| row["confidentiality"] == "ordinary");
        text(&found.unwrap()["case"])
    }

    fn becomes(&self, case: &str, patch: Value, name: &[&String], unname: &[&String]) {
        let view = self.ok("case.get", json!({ "case": case }));
        let seen = &view["case"]["seen"];
        self.ok(
            "case.update",
            json!({ "id": case, "seen": seen, "patch": patch, "name": name, "unname": unname }),
        );
    }
}

fn number(value: &Value) -> u64 {
    value
        .as_u64()
        .unwrap_or_else(|| panic!("{value} is no number"))
}

fn number_of(list: &Value) -> u64 {
    count(list.as_array().unwrap())
}

fn count<T>(list: &[T]) -> u64 {
    u64::try_from(list.len()).unwrap()
}

#[test]
fn a_number_told_in_two_places_is_the_same_number_whatever_happened_last() {
    let walk = Walk::of(200, 1);
    walk.agrees("as made", 0);

    let case = walk.ordinary();
    let open = walk.ok("case.unfinished", json!({ "case": case }));
    let left = |one: &Value| json!({ "kind": one["kind"], "id": one["id"], "seen": one["seen"], "fate": "left", "why": "تتابعه زميلة" });
    let becomes: Vec<Value> = open.as_array().unwrap().iter().map(left).collect();
    walk.ok(
        "case.close",
        json!({ "case": case, "reason": "moved", "becomes": becomes }),
    );
    walk.agrees("the newest event is a closing", 0);
    walk.sits("Latifa Benali");
    walk.ok(
        "case.reopen",
        json!({ "case": case, "note": "عادت إلى المركز" }),
    );
    walk.agrees("the newest event is a reopening", 0);
    walk.sits("Latifa Benali");
    walk.becomes(&case, json!({ "confidentiality": "restricted" }), &[], &[]);
    walk.agrees("a restriction", 0);
    walk.sits("Latifa Benali");
    let hanane = &walk.staff["Hanane Cherkaoui"];
    walk.becomes(
        &case,
        json!({ "confidentiality": "sealed" }),
        &[hanane],
        &[],
    );
    walk.agrees("a sealing", 0);
    walk.sits("Latifa Benali");
    walk.becomes(&case, json!({}), &[], &[hanane]);
    walk.agrees("a sealing that leaves the director out", 1);
}

#[test]
fn a_center_of_a_thousand_is_written_and_agrees() {
    Walk::of(1000, 7).agrees("as made", 0);
}

#[test]
fn a_center_filled_with_the_same_seed_again_is_refused_in_words_and_stays_as_it_is() {
    let walk = Walk::of(17, 3);
    walk.sits("Hanane Cherkaoui");
    let before = walk.every_case();
    let again = fill(&walk.core, PASSPHRASE, 40, 3);
    assert!(matches!(again, Err(DemoError::SameSeed(3))), "{again:?}");
    walk.sits("Hanane Cherkaoui");
    assert_eq!(walk.every_case(), before);
}
