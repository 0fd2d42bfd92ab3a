//! Somebody recorded twice: joined, parted, remembered as different, through the same door the windows use.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(
    dead_code,
    reason = "what the desk needs of the laptop and these do not"
)]
#[path = "desk/laptop.rs"]
mod laptop;

#[path = "duplicates/decisions.rs"]
mod decisions;

use laptop::{Laptop, len, text};
use serde_json::{Value, json};

/// Amina, recorded once in each script by two people.
fn twice(laptop: &Laptop) -> (String, String) {
    laptop.sits("nadia");
    let first = laptop.register(
        json!({"given_name_ar": "أمينة", "family_name_ar": "بوعزة", "sex": "female",
        "birth_date": "1991", "phone": "06 12 34 56 78", "safe_contact": "yes"}),
    );
    laptop.minutes(5);
    let second = laptop.register(
        json!({"given_name_lat": "Amina", "family_name_lat": "Bouazza", "sex": "female",
        "birth_date": "1991-03-14", "cnie": "GB123456", "safe_contact": "no"}),
    );
    laptop.minutes(5);
    (first, second)
}

fn page(laptop: &Laptop, person: &str) -> Value {
    laptop.ok("person.get", json!({ "person": person }))
}

fn join(laptop: &Laptop, left: &str, right: &str) -> String {
    text(
        &laptop.ok(
            "duplicate.same",
            json!({ "left": left, "right": right, "undoes": [] }),
        )["id"],
    )
}

fn found(laptop: &Laptop, query: &str) -> Vec<String> {
    let hits = laptop.ok("person.search", json!({ "query": query }))["people"].clone();
    hits.as_array()
        .unwrap()
        .iter()
        .map(|hit| text(&hit["person"]["person"]))
        .collect()
}

/// What hangs from a record, by the id of each.
fn children(page: &Value) -> Value {
    let ids = |list: &str, of: fn(&Value) -> &Value| -> Vec<String> {
        let mut ids: Vec<String> = page[list]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| text(of(one)))
            .collect();
        ids.sort_unstable();
        ids
    };
    json!({
        "cases": ids("cases", |one| &one["case"]),
        "receptions": ids("receptions", |one| &one["reception"]["id"]),
        "contacts": ids("contacts", |one| &one["id"]),
        "appointments": ids("appointments", |one| &one["appointment"]["id"]),
        "consents": ids("consents", |one| &one["consent"]["id"]),
        "entitlements": ids("entitlements", |one| &one["id"]),
        "attachments": ids("attachments", |one| &one["id"]),
    })
}

/// A little of everything on a record.
fn lives(laptop: &Laptop, person: &str) {
    laptop.ok(
        "reception.open",
        json!({"reception": {"person": person, "source": "self"}}),
    );
    laptop.ok(
        "contact.add",
        json!({"contact": {"person": person, "name": "حسن"}}),
    );
    laptop.ok(
        "case.open",
        json!({"person": person, "case_type": "precarious_family"}),
    );
    laptop.ok(
        "appointment.create",
        json!({"appointment": {"person": person, "day": "2026-11-26", "time": "09:00:00"}}),
    );
    laptop.ok("consent.record", json!({"consent": {"person": person, "purposes": ["care"], "given_by": "person", "form": "oral"}}));
    laptop.ok(
        "entitlement.record",
        json!({"entitlement": {"person": person, "programme": "asd"}}),
    );
    laptop.ok("attachment.add", json!({"person": person, "case": null, "document": null, "purpose": "identity_paper", "name": "بطاقة", "content": "JVBERi0xLjcKc2Nhbgo="}));
}

