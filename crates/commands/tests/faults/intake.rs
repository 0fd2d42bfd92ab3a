//! A passage at the desk is finished whole or not at all, once, and over nobody's words.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::laptop::{Laptop, copy, len, text};

/// Every kind an intake may write, and what the device keeps of it.
const TABLES: [&str; 13] = [
    "person",
    "reception",
    "case",
    "case_event",
    "protocol_instance",
    "note",
    "situation",
    "consent",
    "referral",
    "referral_event",
    "appointment",
    "draft",
    "act",
];

fn rows(laptop: &Laptop) -> BTreeMap<&'static str, i64> {
    let session = laptop.core().session().unwrap();
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM \"{table}\"");
        let read = session
            .store()
            .read(|reader| reader.inspect(&sql, [], |row| row.get::<_, i64>(0)));
        read.unwrap()[0]
    };
    TABLES.map(|table| (table, count(table))).into()
}

/// Somebody nobody knows has arrived; everything that comes of it, as it is sent when the passage is finished.
fn everything(laptop: &Laptop) -> Value {
    laptop.sits("nadia");
    let partner = laptop.ok("partner.create", json!({"partner": {"name_ar": "المستشفى الإقليمي", "name_fr": "Hôpital", "partner_type": "health"}}));
    let arrived = laptop.ok("reception.open", json!({"reception": {}}));
    let draft = laptop.ok(
        "draft.save",
        json!({"form": "intake", "title": "أمينة", "body": {"note": "حكت"}}),
    );
    json!({
        "reception": {"id": arrived["reception"], "seen": arrived["seen"],
            "patch": {"orientation": "referral", "urgency": "soon", "reason": "طلب مساعدة"}},
        "register": {"given_name_ar": "أمينة", "sex": "female", "birth_date": "1991"},
        "opens": {"case_type": "precarious_family", "protocol": "family_extreme_precarity"},
        "note": "حكت عن ليلة أمس",
        "situation": {"group": "woman_victim_of_violence", "form": null, "form_version": null, "answers": []},
        "agrees": true,
        "referral": {"partner": partner["id"], "service_asked": "فحص", "shared": ["name"]},
        "appointment": {"day": "2026-11-30"},
        "draft": draft["draft"],
    })
}

#[test]
fn cut_anywhere_it_has_happened_whole_or_not_at_all_and_a_repeat_writes_nothing_twice() {
    let mut laptop = Laptop::new();
    let args = everything(&laptop);
    let wal = |laptop: &Laptop| laptop.profile().join("jisr.db-wal");
    let before = rows(&laptop);
    copy(&laptop.profile(), &laptop.beside("before"));
    let from = fs::metadata(wal(&laptop)).unwrap().len();
    let finished = laptop.ok("intake.finish", args.clone());
    let after = rows(&laptop);
    copy(&laptop.profile(), &laptop.beside("after"));
    let until = fs::metadata(wal(&laptop)).unwrap().len();
    assert!(until > from + 20 * 4096, "{from} {until}");
    for table in TABLES {
        let (was, is) = (before[table], after[table]);
        match table {
            "reception" => assert_eq!(is, was),
            "draft" => assert_eq!((was, is), (1, 0)),
            _ => assert!(is > was, "{table}"),
        }
    }

    // The answer was lost: asked again, it is the same, and nothing is written.
    assert_eq!(laptop.ok("intake.finish", args.clone()), finished);
    assert_eq!(rows(&laptop), after);

    // What a power cut leaves of the log, at places from its first byte to its last.
    let log = fs::read(laptop.beside("after").join("jisr.db-wal")).unwrap();
    let reach = fs::read(laptop.beside("before").join("jisr.reach")).unwrap();
    let (mut none, mut whole) = (0, 0);
    for part in 0..=16 {
        let cut = from + (until - from) * part / 16;
        copy(&laptop.beside("after"), &laptop.beside("cut"));
        let at = |name: &str| laptop.beside("cut").join(name);
        fs::write(at("jisr.db-wal"), &log[..usize::try_from(cut).unwrap()]).unwrap();
        fs::write(at("jisr.reach"), &reach).unwrap();
        let _ = fs::remove_file(at("jisr.db-shm"));
        laptop.goes_back_to("cut");
        laptop.sits("nadia");
        let found = rows(&laptop);
        if found == before {
            none += 1;
        } else {
            assert_eq!(found, after, "cut at {cut} of {until}");
            whole += 1;
        }
        // Whoever tries again finishes it, or is answered as before.
        laptop.ok("intake.finish", args.clone());
        assert_eq!(rows(&laptop), after, "again, after a cut at {cut}");
    }
    assert!(none > 10 && whole > 0, "{none} {whole}");
}

