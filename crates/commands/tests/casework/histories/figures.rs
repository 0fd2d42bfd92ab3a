//! Every number told in two places, and in the history itself.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::model::{World, follows, meets, role};

fn number(value: &Value) -> usize {
    usize::try_from(
        value
            .as_u64()
            .unwrap_or_else(|| panic!("{value} is no number")),
    )
    .unwrap()
}

fn len(value: &Value) -> usize {
    value.as_array().unwrap().len()
}

/// Rows of an exported workbook in which `holds` is true of a cell: not its heading.
fn rows(document: &Value, holds: impl Fn(&str) -> bool) -> usize {
    let bytes = STANDARD
        .decode(document["base64"].as_str().unwrap())
        .unwrap();
    let table = jisr_lists::read(&bytes, None, &|_| false).unwrap();
    let told = |row: &&jisr_lists::Row| row.cells.iter().any(|cell| holds(&cell.shown()));
    table.rows.iter().filter(told).count()
}

/// What `who` is told is told once: badges, Today, lists, the director's counts, exports, proposals.
pub fn agree(world: &World, who: &str) {
    let ok = |name: &str, args: Value| {
        let reply = world.laptop.core().dispatch(name, args.clone());
        reply
            .unwrap_or_else(|error| panic!("{who}: {name} {args}: {error:?}"))
            .ok
    };
    if !meets(who) {
        assert!(world.tries("today.get", json!({})).is_none(), "{who}");
        return;
    }
    let today = ok("today.get", json!({"shown": 500}));
    let counts = &today["counts"];
    let listed = |list: &str| len(&today[list]) + number(&today["beyond"][list]);
    assert_eq!(number(&counts["today_late"]), listed("overdue"), "{who}");
    assert_eq!(
        number(&counts["today"]),
        listed("overdue") + listed("today"),
        "{who}"
    );
    let receptions = ok("reception.list", json!({}));
    assert_eq!(number(&today["receptions"]), len(&receptions), "{who}");
    let attention = ok("attention.list", json!({}));
    assert_eq!(
        number(&today["attention"]),
        len(&attention["conflicts"]) + len(&attention["refused"]) + len(&attention["readerless"]),
        "{who}"
    );
    if !follows(who) {
        return;
    }
    let own = ok("case.list", json!({"limit": 500}));
    assert_eq!(number(&own["total"]), len(&own["items"]), "{who}");
    assert_eq!(number(&own["total"]), number(&counts["cases"]), "{who}");
    assert_eq!(
        number(&own["total"]),
        world.open_cases(who, Some(who)),
        "{who}"
    );
    let visits = ok("visit.list", json!({}));
    assert_eq!(number(&counts["visits"]), len(&visits), "{who}");
    let referrals = ok("referral.list", json!({}));
    assert_eq!(number(&counts["referrals"]), len(&referrals), "{who}");
    let pairs = ok("duplicate.list", json!({"offset": 0, "limit": 500}));
    assert_eq!(number(&pairs["total"]), len(&pairs["pairs"]), "{who}");

    let everything = ok("case.list", json!({"all": true, "limit": 500}));
    assert_eq!(
        number(&everything["total"]),
        len(&everything["items"]),
        "{who}"
    );
    assert_eq!(
        number(&everything["total"]),
        world.open_cases(who, None),
        "{who}"
    );
    if let Some(sheet) = world.tries(
        "export.cases",
        json!({"restricted": true, "language": "fr"}),
    ) {
        let numbers: Vec<&str> = world
            .cases
            .iter()
            .map(|case| case.number.as_str())
            .collect();
        // Sealed ones never leave the program.
        let leave = everything["items"].as_array().unwrap().iter();
        let leave = leave
            .filter(|case| case["confidentiality"] != "sealed")
            .count();
        assert_eq!(
            rows(&sheet, |cell| numbers.contains(&cell)),
            leave,
            "{who}: export.cases"
        );
    }
    if role(who) != "director" {
        return;
    }
    assert_eq!(
        number(&counts["center_cases"]),
        number(&everything["total"])
    );
    let center = ok("today.center", json!({}));
    for load in center["caseloads"].as_array().unwrap() {
        let theirs = ok(
            "case.list",
            json!({"staff": load["staff"]["staff"], "limit": 500}),
        );
        assert_eq!(number(&load["cases"]), number(&theirs["total"]), "{load}");
    }
    let found = ok("person.search", json!({"query": "Alaoui", "limit": 100}));
    let columns = ["given_name_lat", "family_name_lat"];
    let asked = json!({"query": "Alaoui", "columns": columns, "language": "fr"});
    // A sheet of nobody is refused.
    let sheet = world.tries("export.people", asked);
    let leave = sheet.map_or(0, |sheet| rows(&sheet, |cell| cell == "Alaoui"));
    assert_eq!(leave, len(&found["people"]), "{who}: export.people");
}