#[test]
fn amina_recorded_twice_is_one_person_with_all_that_hangs_from_both_and_two_again_when_undone() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    lives(&laptop, &first);
    lives(&laptop, &second);
    let before = [page(&laptop, &first), page(&laptop, &second)];
    assert!(
        found(&laptop, "0612345678") == [first.as_str()]
            && found(&laptop, "GB123456") == [second.as_str()]
    );

    laptop.minutes(1);
    let edge = join(&laptop, &second, &first);
    let one = page(&laptop, &first);
    assert_eq!(
        page(&laptop, &second),
        one,
        "either record leads to one page"
    );
    assert_eq!(one["person"]["id"], json!(first));
    for (list, both) in [
        ("cases", 2),
        ("receptions", 2),
        ("contacts", 2),
        ("appointments", 2),
        ("consents", 2),
        ("entitlements", 2),
        ("attachments", 2),
        ("records", 2),
    ] {
        assert_eq!(len(&one[list]), both, "{list}");
    }
    assert_eq!(
        one["card"]["given_name_lat"], "Amina",
        "from the other record"
    );
    assert_eq!(
        one["records"][1]["person"]["record"]["cnie"], "GB123456",
        "each record as it was written"
    );
    assert_eq!(one["safe_contact"], "no", "the more protective answer");
    let said = &one["tied"][0];
    assert_eq!(said["edge"], json!(edge));
    assert_eq!(said["staff"]["name_ar"], "نادية المنصوري");
    for query in ["أمينة", "bouazza", "GB123456", "0612345678"] {
        assert_eq!(found(&laptop, query), [first.as_str()], "{query}");
    }
    let hit = laptop.ok("person.search", json!({"query": "GB123456"}))["people"][0].clone();
    assert_eq!(hit["recorded_as"]["person"], json!(second));
    assert_eq!(len(&hit["cases"]), 2);

    laptop.ok("duplicate.undo", json!({"edges": [edge]}));
    assert_eq!(
        [page(&laptop, &first), page(&laptop, &second)],
        before,
        "as if nothing had been said"
    );
    assert_eq!(
        laptop
            .refused("duplicate.undo", json!({"edges": [edge]}))
            .code,
        "stale_view"
    );
}

#[test]
fn what_is_written_while_joined_stays_where_it_was_written_when_the_records_are_parted() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    let case = text(
        &laptop.ok(
            "case.open",
            json!({"person": second, "case_type": "precarious_family"}),
        )["case"],
    );
    let edge = join(&laptop, &first, &second);
    // From the page of the person, and in the case of the other record.
    laptop.ok(
        "contact.add",
        json!({"contact": {"person": first, "name": "حسن"}}),
    );
    laptop.ok(
        "contact.add",
        json!({"contact": {"person": first, "case": case, "name": "خديجة"}}),
    );
    laptop.ok("appointment.create", json!({"appointment": {"person": first, "case": case, "day": "2026-11-26", "time": "09:00:00"}}));
    laptop.ok(
        "note.add",
        json!({"note": {"person": first, "case": case, "kind": "listening", "body": "جلسة"}}),
    );
    let seen = page(&laptop, &second)["records"][1]["person"]["seen"].clone();
    laptop.ok(
        "person.update",
        json!({"id": second, "seen": seen, "patch": {"birth_place": "سلا"}}),
    );
    let consent = json!({"consent": {"person": first, "purposes": ["referral"], "given_by": "person", "form": "oral"}});
    laptop.ok("consent.record", consent);
    let partner = laptop.ok("partner.create", json!({"partner": {"name_ar": "المستشفى الإقليمي", "name_fr": "Hôpital", "partner_type": "health"}}));
    laptop.ok("referral.create", json!({"referral": {"case": case, "partner": partner["id"], "service_asked": "فحص", "shared": ["name"]}, "send": true}));

    laptop.ok("duplicate.undo", json!({"edges": [edge]}));
    let (a, b) = (page(&laptop, &first), page(&laptop, &second));
    let names = |page: &Value| -> Vec<Value> {
        let contacts = page["contacts"].as_array().unwrap();
        contacts
            .iter()
            .map(|one| one["record"]["name"].clone())
            .collect()
    };
    assert_eq!(names(&a), [json!("حسن")]);
    assert_eq!(names(&b), [json!("خديجة")]);
    assert_eq!(
        (len(&a["appointments"]), len(&b["appointments"])),
        (0, 1),
        "in the case, with the case"
    );
    assert_eq!((len(&a["consents"]), len(&b["consents"])), (1, 0));
    assert_eq!(b["person"]["record"]["birth_place"], "سلا");
    assert_eq!(a["person"]["record"]["birth_place"], Value::Null);
    let view = laptop.ok("case.get", json!({"case": case}));
    assert_eq!(len(&view["referrals"]), 1);
    assert_eq!(view["person"]["person"], json!(second));
}

#[test]
fn two_people_said_to_be_different_are_joined_only_by_somebody_who_saw_that() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    let two = json!({"left": first, "right": second});
    let different = text(&laptop.ok("duplicate.different", two.clone())["id"]);
    let compared = laptop.ok("duplicate.compare", two.clone());
    assert_eq!(compared["statements"][0]["edge"], json!(different));
    assert_eq!(compared["statements"][0]["same"], json!(false));
    assert_eq!(
        laptop.refused("duplicate.same", two).code,
        "stale_view",
        "not on screen"
    );
    let knowing = json!({"left": first, "right": second, "undoes": [different]});
    laptop.minutes(1);
    let edge = text(&laptop.ok("duplicate.same", knowing)["id"]);
    assert_eq!(len(&page(&laptop, &first)["records"]), 2);
    let again = json!({"left": second, "right": first, "undoes": []});
    assert_eq!(
        laptop.refused("duplicate.same", again).code,
        "joined_already"
    );
    // And back: different after all.
    let after_all = json!({"left": first, "right": second, "undoes": [edge]});
    laptop.ok("duplicate.different", after_all);
    assert_eq!(len(&page(&laptop, &first)["records"]), 0);
}

