//! Whatever is put into whatever field of whatever command: it is kept as the rule of texts says, or refused in words
//! a person understands; nothing else changes, and everything can still be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "what other tests need of the laptop")]
#[path = "desk/laptop.rs"]
mod laptop;

#[path = "hostile/fields.rs"]
mod fields;
#[allow(dead_code, reason = "what other tests need of hubs")]
#[path = "hostile/hub.rs"]
mod hub;
#[path = "hostile/scene.rs"]
mod scene;
#[path = "hostile/table.rs"]
mod table;
#[path = "hostile/trial.rs"]
mod trial;
#[path = "hostile/values.rs"]
mod values;
#[path = "hostile/words.rs"]
mod words;

use std::collections::BTreeSet;

use jisr_commands::registry::COMMANDS;
use jisr_domain::text;
use laptop::passphrase;
use scene::Scene;
use serde_json::json;
use trial::Trial;

/// The nouns of the commands, in four parts of about the same weight.
const PARTS: [&[&str]; 4] = [
    &["person", "contact", "device", "session", "territory"],
    &[
        "case",
        "protocol",
        "step",
        "household",
        "draft",
        "attention",
        "conflict",
        "sync",
    ],
    &[
        "visit",
        "appointment",
        "service",
        "note",
        "today",
        "entitlement",
    ],
    &[
        "reception",
        "partner",
        "consent",
        "referral",
        "user",
        "settings",
    ],
];

fn noun(command: &str) -> &str {
    command.split('.').next().unwrap()
}

#[test]
fn no_command_is_left_out() {
    let named: BTreeSet<&str> = table::rows().iter().map(|row| row.command).collect();
    let all: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(named, all, "a command needs arguments in hostile/table.rs");
    for command in all {
        let parts = PARTS.iter().filter(|part| part.contains(&noun(command)));
        assert_eq!(parts.count(), 1, "{command} belongs in one part");
    }
}

#[test]
fn whatever_is_typed_about_people() {
    tried(0);
}

#[test]
fn whatever_is_typed_into_cases() {
    tried(1);
}

#[test]
fn whatever_is_typed_about_what_was_done() {
    tried(2);
}

#[test]
fn whatever_is_typed_at_the_desk_and_to_partners() {
    tried(3);
}

fn tried(part: usize) {
    let mut trial = Trial::new();
    for row in table::rows() {
        if PARTS[part].contains(&noun(row.command)) {
            trial.of(&row);
        }
    }
    trial.over();
}

#[test]
fn a_passphrase_is_what_was_typed_whatever_it_is() {
    let mut scene = Scene::new();
    let mut taken = 0;
    for hostile in values::texts() {
        let user =
            json!({"user": {"name_ar": "حنان", "role": "field"}, "passphrase": hostile.text});
        let Ok(added) = scene.laptop.core().dispatch("user.add", user) else {
            continue;
        };
        taken += 1;
        let unlock = |typed: &str| {
            let args = json!({"staff": added.ok["staff"], "passphrase": typed});
            scene.laptop.core().dispatch("session.unlock", args)
        };
        let almost: String = hostile.text.chars().skip(1).collect();
        assert_eq!(
            unlock(&almost).unwrap_err().code,
            "wrong_passphrase",
            "{}",
            hostile.name
        );
        assert!(unlock(&hostile.text).is_ok(), "{}", hostile.name);
        scene.again();
    }
    assert!(taken > 5, "{taken}");
    assert!(passphrase("karim").len() > 10);
}

#[test]
fn every_text_of_a_person_at_its_longest_is_kept_or_the_whole_is_refused() {
    let scene = Scene::new();
    let full = |text: &str| {
        json!({"person": {"given_name_ar": text, "family_name_ar": text, "given_name_lat": text, "family_name_lat": text, "title": text,
            "nickname": text, "mother_name_ar": text, "birth_place": text, "nationality": text, "address": text, "usual_place": text,
            "accessibility": text, "safe_hours": text, "phone": text, "cnie": text}})
    };
    let refused = scene
        .laptop
        .refused("person.register", full(&"👩".repeat(text::LONGEST)));
    assert_eq!(refused.code, "transaction_too_large");
    for language in words::LANGUAGES {
        words::Words::of(language).say(&refused);
    }
    let long = "a ".repeat(text::LONGEST / 2).trim().to_owned();
    let kept = scene.laptop.ok("person.register", full(&long));
    let page = scene.laptop.ok("person.get", json!({"person": kept["id"]}));
    assert_eq!(page["person"]["record"]["address"], json!(long));
    for (view, args) in scene.views() {
        scene.laptop.ok(view, args);
    }
}

#[test]
fn whatever_was_typed_a_letter_prints_or_says_which_field_stops_it() {
    let mut scene = Scene::new();
    let mut printed = 0;
    for hostile in values::texts() {
        let typed = &hostile.text;
        let said = |said: Result<jisr_commands::Reply, jisr_commands::ErrorBody>| match said {
            Ok(reply) => Some(reply.ok),
            Err(error) => {
                for language in words::LANGUAGES {
                    words::Words::of(language).say(&error);
                }
                let known = [
                    "required",
                    "letter_missing",
                    "letter_too_long",
                    "text_too_long",
                    "name_missing",
                ];
                assert!(
                    known.contains(&error.code.as_str()),
                    "{}: {error:?}",
                    hostile.name
                );
                None
            }
        };
        let core = scene.laptop.core();
        let person = json!({"id": scene.the("amina"), "seen": scene.the("amina seen"), "patch": {
            "given_name_ar": typed, "family_name_ar": typed, "given_name_lat": typed, "family_name_lat": typed,
            "nickname": typed, "phone": typed, "address": typed}});
        said(core.dispatch("person.update", person));
        let partner = json!({"id": scene.the("partner"), "seen": scene.the("partner seen"), "patch": {"name_fr": typed, "phone": typed}});
        said(core.dispatch("partner.update", partner));
        let appointment = json!({"id": scene.the("appointment"), "seen": scene.the("appointment seen"), "patch": {"bring": typed, "place": typed}});
        said(core.dispatch("appointment.update", appointment));
        let referral = json!({"referral": {"case": scene.the("case"), "partner": scene.the("partner"), "service_asked": typed, "reason": typed,
            "shared": ["name", "phone", "birth", "situation", "household", "address"]}, "send": true});
        let referral =
            said(core.dispatch("referral.create", referral)).map(|made| made["referral"].clone());
        for (command, args) in [
            (
                "referral.letter",
                json!({"referral": referral.unwrap_or_else(|| scene.the("referral"))}),
            ),
            (
                "appointment.slip",
                json!({"appointment": scene.the("appointment")}),
            ),
        ] {
            printed += u32::from(said(core.dispatch(command, args)).is_some());
        }
        scene.again();
    }
    assert!(printed > 30, "{printed}");
}
