//! The first run: a center of one's own, or a further laptop of one that exists. Whatever fails, the folder holds no
//! profile or all of one.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use jisr_commands::{Core, Host, sync};
use jisr_domain::role::Role;
use jisr_store::key::KdfParams;
use serde_json::{Value, json};

use crate::hub::Between;
use crate::laptop::{Clock, Laptop, len, passphrase, text};
use crate::scene::Scene;
use crate::told;

/// A machine that keeps what its disk holds at every look at the clock and at every throw of the dice: at each of
/// these moments power could have been cut.
struct Camera {
    clock: Clock,
    profile: PathBuf,
    photographs: PathBuf,
    taken: Arc<AtomicU32>,
}

impl Camera {
    fn take(&self) {
        let n = self.taken.fetch_add(1, Ordering::Relaxed);
        copy(&self.profile, &self.photographs.join(n.to_string()));
    }
}

impl Host for Camera {
    fn now_ms(&self) -> u64 {
        self.take();
        Host::now_ms(&self.clock)
    }

    fn random(&self, bytes: &mut [u8]) {
        self.take();
        Host::random(&self.clock, bytes);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    let Ok(files) = fs::read_dir(from) else {
        return;
    };
    for file in files {
        let file = file.unwrap();
        let there = to.join(file.file_name());
        if file.file_type().unwrap().is_dir() {
            copy(&file.path(), &there);
        } else {
            // What is gone by now is gone at the cut too.
            let _ = fs::copy(file.path(), there);
        }
    }
}

fn new_center() -> Value {
    json!({
        "language": "ar", "center": {"name_ar": "مركز الأمل", "center_type": "cas", "province": "04.281"},
        "user": {"name_ar": "كريم العلوي", "sex": "male", "role": "director"}, "passphrase": passphrase("karim"),
    })
}

fn joining(hub: &str, code: &str) -> Value {
    json!({
        "language": "fr", "hub": hub, "code": code,
        "user": {"name_ar": "مريم التازي", "name_lat": "Meryem Tazi", "sex": "female"},
        "passphrase": passphrase("meryem"),
    })
}

/// The program started on what was left at a cut. Gives whether there was a profile; there is one afterwards.
#[track_caller]
fn comes_back(folder: &Path, clock: &Clock, typed: &str, about: &str) -> bool {
    let core = Core::with_stretching(folder, clock.clone(), KdfParams::light());
    let ok = |name: &str, args: Value| match core.dispatch(name, args) {
        Ok(reply) => reply.ok,
        Err(error) => panic!("{about}: {name}: {error:?}"),
    };
    let status = ok("device.status", json!({}));
    let whole = status["state"] == "locked";
    if whole {
        let staff = status["users"][0]["staff"].clone();
        ok(
            "session.unlock",
            json!({"staff": staff, "passphrase": typed}),
        );
        let door = ok("device.status", json!({}));
        assert!(door["center"]["name_ar"].is_string(), "{about}: {door}");
        assert!(!folder.join("set-up").exists(), "{about}");
    } else {
        assert_eq!(status["state"], "empty", "{about}");
        ok("device.set_up", new_center());
        assert_eq!(len(&ok("user.list", json!({}))), 1, "{about}");
    }
    assert!(!folder.join("setting-up").exists(), "{about}");
    whole
}

#[test]
fn a_cut_at_any_moment_of_a_set_up_leaves_nothing_or_all_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Laptop::bare(1).clock();
    let taken = Arc::new(AtomicU32::new(0));
    let camera = Camera {
        clock: clock.clone(),
        profile: dir.path().join("profile"),
        photographs: dir.path().to_owned(),
        taken: Arc::clone(&taken),
    };
    let core = Core::with_stretching(dir.path().join("profile"), camera, KdfParams::light());
    core.dispatch("device.set_up", new_center()).unwrap();
    core.lock();
    drop(core);
    let taken = taken.load(Ordering::Relaxed);
    let begun: Vec<PathBuf> = (0..taken)
        .map(|n| dir.path().join(n.to_string()))
        .filter(|photo| photo.join("setting-up").join("jisr.db").exists())
        .collect();
    assert!(!begun.is_empty(), "nothing was cut in the middle");
    // The keys are there, the database is not.
    let keys_alone = dir.path().join("keys alone");
    copy(&begun[0], &keys_alone);
    fs::remove_file(keys_alone.join("setting-up").join("jisr.db")).unwrap();
    comes_back(&keys_alone, &clock, &passphrase("karim"), "keys alone");
    for n in 0..taken {
        let photo = dir.path().join(n.to_string());
        comes_back(&photo, &clock, &passphrase("karim"), &format!("cut {n}"));
    }
    // Whole and not in its place yet: each of its files may have been the last to move.
    let profile = dir.path().join("profile");
    let files = ["jisr.db", "slots.json.bak", "slots.json"];
    for moved in 0..=files.len() {
        let cut = dir.path().join(format!("moved {moved}"));
        copy(&profile, &cut);
        fs::create_dir(cut.join("set-up")).unwrap();
        for name in &files[moved..] {
            fs::rename(cut.join(name), cut.join("set-up").join(name)).unwrap();
        }
        let about = format!("{moved} files moved");
        assert!(
            comes_back(&cut, &clock, &passphrase("karim"), &about),
            "{about}"
        );
    }
}

