//! Who can unlock a device: a colleague leaves, comes back, forgets; the slip in the safe is replaced.

use jisr_commands::sync;
use serde_json::{Value, json};

use crate::laptop::{len, passphrase, text};
use crate::scene::Scene;
use crate::{refused, told};

/// How many changes the hub refused, as Karim is told.
fn refusals(scene: &Scene) -> usize {
    len(&scene.laptop.ok("attention.list", json!({}))["refused"])
}

fn names(list: &Value) -> Vec<String> {
    let users = list.as_array().unwrap().iter();
    users.map(|user| text(&user["card"]["name_ar"])).collect()
}

fn note(scene: &Scene, body: &str) {
    let args = json!({"note": {"case": scene.the("plain case"), "body": body}});
    scene.laptop.ok("note.add", args);
}

fn notes(scene: &Scene) -> String {
    scene
        .laptop
        .ok(
            "case.timeline",
            json!({"case": scene.the("plain case"), "offset": 0, "limit": 50}),
        )
        .to_string()
}

fn audited(scene: &Scene, action: &str) -> bool {
    let session = scene.laptop.core().session().unwrap();
    let lines = session.read(|reader| Ok(reader.audit(None, 50)?)).unwrap();
    lines.iter().any(|line| line.action == action)
}

#[test]
fn nadia_leaves_the_laptop_and_what_she_wrote_stays_hers() {
    let mut scene = Scene::new();
    let before = refusals(&scene);
    scene.laptop.ok(
        "case.assign",
        json!({"case": scene.the("plain case"), "staff": scene.the("nadia")}),
    );
    scene.laptop.sits("nadia");
    note(&scene, "كتبته نادية قبل مغادرتها");
    let slot = json!({"slot": scene.the("karim")});
    assert_eq!(refused(&scene, "user.close", slot.clone()), "forbidden");
    scene.laptop.sits("karim");
    assert_eq!(refused(&scene, "user.close", slot), "own_account");
    assert_eq!(len(&scene.laptop.ok("user.on_device", json!({}))), 4);
    scene
        .laptop
        .ok("user.close", json!({"slot": scene.the("nadia")}));
    assert!(audited(&scene, "close_user"));
    let here = names(&scene.laptop.ok("user.on_device", json!({})));
    assert!(here.len() == 3 && !here.contains(&"نادية المنصوري".to_owned()));
    let again = json!({"slot": scene.the("nadia")});
    assert_eq!(refused(&scene, "user.close", again), "no_such_user");
    // Under another key, the laptop opens as before for those who stay, and only for them.
    scene.laptop.starts();
    let args = json!({"staff": scene.the("nadia"), "passphrase": passphrase("nadia")});
    assert_eq!(refused(&scene, "session.unlock", args), "no_such_user");
    scene.laptop.sits("youssef");
    scene.laptop.sits("karim");
    sync::run(scene.laptop.core()).unwrap();
    let status = scene.laptop.ok("sync.status", json!({}));
    assert_eq!(status["pending"], 0, "what she signed left");
    assert_eq!(refusals(&scene), before, "and was taken");
    assert!(notes(&scene).contains("كتبته نادية"));
    let colleagues = scene.laptop.ok("user.list", json!({}));
    assert!(colleagues.to_string().contains("نادية المنصوري"));

    // She comes back: the same colleague, with another passphrase.
    let open = json!({"staff": scene.the("nadia"), "passphrase": "short"});
    assert_eq!(refused(&scene, "user.open", open), "weak_passphrase");
    let open = json!({"staff": scene.the("nadia"), "passphrase": "back at the mint tea"});
    scene.laptop.ok("user.open", open.clone());
    assert_eq!(refused(&scene, "user.open", open), "user_exists");
    scene.laptop.ok("session.lock", json!({}));
    scene.laptop.ok(
        "session.unlock",
        json!({"staff": scene.the("nadia"), "passphrase": "back at the mint tea"}),
    );
    note(&scene, "عادت نادية");
    scene.laptop.sits("karim");
    sync::run(scene.laptop.core()).unwrap();
    assert_eq!(refusals(&scene), before, "her new key is known at the hub");
    assert!(notes(&scene).contains("عادت نادية"));
}

#[test]
fn a_slip_that_was_replaced_opens_nothing_and_the_new_one_does() {
    let scene = Scene::new();
    let before = refusals(&scene);
    scene.laptop.ok(
        "case.assign",
        json!({"case": scene.the("plain case"), "staff": scene.the("youssef")}),
    );
    let replace = |scene: &Scene, typed: &str| {
        let args = json!({"passphrase": typed});
        scene
            .laptop
            .core()
            .dispatch("device.replace_recovery_code", args)
    };
    scene.laptop.sits("nadia");
    let said = replace(&scene, &passphrase("nadia"));
    assert_eq!(told(said).code, "forbidden", "the director keeps it");
    scene.laptop.sits("karim");
    let said = replace(&scene, "not the one");
    assert_eq!(told(said).code, "wrong_passphrase");
    let new = text(&replace(&scene, &passphrase("karim")).unwrap().ok["recovery_code"]);
    assert!(audited(&scene, "replace_recovery_code"));
    let slip = scene
        .laptop
        .ok("device.recovery_slip", json!({"recovery_code": new}));
    assert_eq!(slip["mime"], "application/pdf");
    scene.laptop.ok("session.lock", json!({}));
    let recover = |who: &str, code: &str| {
        let args = json!({"recovery_code": code, "staff": scene.the(who), "passphrase": "a new one to remember"});
        scene.laptop.core().dispatch("session.recover", args)
    };
    let old = text(&scene.the("recovery code"));
    assert_eq!(told(recover("karim", &old)).code, "wrong_recovery_code");
    recover("karim", &new).unwrap();
    note(&scene, "كتبه كريم");
    // Youssef forgot before he ever unlocked under the new slip: he gets another key, which the hub takes from Karim.
    scene.laptop.ok("session.lock", json!({}));
    recover("youssef", &new).unwrap();
    scene.laptop.ok("session.lock", json!({}));
    let karim = json!({"staff": scene.the("karim"), "passphrase": "a new one to remember"});
    scene.laptop.ok("session.unlock", karim.clone());
    scene.laptop.ok("session.lock", json!({}));
    let youssef = json!({"staff": scene.the("youssef"), "passphrase": "a new one to remember"});
    scene.laptop.ok("session.unlock", youssef);
    note(&scene, "كتبه يوسف");
    scene.laptop.ok("session.lock", json!({}));
    scene.laptop.ok("session.unlock", karim);
    sync::run(scene.laptop.core()).unwrap();
    assert_eq!(refusals(&scene), before, "what they signed was taken");
    assert_eq!(scene.laptop.ok("sync.status", json!({}))["pending"], 0);
}
