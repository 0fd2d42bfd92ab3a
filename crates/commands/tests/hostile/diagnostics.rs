//! Whatever is asked, with whatever in it: the log of what went wrong holds words of the program and nothing else.

use jisr_commands::registry::COMMANDS;
use jisr_commands::{Cause, Code};
use serde_json::{Value, json};

use crate::scene::Scene;
use crate::table::{Stage, rows};
use crate::values::texts;

/// In every value asked for here, and nowhere in the program.
const MARK: &str = "Zineb\u{2060}Q7";

/// The places of the texts of `args`, as pointers.
fn places(args: &Value, at: &str, found: &mut Vec<String>) {
    match args {
        Value::String(_) => found.push(at.to_owned()),
        Value::Array(all) => {
            for (n, one) in all.iter().enumerate() {
                places(one, &format!("{at}/{n}"), found);
            }
        }
        Value::Object(all) => {
            for (name, one) in all {
                places(one, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn no_value_and_no_name_is_ever_in_the_log_of_what_went_wrong() {
    let scene = Scene::new();
    let core = scene.laptop.core();
    let hostile: Vec<String> = texts()
        .into_iter()
        .map(|hostile| hostile.text)
        .filter(|text| text.len() < 200)
        .collect();
    let mut turn = hostile.iter().cycle();
    let mut asked = 0;
    for row in rows() {
        if row.stage != Stage::AtWork || row.command == "session.lock" {
            continue;
        }
        let args = (row.args)(&scene);
        let mut found = Vec::new();
        places(&args, "", &mut found);
        // A new passphrase, whatever it is, is one nobody here knows any more.
        found.retain(|place| (row.command, place.as_str()) != ("user.change_passphrase", "/new"));
        let mut trials: Vec<Value> = found
            .iter()
            .map(|place| {
                let mut args = args.clone();
                let text = turn.next().unwrap();
                *args.pointer_mut(place).unwrap() = json!(format!("{MARK}{text}{MARK}"));
                args
            })
            .collect();
        trials.push(json!({ MARK: MARK }));
        trials.push(json!(MARK));
        for args in trials {
            asked += 1;
            let _ = core.dispatch_for(Cause::Person, row.command, args);
            if core.session().is_err() {
                scene.laptop.sits("karim");
            }
        }
    }
    let _ = core.dispatch(MARK, json!({}));
    core.broke(MARK);
    core.broke("person.get");
    assert!(asked > 300, "{asked}");

    scene.laptop.sits("karim");
    let told = scene.laptop.ok("diagnostic.get", json!({}));
    let text = told.to_string();
    assert!(!text.contains("Zineb") && !text.contains("Q7"), "{text}");
    let incidents = told["incidents"].as_array().unwrap();
    assert!(incidents.len() > 50, "{}", incidents.len());
    let of_ours = |value: &Value, ours: &dyn Fn(&str) -> bool| {
        value.is_null() || ours(value.as_str().unwrap())
    };
    for one in incidents {
        assert!(
            of_ours(&one["command"], &|name| COMMANDS
                .iter()
                .any(|known| known.name == name)),
            "{one}"
        );
        assert!(
            of_ours(&one["code"], &|code| Code::read(code).is_some()),
            "{one}"
        );
        let plain = |cause: &str| {
            cause
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b"_./".contains(&b) || b.is_ascii_digit())
        };
        assert!(of_ours(&one["cause"], &plain), "{one}");
    }
    let broken: Vec<&Value> = incidents
        .iter()
        .filter(|one| one["what"] == "broken")
        .collect();
    assert_eq!(broken.len(), 2);
    assert_eq!(
        (&broken[0]["command"], &broken[1]["command"]),
        (&json!("person.get"), &Value::Null)
    );
    // What is in the file is no more than what is told.
    let names = ["أمينة", "Amina", "Karim", "كريم"];
    assert!(names.iter().all(|name| !text.contains(name)), "{text}");
}

#[test]
fn what_went_wrong_is_for_those_who_keep_the_accounts_and_survives_the_lock() {
    let scene = Scene::new();
    scene.laptop.sits("nadia");
    let gone = json!({"person": "01a1c46f-7040-7000-8000-000000000001"});
    for _ in 0..3 {
        scene.laptop.refused("person.get", gone.clone());
    }
    assert_eq!(
        scene.laptop.refused("diagnostic.get", json!({})).code,
        "forbidden"
    );
    scene.laptop.ok("session.lock", json!({}));
    scene.laptop.sits("karim");
    let told = scene.laptop.ok("diagnostic.get", json!({}));
    let all = told["incidents"].as_array().unwrap();
    let refused = all
        .iter()
        .find(|one| one["command"] == "person.get")
        .unwrap();
    assert_eq!(
        (
            &refused["what"],
            &refused["code"],
            &refused["times"],
            &refused["in_words"]
        ),
        (
            &json!("refused"),
            &json!("not_found"),
            &json!(3),
            &json!(true)
        )
    );
    assert_eq!(all[0]["what"], "opened");
}