#[test]
fn a_profile_with_records_is_never_touched_by_what_a_set_up_left() {
    let mut scene = Scene::new();
    let before = crate::everything(&scene);
    scene.laptop.stops();
    let profile = scene.laptop.profile();
    for folder in ["setting-up", "set-up"] {
        fs::create_dir(profile.join(folder)).unwrap();
        for name in ["jisr.db", "slots.json", "slots.json.bak"] {
            fs::write(profile.join(folder).join(name), "somebody else's").unwrap();
        }
    }
    scene.laptop.starts();
    scene.laptop.sits("karim");
    assert!(crate::everything(&scene) == before);
}

#[test]
fn meryem_joins_the_center_with_a_code_and_finds_its_people() {
    let scene = Scene::new();
    let code = scene.hub.code(Role::Caseworker, 15);
    let laptop = Laptop::bare(2);
    let typed = code.to_lowercase().replace('-', " ");
    let done = laptop.ok("device.join", joining(&scene.hub.url(), &typed));
    let status = laptop.ok("device.status", json!({}));
    assert_eq!(status["state"], "unlocked");
    assert_eq!(status["session"]["role"], "caseworker", "as the hub says");
    assert_eq!(status["session"]["sex"], "female");
    assert_eq!(
        status["center"]["name_ar"],
        json!("مركز المساعدة الاجتماعية الأمل")
    );
    let slip = json!({"recovery_code": done["recovery_code"]});
    assert_eq!(
        laptop.ok("device.recovery_slip", slip)["mime"],
        "application/pdf"
    );
    // The first round began by itself.
    waits_for_the_round(&laptop);
    let found = laptop.ok("person.search", json!({"query": "أمينة"}));
    assert_eq!(len(&found["people"]), 1);
    // What she writes is hers at the hub, and waits for nobody's leave.
    laptop.register(json!({"given_name_ar": "حليمة"}));
    sync::run(laptop.core()).unwrap();
    sync::run(scene.laptop.core()).unwrap();
    let found = scene.laptop.ok("person.search", json!({"query": "حليمة"}));
    assert_eq!(len(&found["people"]), 1);
    let colleagues = scene.laptop.ok("user.list", json!({}));
    let meryem = colleagues
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["staff"] == done["staff"]);
    assert_eq!(meryem.unwrap()["sex"], "female");
    assert_eq!(laptop.ok("attention.list", json!({}))["refused"], json!([]));
}

