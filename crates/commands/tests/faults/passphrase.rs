//! Somebody who does not remember, or is not who they say.

use serde_json::{Value, json};

use crate::laptop::passphrase;
use crate::scene::Scene;
use crate::{everything, refused, told};

fn tries(scene: &Scene, typed: &str) -> (String, Value, Value) {
    let args = json!({"staff": scene.the("karim"), "passphrase": typed});
    let error = told(scene.laptop.core().dispatch("session.unlock", args));
    let arg = |name: &str| error.args.get(name).cloned().unwrap_or_default();
    (
        error.code.clone(),
        arg("retry_after_seconds"),
        arg("attempts"),
    )
}

#[test]
fn each_wrong_passphrase_waits_longer_and_nothing_is_lost_by_it() {
    let mut scene = Scene::new();
    let before = everything(&scene);
    scene.laptop.ok("session.lock", json!({}));
    let seconds = |scene: &Scene, seconds: u64| scene.laptop.seconds(seconds);
    let mut waits = Vec::new();
    for attempt in 1..=12 {
        let (code, wait, attempts) = tries(&scene, "not the one");
        assert_eq!(
            (code.as_str(), attempts),
            ("wrong_passphrase", json!(attempt))
        );
        let wait = wait.as_u64().unwrap();
        waits.push(wait);
        if wait > 0 {
            seconds(&scene, wait - 1);
            // Turning the program off and on again is no way round it, nor is the right passphrase.
            scene.laptop.starts();
            assert_eq!(
                tries(&scene, &passphrase("karim")),
                ("too_soon".into(), json!(1), json!(null))
            );
            seconds(&scene, 1);
        }
    }
    assert_eq!(&waits[..3], [0, 0, 5], "a slip of the hand costs nothing");
    assert!(waits.is_sorted() && waits[11] <= 900, "{waits:?}");
    assert!(waits[11] > waits[5], "{waits:?}");
    // A colleague is not made to wait for it.
    scene.laptop.sits("nadia");
    scene.laptop.sits("karim");
    assert_eq!(everything(&scene), before);
}

#[test]
fn a_recovery_code_is_of_this_device_or_opens_nothing() {
    let scene = Scene::new();
    let before = everything(&scene);
    let other = crate::laptop::Laptop::elsewhere(1);
    scene.laptop.ok("session.lock", json!({}));
    let recover = |code: &str, staff: Value| {
        let args =
            json!({"recovery_code": code, "staff": staff, "passphrase": "a new one to remember"});
        refused(&scene, "session.recover", args)
    };
    let code = scene.the("recovery code").as_str().unwrap().to_owned();
    let swapped = {
        let mut letters: Vec<char> = code.chars().collect();
        let at = letters.iter().position(|c| c.is_alphanumeric()).unwrap();
        letters[at] = if letters[at] == '7' { '8' } else { '7' };
        String::from_iter(letters)
    };
    for wrong in ["", "K7QM", &swapped, &code[1..], &code.repeat(2)] {
        assert_eq!(
            recover(wrong, scene.the("karim")),
            "recovery_code_malformed",
            "{wrong}"
        );
    }
    assert_eq!(
        recover(other.recovery_code(), scene.the("karim")),
        "wrong_recovery_code"
    );
    assert_eq!(
        recover(&code, json!("00000000-0000-7000-8000-000000000000")),
        "no_such_user"
    );
    let short = json!({"recovery_code": code, "staff": scene.the("karim"), "passphrase": "short"});
    assert_eq!(refused(&scene, "session.recover", short), "weak_passphrase");
    scene.laptop.sits("karim");
    assert_eq!(everything(&scene), before);
}

#[test]
fn a_passphrase_is_changed_by_who_knows_it() {
    let scene = Scene::new();
    let change = |old: &str, new: &str| {
        let args = json!({"old": old, "new": new});
        refused(&scene, "user.change_passphrase", args)
    };
    let mine = passphrase("karim");
    assert_eq!(change(&mine, "short"), "weak_passphrase");
    assert_eq!(change(&mine, &"x".repeat(2_000)), "passphrase_too_long");
    assert_eq!(
        change("not the one", "a new one to remember"),
        "wrong_passphrase"
    );
    scene.laptop.sits("karim");
}
