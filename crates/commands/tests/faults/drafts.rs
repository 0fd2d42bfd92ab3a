//! What was begun is there when the light comes back, for who wrote it and for nobody else.

use serde_json::{Value, json};

use crate::laptop::{Laptop, len, text};

/// The notes of a case, the newest first.
fn notes(laptop: &Laptop, case: &str) -> Vec<String> {
    let page = laptop.ok("case.get", json!({"case": case}));
    let entries = page["timeline"].as_array().unwrap();
    let notes = entries.iter().filter(|entry| entry["kind"] == "note");
    notes.map(|note| text(&note["text"])).collect()
}

fn save(laptop: &Laptop, body: &str) -> Value {
    let draft =
        json!({"form": "note", "title": "أمينة", "body": {"body": body, "seen": "كما كان"}});
    laptop.ok("draft.save", draft)
}

#[test]
fn a_power_cut_in_the_middle_of_a_form_takes_nothing_of_it() {
    let mut laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let case = laptop.restricted_case(&amina);
    let begun = save(&laptop, "حكت عن ليلة");
    let more = json!({"draft": begun["draft"], "form": "note", "title": "أمينة", "body": {"body": "حكت عن ليلة أمس"}});
    laptop.ok("draft.save", more.clone());
    laptop.ok(
        "note.add",
        json!({"note": {"case": case, "body": "جلسة أولى"}}),
    );

    laptop.loses_power();
    laptop.sits("nadia");
    let drafts = laptop.ok("draft.list", json!({}));
    assert_eq!(
        (len(&drafts), &drafts[0]["body"]),
        (1, &more["body"]),
        "as it was at the last key"
    );
    assert_eq!(notes(&laptop, &case), ["جلسة أولى"]);
    let session = laptop.core().session().unwrap();
    assert_eq!(session.store().integrity().unwrap(), Vec::<String>::new());
    drop(session);

    laptop.minutes(1);
    // Finished after the cut, it is a note and no draft; and it stays so through another.
    let note = json!({"note": {"case": case, "body": "حكت عن ليلة أمس"}, "draft": begun["draft"]});
    laptop.ok("note.add", note);
    laptop.loses_power();
    laptop.sits("nadia");
    assert_eq!(len(&laptop.ok("draft.list", json!({}))), 0);
    assert_eq!(notes(&laptop, &case), ["حكت عن ليلة أمس", "جلسة أولى"]);
}

#[test]
fn a_colleague_on_the_same_laptop_reads_neither_the_draft_nor_the_case() {
    let mut laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let case = laptop.restricted_case(&amina);
    laptop.ok(
        "note.add",
        json!({"note": {"case": case, "body": "جلسة أولى"}}),
    );
    let draft = save(&laptop, "حكت عن ليلة أمس")["draft"].clone();

    for restarted in [false, true] {
        if restarted {
            laptop.loses_power();
        }
        for colleague in ["youssef", "samira"] {
            laptop.sits(colleague);
            assert_eq!(len(&laptop.ok("draft.list", json!({}))), 0, "{colleague}");
            for (command, args) in [
                ("draft.get", json!({"draft": draft})),
                (
                    "draft.save",
                    json!({"draft": draft, "form": "note", "body": {}}),
                ),
            ] {
                assert_eq!(
                    laptop.refused(command, args).code,
                    "not_found",
                    "{colleague} {command}"
                );
            }
            // Thrown away, or handed in as if it were theirs: it is still Nadia's.
            laptop.ok("draft.discard", json!({"draft": draft}));
            laptop.ok(
                "person.register",
                json!({"person": {"nickname": "x", "sex": "unknown", "birth_date": "unknown"}, "draft": draft}),
            );
            let hidden = laptop.refused("case.get", json!({"case": case})).code;
            assert!(
                ["not_found", "forbidden"].contains(&hidden.as_str()),
                "{hidden}"
            );
            let card = laptop.ok("person.get", json!({"person": amina}));
            assert_eq!(len(&card["cases"]), 0, "{colleague}");
            let everything = [
                card.to_string(),
                laptop.ok("today.get", json!({})).to_string(),
                laptop
                    .ok("person.search", json!({"query": "أمينة"}))
                    .to_string(),
                laptop.ok("attention.list", json!({})).to_string(),
            ]
            .concat();
            for secret in ["جلسة", "ليلة أمس", text(&json!(case)).as_str(), "-00001"] {
                assert!(
                    !everything.contains(secret),
                    "{colleague} is shown {secret}"
                );
            }
        }
        laptop.sits("nadia");
        let kept = laptop.ok("draft.get", json!({"draft": draft}));
        assert_eq!(kept["body"]["body"], "حكت عن ليلة أمس");
        assert_eq!(notes(&laptop, &case), ["جلسة أولى"]);
    }
}

#[test]
fn nothing_typed_lies_in_clear_on_the_disk() {
    let mut laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let case = laptop.restricted_case(&amina);
    save(&laptop, "THE-NIGHT-BEFORE");
    laptop.ok(
        "note.add",
        json!({"note": {"case": case, "body": "FIRST-SESSION"}}),
    );
    let draft = "draft-of-a-name-nobody-has";
    laptop.ok(
        "draft.save",
        json!({"form": "intake", "title": draft, "body": {}}),
    );
    for closed in [false, true] {
        if closed {
            laptop.stops();
        }
        for file in std::fs::read_dir(laptop.profile()).unwrap() {
            let path = file.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            for word in [
                "THE-NIGHT-BEFORE",
                "FIRST-SESSION",
                draft,
                "Amina",
                "GB123456",
            ] {
                let found = bytes
                    .windows(word.len())
                    .any(|some| some == word.as_bytes());
                assert!(!found, "{word} in {}", path.display());
            }
        }
    }
}