#[test]
fn what_is_refused_leaves_the_arrival_and_the_draft_and_nothing_else() {
    let laptop = Laptop::new();
    let args = everything(&laptop);
    let before = rows(&laptop);
    // The last thing written is what is refused.
    for (part, wrong) in [
        ("appointment", json!({"purpose": "بلا يوم"})),
        ("referral", json!({"service_asked": "فحص"})),
        ("register", json!({"sex": "female"})),
    ] {
        let mut args = args.clone();
        args[part] = wrong;
        laptop.refused("intake.finish", args);
        assert_eq!(rows(&laptop), before, "{part}");
    }
    laptop.ok("intake.finish", args);
}

#[test]
fn a_colleagues_words_written_meanwhile_stay_beside() {
    let laptop = Laptop::new();
    laptop.sits("nadia");
    let amina = laptop.amina();
    let arrived = laptop.ok("reception.open", json!({"reception": {"person": amina}}));
    // Youssef, who takes over the desk for a moment, sees the passage and writes what he was told.
    laptop.sits("youssef");
    laptop.minutes(1);
    let seen = laptop.ok("reception.list", json!({}))[0]["reception"]["seen"].clone();
    let his = json!({"id": arrived["reception"], "seen": seen, "patch": {"reason": "سألت عن الحضانة", "urgency": "soon"}});
    laptop.ok("reception.update", his);
    laptop.sits("nadia");
    laptop.minutes(1);
    laptop.ok(
        "intake.finish",
        json!({
            "reception": {"id": arrived["reception"], "seen": arrived["seen"],
                "patch": {"orientation": "information", "reason": "سألت عن النفقة", "urgency": "soon"}},
            "person": amina,
        }),
    );
    let passage = laptop.ok("reception.list", json!({}))[0]["reception"].clone();
    let conflicts = passage["conflicts"].as_array().unwrap();
    assert_eq!(
        conflicts.len(),
        1,
        "the same urgency is no conflict: {passage}"
    );
    assert_eq!(conflicts[0]["field"], "reason");
    let words: Vec<String> = conflicts[0]["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| text(&value["value"]))
        .collect();
    assert_eq!(words, ["سألت عن النفقة", "سألت عن الحضانة"]);
}

#[test]
fn the_desk_finishes_what_is_the_desks_and_no_care() {
    let laptop = Laptop::new();
    laptop.sits("samira");
    let amina = laptop.amina();
    let arrived = laptop.ok("reception.open", json!({"reception": {"person": amina}}));
    let finish = |more: Value| {
        let mut args = json!({"person": amina, "reception": {"id": arrived["reception"], "seen": arrived["seen"], "patch": {"orientation": "appointment"}}});
        args.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        args
    };
    for care in [
        json!({"note": "حكت"}),
        json!({"opens": {"case_type": "precarious_family"}}),
        json!({"service": {"service_type": "in_kind"}}),
        json!({"agrees": true}),
        json!({"situation": {"group": "precarious_family"}}),
    ] {
        let refused = laptop.refused("intake.finish", finish(care.clone()));
        assert_eq!(refused.code, "forbidden", "{care}");
    }
    laptop.ok(
        "intake.finish",
        finish(json!({"appointment": {"day": "2026-11-30"}})),
    );
    let page = laptop.ok("person.get", json!({"person": amina}));
    assert_eq!(
        (len(&page["appointments"]), len(&page["receptions"])),
        (1, 1)
    );
    // Somebody else's passage is not finished for her.
    let other = laptop.register(json!({"given_name_ar": "خديجة"}));
    let arrived = laptop.ok("reception.open", json!({"reception": {"person": other}}));
    let wrong = json!({"person": amina, "reception": {"id": arrived["reception"], "seen": arrived["seen"], "patch": {"orientation": "left"}}});
    assert_eq!(laptop.refused("intake.finish", wrong).code, "other_person");
}
