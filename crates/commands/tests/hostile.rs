//! Whatever is put into whatever field of whatever command: it is kept as the rule of texts says, or refused in words
//! a person understands; nothing else changes, and everything can still be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code, reason = "what other tests need of the laptop")]
#[path = "desk/laptop.rs"]
mod laptop;

#[path = "hostile/access.rs"]
mod access;
#[path = "hostile/diagnostics.rs"]
mod diagnostics;
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

#[test]
fn no_command_is_left_out() {
    let named: BTreeSet<&str> = table::rows().iter().map(|row| row.command).collect();
    let all: BTreeSet<&str> = COMMANDS.iter().map(|command| command.name).collect();
    assert_eq!(named, all, "a command needs arguments in hostile/table.rs");
}

/// One row in [`PARTS`], from the `n`-th on: neighbours in the table are of one weight, and tests run side by side.
fn whatever_is_typed(n: usize) {
    let mut trial = Trial::new();
    for row in table::rows().iter().skip(n).step_by(PARTS) {
        trial.of(row);
    }
    trial.over();
}

const PARTS: usize = 8;

macro_rules! parts {
    ($($name:ident: $n:literal;)+) => {
        $(#[test]
        fn $name() {
            whatever_is_typed($n);
        })+

        #[test]
        fn every_part_is_tried() {
            assert_eq!([$($n),+], std::array::from_fn::<usize, PARTS, _>(|n| n));
        }
    };
}

parts! {
    whatever_is_typed_first: 0;
    whatever_is_typed_second: 1;
    whatever_is_typed_third: 2;
    whatever_is_typed_fourth: 3;
    whatever_is_typed_fifth: 4;
    whatever_is_typed_sixth: 5;
    whatever_is_typed_seventh: 6;
    whatever_is_typed_eighth: 7;
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
        json!({"person": {"sex": "female", "birth_date": "unknown", "given_name_ar": text, "family_name_ar": text, "given_name_lat": text, "family_name_lat": text, "title": text,
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