fn waits_for_the_round(laptop: &Laptop) {
    loop {
        let status = laptop.ok("sync.status", json!({}));
        if status["last_done_ms"].is_string() {
            return;
        }
        assert_eq!(status["last_error"], Value::Null);
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

/// Nothing of a profile is in the folder.
#[track_caller]
fn is_empty(laptop: &Laptop, about: &str) {
    let status = laptop.ok("device.status", json!({}));
    assert_eq!(status["state"], "empty", "{about}");
    let left: Vec<String> = fs::read_dir(laptop.profile())
        .into_iter()
        .flatten()
        .map(|file| text(&json!(file.unwrap().file_name().to_str())))
        .filter(|name| name != "jisr.lock")
        .collect();
    assert_eq!(left, Vec::<String>::new(), "{about}");
}

#[test]
fn a_code_that_does_not_open_the_center_leaves_nothing() {
    let scene = Scene::new();
    let laptop = Laptop::bare(3);
    let good = scene.hub.code(Role::Caseworker, 15);
    let late = scene.hub.code(Role::Caseworker, 1);
    scene.laptop.minutes(2);
    laptop.minutes(2);
    let url = scene.hub.url();
    for (hub, code, says) in [
        (url.as_str(), "AAAA-AAAA", "hub_code_wrong"),
        (&url, "", "hub_code_wrong"),
        (&url, &late, "hub_code_expired"),
        ("http://127.0.0.1:1", &good, "hub_unreachable"),
        ("http://hub.example.ma", &good, "hub_insecure_url"),
        ("", &good, "hub_bad_url"),
    ] {
        let said = laptop.core().dispatch("device.join", joining(hub, code));
        assert_eq!(told(said).code, says);
        is_empty(&laptop, says);
    }
    let mut short = joining(&url, &good);
    short["passphrase"] = json!("short");
    let said = laptop.core().dispatch("device.join", short);
    assert_eq!(told(said).code, "weak_passphrase");
    let mut nobody = joining(&url, &good);
    nobody["user"] = json!({});
    let said = laptop.core().dispatch("device.join", nobody);
    assert_eq!(told(said).code, "name_missing");
    is_empty(&laptop, "nothing was asked of the hub");
    // The code is as good as before.
    laptop.ok("device.join", joining(&url, &good));
    let said = laptop.core().dispatch("device.join", joining(&url, &good));
    assert_eq!(told(said).code, "profile_exists");
}

#[test]
fn a_code_for_a_new_center_makes_none_without_a_name() {
    let laptop = Laptop::bare(4);
    let hub = crate::hub::Hub::start(laptop.clock());
    let code = hub.code(Role::Director, 15);
    let said = laptop
        .core()
        .dispatch("device.join", joining(&hub.url(), &code));
    assert_eq!(told(said).code, "hub_center_needed");
    is_empty(&laptop, "no center");
    // It still makes the center of whoever sets one up.
    laptop.ok("device.set_up", new_center());
    laptop.ok("device.enrol", json!({"hub": hub.url(), "code": code}));
}

#[test]
fn an_answer_lost_on_the_way_costs_no_code() {
    let scene = Scene::new();
    let between = Between::before(&scene.hub);
    let laptop = Laptop::bare(5);
    let good = scene.hub.code(Role::Caseworker, 15);
    let asked = Arc::new(Mutex::new(0));
    let count = Arc::clone(&asked);
    between.answers(move |_, ask| {
        *count.lock().unwrap() += 1;
        // The hub takes the code; the line is cut before its answer arrives.
        ask();
        Vec::new()
    });
    let said = laptop
        .core()
        .dispatch("device.join", joining(&between.url, &good));
    assert_eq!(told(said).code, "hub_unreachable");
    assert!(*asked.lock().unwrap() > 0);
    is_empty(&laptop, "the answer was lost");
    between.is_honest();
    // Then the disk refuses what comes after the answer.
    fs::create_dir_all(laptop.profile()).unwrap();
    fs::write(laptop.profile().join("setting-up"), "in the way").unwrap();
    let said = laptop
        .core()
        .dispatch("device.join", joining(&between.url, &good));
    assert_eq!(told(said).code, "disk_error");
    fs::remove_file(laptop.profile().join("setting-up")).unwrap();
    laptop.ok("device.join", joining(&between.url, &good));
    waits_for_the_round(&laptop);
    laptop.register(json!({"given_name_ar": "حليمة"}));
    sync::run(laptop.core()).unwrap();
    assert_eq!(laptop.ok("attention.list", json!({}))["refused"], json!([]));
    // On another laptop it is used.
    let another = Laptop::bare(6);
    let said = another
        .core()
        .dispatch("device.join", joining(&scene.hub.url(), &good));
    assert_eq!(told(said).code, "hub_code_used");
}

#[test]
fn a_laptop_that_joined_and_lost_power_is_joined() {
    let scene = Scene::new();
    let mut laptop = Laptop::bare(7);
    let good = scene.hub.code(Role::Caseworker, 15);
    let done = laptop.ok("device.join", joining(&scene.hub.url(), &good));
    waits_for_the_round(&laptop);
    laptop.loses_power();
    laptop.ok(
        "session.unlock",
        json!({"staff": done["staff"], "passphrase": passphrase("meryem")}),
    );
    sync::run(laptop.core()).unwrap();
}