#[test]
fn two_people_are_told_side_by_side_with_what_agrees_and_what_does_not() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    lives(&laptop, &second);
    let compared = laptop.ok("duplicate.compare", json!({"left": first, "right": second}));
    let agreement = |field: &str| -> Value {
        let fields = compared["fields"].as_array().unwrap();
        fields
            .iter()
            .find(|one| one["field"] == field)
            .map_or(Value::Null, |one| one["agreement"].clone())
    };
    assert_eq!(agreement("birth_date"), "fits");
    assert_eq!(agreement("sex"), "agrees");
    assert_eq!(agreement("safe_contact"), "differs");
    assert_eq!(agreement("cnie"), "one_side");
    assert_eq!(
        agreement("mother_name_ar"),
        Value::Null,
        "neither says anything"
    );
    assert_eq!(len(&compared["right"]["cases"]), 1);
    assert_eq!(compared["right"]["receptions"], 1);
    assert_eq!(compared["left"]["recorded_by"]["name_ar"], "نادية المنصوري");
    let same = json!({"left": first, "right": first});
    assert_eq!(
        laptop.refused("duplicate.compare", same).code,
        "same_person"
    );
}

#[test]
fn a_person_hidden_by_a_sealed_case_is_betrayed_by_no_joining() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    lives(&laptop, &first);
    laptop.ok("case.open", json!({"person": second, "case_type": "woman_victim_of_violence", "confidentiality": "sealed"}));
    let edge = join(&laptop, &first, &second);
    // Nadia is named: she sees one person, and writes where only those named read.
    let hers = page(&laptop, &first);
    assert_eq!(hers["person"]["id"], json!(second));
    assert_eq!(len(&hers["records"]), 2);
    assert_eq!(len(&hers["cases"]), 2);

    for colleague in ["youssef", "samira", "karim"] {
        laptop.sits(colleague);
        let theirs = page(&laptop, &first);
        let told = theirs.to_string();
        assert!(
            !told.contains(&second) && !told.contains(&edge),
            "{colleague}"
        );
        assert!(!told.contains("GB123456"), "{colleague}");
        assert_eq!(theirs["person"]["id"], json!(first));
        assert_eq!(theirs["safe_contact"], "yes", "nothing of the other record");
        assert_eq!(found(&laptop, "أمينة"), [first.as_str()]);
        assert_eq!(found(&laptop, "bouazza"), [first.as_str()]);
        assert!(found(&laptop, "GB123456").is_empty());
        let two = json!({"left": first, "right": second, "undoes": [edge]});
        for command in ["duplicate.compare", "duplicate.same", "duplicate.different"] {
            assert_eq!(laptop.refused(command, two.clone()).code, "not_found");
        }
        let undo = json!({"edges": [edge]});
        assert_eq!(laptop.refused("duplicate.undo", undo).code, "not_found");
        // Not a word different from what somebody who does not exist gives.
        let nobody = json!({"left": first, "right": "0193a000-0000-7000-8000-00000000dead"});
        assert_eq!(
            laptop.refused("duplicate.compare", nobody).code,
            "not_found"
        );
    }
}

#[test]
fn pairs_wait_until_somebody_decides_and_not_sure_comes_last() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    let third = laptop.register(json!({"given_name_ar": "خديجة", "family_name_ar": "المرابط", "birth_date": "1985-10-02", "phone": "0677889900"}));
    let fourth = laptop.register(json!({"given_name_lat": "Khadija", "family_name_lat": "Mrabet", "birth_date": "1985-10-02", "phone": "0677889900"}));
    let scanned = laptop.ok("duplicate.scan", json!({"people": 3}));
    assert_eq!(scanned["left"], 1, "stopped here, it goes on from here");
    assert_eq!(scanned["people"], 4);
    let scanned = laptop.ok("duplicate.scan", json!({"people": 0}));
    assert_eq!(
        (&scanned["compared"], &scanned["left"]),
        (&json!(1), &json!(0))
    );
    let listed = || -> Vec<[String; 2]> {
        let pairs = laptop.ok("duplicate.list", json!({"offset": 0, "limit": 0}))["pairs"].clone();
        let pairs = pairs.as_array().unwrap().clone();
        pairs
            .iter()
            .map(|pair| [text(&pair["left_record"]), text(&pair["right_record"])])
            .collect()
    };
    let sorted = |one: &str, other: &str| {
        let mut pair = [one.to_owned(), other.to_owned()];
        pair.sort();
        pair
    };
    let (amina, khadija) = (sorted(&first, &second), sorted(&third, &fourth));
    let mut both = listed();
    assert_eq!(both.len(), 2);
    let likeliest = both.remove(0);
    let [one, other] = &likeliest;
    let two = json!({"left": one, "right": other});
    assert_eq!(
        laptop.changes("duplicate.unsure", two.clone()),
        ["duplicate"],
        "no record says anything"
    );
    assert_eq!(listed(), [both[0].clone(), likeliest.clone()]);
    let compared = laptop.ok("duplicate.compare", two);
    assert_eq!(compared["unsure"]["staff"]["name_ar"], "نادية المنصوري");
    // Somebody else at the same laptop sees the same list, and decides.
    laptop.sits("samira");
    laptop.ok(
        "duplicate.different",
        json!({"left": khadija[0], "right": khadija[1]}),
    );
    assert_eq!(listed(), std::slice::from_ref(&amina));
    join(&laptop, &amina[0], &amina[1]);
    assert!(listed().is_empty());
}

#[test]
fn nobody_is_visited_on_the_word_of_one_record_while_the_other_says_no() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    let case = text(
        &laptop.ok(
            "case.open",
            json!({"person": first, "case_type": "precarious_family"}),
        )["case"],
    );
    let visit = json!({"visit": {"case": case, "planned_on": "2026-11-25", "kind": "home"}});
    laptop.ok("visit.plan", visit.clone());
    join(&laptop, &first, &second);
    assert_eq!(laptop.refused("visit.plan", visit).code, "contact_unsafe");
    let shown = laptop.ok("visit.list", json!({"to": "2026-11-30"}));
    assert_eq!(shown[0]["not_at_home"], "never");
}

#[test]
fn lists_name_the_one_person_whichever_record_a_case_is_of() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    let case = text(
        &laptop.ok(
            "case.open",
            json!({"person": second, "case_type": "precarious_family"}),
        )["case"],
    );
    join(&laptop, &first, &second);
    let row = laptop.ok("case.list", json!({"query": "أمينة"}))["items"][0].clone();
    assert_eq!(row["case"], json!(case), "found by the other record's name");
    assert_eq!(row["person"]["person"], json!(first));
    let all = laptop.ok("case.list", json!({"all": true, "query": "أمينة"}));
    assert_eq!(len(&all["items"]), 1);
    let view = laptop.ok("case.get", json!({"case": case}));
    assert_eq!(view["person"]["card"]["person"], json!(first));
    let member = json!({"person": first, "member": second, "kinship": "sibling"});
    assert_eq!(
        laptop.refused("household.add_member", member).code,
        "same_person",
        "nobody lives with themselves"
    );
}

#[test]
fn three_records_are_parted_where_they_were_joined_and_the_third_stays() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    let third = laptop.register(json!({"nickname": "مينة", "sex": "female"}));
    lives(&laptop, &third);
    let before = children(&page(&laptop, &third));
    let one = join(&laptop, &first, &second);
    laptop.minutes(1);
    join(&laptop, &second, &third);
    assert_eq!(len(&page(&laptop, &third)["records"]), 3);
    laptop.ok("duplicate.undo", json!({"edges": [one]}));
    assert_eq!(len(&page(&laptop, &first)["records"]), 0);
    let rest = page(&laptop, &second);
    assert_eq!(len(&rest["records"]), 2);
    assert_eq!(children(&rest), before);
    // They are one by way of the second: what says so must be undone, not overruled.
    let first_and_third = json!({"left": first, "right": third, "undoes": []});
    laptop.ok("duplicate.different", first_and_third);
    let second_and_first = json!({"left": second, "right": first, "undoes": []});
    assert_eq!(
        laptop.refused("duplicate.same", second_and_first).code,
        "stale_view",
        "the third record is of somebody who is not the first"
    );
}

#[test]
fn whoever_comes_is_compared_by_itself_and_the_views_are_asked_for_again() {
    let laptop = Laptop::new();
    let (first, second) = twice(&laptop);
    let version = || laptop.ok("sync.status", json!({}))["data_version"].clone();
    let pairs = || laptop.ok("duplicate.list", json!({"offset": 0, "limit": 0}))["total"].clone();
    let before = version();
    assert_eq!(
        pairs(),
        json!(0),
        "{first} and {second} were not compared yet"
    );
    laptop.core().tick();
    assert_eq!(pairs(), json!(1), "nobody opened the list");
    assert_ne!(version(), before);
    // Nothing new: nothing is asked for again.
    let then = version();
    laptop.core().tick();
    assert_eq!(version(), then);
}
