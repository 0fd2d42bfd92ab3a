//! What happens to disks.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::laptop::passphrase;
use crate::scene::Scene;
use crate::{everything, refused, told};

const MAIN: &str = "slots.json";
const SECOND: &str = "slots.json.bak";
const DATABASE: &str = "jisr.db";
const REACH: &str = "jisr.reach";

/// A laptop that was turned off properly, what Karim saw before, and its files.
struct Off {
    scene: Scene,
    before: Vec<Value>,
    reach: Vec<u8>,
}

impl Off {
    fn new() -> Self {
        let mut scene = Scene::new();
        let before = everything(&scene);
        scene.laptop.stops();
        let reach = fs::read(scene.laptop.profile().join(REACH)).unwrap();
        Self {
            scene,
            before,
            reach,
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.scene.laptop.profile().join(name)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.file(name)).unwrap()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.file(name), bytes).unwrap();
        if name == DATABASE {
            // Of the same moment: one put back alone would be an older copy.
            fs::write(self.file(REACH), &self.reach).unwrap();
        }
    }

    /// The program is started, and Karim tries to unlock it.
    fn unlock(&mut self) -> Result<(), String> {
        self.scene.laptop.starts();
        let args = json!({"staff": self.scene.the("karim"), "passphrase": passphrase("karim")});
        match self.scene.laptop.core().dispatch("session.unlock", args) {
            Ok(_) => Ok(()),
            Err(error) => Err(told::<()>(Err(error)).code),
        }
    }

    /// Once the disk is as it was, everything is.
    #[track_caller]
    fn is_whole(&mut self, about: &str) {
        self.scene.laptop.stops();
        assert_eq!(self.unlock(), Ok(()), "{about}");
        assert!(everything(&self.scene) == self.before, "{about}");
        let session = self.scene.laptop.core().session().unwrap();
        assert_eq!(
            session.store().integrity().unwrap(),
            Vec::<String>::new(),
            "{about}"
        );
        drop(session);
        self.scene.laptop.stops();
    }
}

#[test]
fn a_torn_page_is_said_to_be_damage_and_shows_nothing_false() {
    let mut off = Off::new();
    let whole = off.bytes(DATABASE);
    let (mut seen, mut told_of) = (0, 0);
    for page in 0..whole.len() / 4096 {
        // The salt, the first bytes, the middle, the seal of the page.
        let place = page * 4096 + [0, 20, 2000, 4090][page % 4];
        let mut torn = whole.clone();
        torn[place] ^= 0x40;
        off.put(DATABASE, &torn);
        match off.unlock() {
            Err(code) => {
                assert_eq!(code, "database_damaged", "page {page}");
                told_of += 1;
            }
            Ok(()) => {
                let views = off.scene.views();
                let views = views
                    .into_iter()
                    .filter(|(view, _)| !["device.status", "sync.status"].contains(view));
                // Every page for the views that also write down who looked, every third for all.
                let views = views.zip(&off.before).filter(|((view, _), _)| {
                    page % 3 == 0 || ["person.get", "case.get"].contains(view)
                });
                for ((view, args), was) in views {
                    match off.scene.laptop.core().dispatch(view, args) {
                        Ok(reply) => {
                            seen += 1;
                            assert_eq!(&reply.ok, was, "page {page}: {view} shows something else");
                        }
                        Err(error) => {
                            assert_eq!(error.code, "database_damaged", "page {page}: {view}");
                            told_of += 1;
                        }
                    }
                }
                let session = off.scene.laptop.core().session().unwrap();
                assert!(session.store().is_torn(), "page {page}: nobody notices");
                drop(session);
                for (command, args) in writes(&off.scene) {
                    let said = off.scene.laptop.core().dispatch(command, args);
                    let code = said.map_or_else(|error| error.code, |_| String::new());
                    assert!(
                        ["", "database_damaged"].contains(&code.as_str()),
                        "page {page}: {command}: {code}"
                    );
                    told_of += u32::from(!code.is_empty());
                }
            }
        }
        off.scene.laptop.stops();
    }
    assert!(seen > 50 && told_of > 10, "{seen} {told_of}");
    off.put(DATABASE, &whole);
    off.is_whole("after every page was torn");
}

/// What Karim could go on with.
fn writes(scene: &Scene) -> Vec<(&'static str, Value)> {
    vec![
        (
            "note.add",
            json!({"note": {"case": scene.the("case"), "body": "كلام"}}),
        ),
        (
            "draft.save",
            json!({"form": "note", "body": {"body": "كلام"}}),
        ),
        ("settings.set", json!({"theme": "dark"})),
        (
            "person.register",
            json!({"person": {"given_name_ar": "فاطمة", "sex": "female", "birth_date": "unknown", "cnie": "GB777"}}),
        ),
    ]
}

#[test]
fn half_a_file_is_damage_too() {
    let mut off = Off::new();
    let whole = off.bytes(DATABASE);
    for length in [
        whole.len() / 2 / 4096 * 4096,
        whole.len() - 1000,
        5000,
        4096,
        100,
        1,
        0,
    ] {
        off.put(DATABASE, &whole[..length]);
        match off.unlock() {
            Err(code) => assert_eq!(code, "database_damaged", "{length} bytes"),
            // What is missing is not needed to unlock: whoever checks the file is told.
            Ok(()) => {
                let session = off.scene.laptop.core().session().unwrap();
                assert!(session.store().is_torn(), "{length} bytes");
                assert!(!session.store().integrity().unwrap().is_empty());
            }
        }
        off.scene.laptop.stops();
        assert_eq!(
            off.bytes(DATABASE).len(),
            length,
            "the file is left as it is"
        );
    }
    off.put(DATABASE, b"<html>not a database</html>");
    assert_eq!(off.unlock(), Err("database_damaged".to_owned()));
    off.put(DATABASE, &whole);
    off.is_whole("after the file was put back");
}

#[test]
fn a_database_that_went_away_is_not_made_anew() {
    let mut off = Off::new();
    let whole = off.bytes(DATABASE);
    fs::remove_file(off.file(DATABASE)).unwrap();
    assert_eq!(off.unlock(), Err("profile_missing".to_owned()));
    assert_eq!(set_up(&off.scene), "profile_exists");
    assert!(!off.file(DATABASE).exists());
    // Another center's file in its place.
    let other = crate::laptop::Laptop::elsewhere(1);
    fs::copy(other.profile().join(DATABASE), off.file(DATABASE)).unwrap();
    assert_eq!(off.unlock(), Err("database_damaged".to_owned()));
    off.put(DATABASE, &whole);
    off.is_whole("after the file was put back");
}

fn set_up(scene: &Scene) -> String {
    let args = json!({
        "language": "ar", "center": {"name_ar": "مركز آخر", "center_type": "cas", "province": "04.281"},
        "user": {"name_ar": "شخص آخر", "role": "director"}, "passphrase": "ten letters and more",
    });
    refused(scene, "device.set_up", args)
}

#[test]
fn one_torn_copy_of_the_keys_is_as_good_as_none_torn() {
    let mut off = Off::new();
    for torn in [MAIN, SECOND] {
        let whole = off.bytes(torn);
        for bytes in [b"".as_slice(), b"\0\0\0\0", b"{\"format\":\"jisr-slots\""] {
            off.put(torn, bytes);
            off.is_whole(torn);
        }
        fs::remove_file(off.file(torn)).unwrap();
        off.is_whole(torn);
        off.put(torn, &whole);
    }
}

#[test]
fn without_its_keys_a_database_is_left_alone_and_said_to_be_there() {
    let mut off = Off::new();
    let (main, second) = (off.bytes(MAIN), off.bytes(SECOND));
    let database = off.bytes(DATABASE);
    for (bytes, code) in [
        (Some(b"torn".as_slice()), "keys_damaged"),
        (None, "keys_missing"),
    ] {
        for name in [MAIN, SECOND] {
            match bytes {
                Some(bytes) => off.put(name, bytes),
                None => fs::remove_file(off.file(name)).unwrap(),
            }
        }
        assert_eq!(off.unlock(), Err(code.to_owned()));
        assert_eq!(refused(&off.scene, "device.status", json!({})), code);
        let recover = json!({"recovery_code": off.scene.the("recovery code"), "staff": off.scene.the("karim"), "passphrase": "ten letters and more"});
        assert_eq!(refused(&off.scene, "session.recover", recover), code);
        let again = set_up(&off.scene);
        assert!(
            ["profile_exists", "keys_missing"].contains(&again.as_str()),
            "{again}"
        );
        assert!(
            off.file(MAIN).exists() == bytes.is_some(),
            "no keys are made for it"
        );
        assert_eq!(off.bytes(DATABASE), database);
    }
    off.put(MAIN, &main);
    off.put(SECOND, &second);
    off.is_whole("after the keys were put back");
}

#[test]
fn a_newer_version_is_not_opened_by_an_older_program() {
    let mut off = Off::new();
    let main = off.bytes(MAIN);
    let newer =
        String::from_utf8(main.clone())
            .unwrap()
            .replacen("\"version\": 1", "\"version\": 99", 1);
    assert_ne!(newer.as_bytes(), main);
    for name in [MAIN, SECOND] {
        off.put(name, newer.as_bytes());
    }
    assert_eq!(off.unlock(), Err("newer_version".to_owned()));
    for name in [MAIN, SECOND] {
        off.put(name, &main);
    }
    off.is_whole("after the older keys were put back");
}

/// A folder stands where the program would write: what a disk that refuses looks like to whoever asks, and what no
/// administrator's rights get round.
#[test]
fn a_disk_that_refuses_is_said_to_refuse() {
    let mut off = Off::new();
    for (name, code) in [
        ("jisr.lock", "disk_error"),
        ("jisr.db-wal", "disk_error"),
        (DATABASE, "disk_error"),
        ("slots.lock", "disk"),
    ] {
        let aside = off.scene.laptop.beside("aside");
        let there = off.file(name).exists();
        if there {
            fs::rename(off.file(name), &aside).unwrap();
        }
        fs::create_dir(off.file(name)).unwrap();
        assert_eq!(off.unlock(), Err(code.to_owned()), "{name}");
        off.scene.laptop.stops();
        fs::remove_dir(off.file(name)).unwrap();
        if there {
            fs::rename(&aside, off.file(name)).unwrap();
        }
        off.is_whole(name);
    }
}

/// The same while somebody works: what cannot be written is refused, what is there can be read.
#[test]
fn keys_that_cannot_be_written_change_nothing() {
    let mut off = Off::new();
    assert_eq!(off.unlock(), Ok(()));
    fs::create_dir(off.file("slots.json.bak.tmp")).unwrap();
    let add =
        json!({"user": {"name_ar": "حنان", "role": "field"}, "passphrase": "ten letters and more"});
    assert_eq!(refused(&off.scene, "user.add", add), "disk");
    let change = json!({"old": passphrase("karim"), "new": "ten letters and more"});
    assert_eq!(
        refused(&off.scene, "user.change_passphrase", change),
        "disk"
    );
    assert!(everything(&off.scene) == off.before);
    fs::remove_dir(off.file("slots.json.bak.tmp")).unwrap();
    off.is_whole("afterwards");
}

#[test]
fn a_set_up_that_the_disk_refuses_can_be_tried_again() {
    let mut off = Off::new();
    off.scene.laptop.stops();
    fs::remove_dir_all(off.scene.laptop.profile()).unwrap();
    off.scene.laptop.starts();
    fs::create_dir_all(off.scene.laptop.profile()).unwrap();
    fs::write(off.file("setting-up"), "in the way").unwrap();
    assert_eq!(set_up(&off.scene), "disk_error");
    let status = off.scene.laptop.ok("device.status", json!({}));
    assert_eq!(status["state"], "empty", "nothing is left of it");
    fs::remove_file(off.file("setting-up")).unwrap();
    let args = json!({
        "language": "ar", "center": {"name_ar": "مركز آخر", "center_type": "cas", "province": "04.281"},
        "user": {"name_ar": "شخص آخر", "role": "director"}, "passphrase": "ten letters and more",
    });
    off.scene.laptop.ok("device.set_up", args);
}

#[test]
fn the_same_folder_is_not_opened_twice() {
    let off = Off::new();
    let mut first = off.scene;
    first.laptop.starts();
    first.laptop.sits("karim");
    let second = first.laptop.second_window();
    let args = json!({"staff": first.the("karim"), "passphrase": passphrase("karim")});
    assert_eq!(
        told(second.dispatch("session.unlock", args)).code,
        "profile_in_use"
    );
    assert!(everything(&first) == off.before);
}

/// A file of keys put back from an older copy: whoever was added since cannot get in, whoever left can.
#[test]
fn keys_older_than_the_database_are_told_and_taken_only_by_whoever_says_so() {
    let mut off = Off::new();
    let older = [MAIN, SECOND].map(|name| (name, off.bytes(name)));
    assert_eq!(off.unlock(), Ok(()));
    let add =
        json!({"user": {"name_ar": "حنان", "role": "field"}, "passphrase": "ten letters and more"});
    off.scene.laptop.ok("user.add", add);
    off.scene.laptop.stops();
    let newest = [MAIN, SECOND].map(|name| (name, off.bytes(name)));
    for (name, bytes) in &older {
        off.put(name, bytes);
    }
    assert_eq!(off.unlock(), Err("profile_not_whole".to_owned()));
    off.scene.laptop.stops();
    for (name, bytes) in &newest {
        off.put(name, bytes);
    }
    assert_eq!(off.unlock(), Ok(()), "once the newest are back");
    off.scene.laptop.stops();
    for (name, bytes) in &older {
        off.put(name, bytes);
    }
    off.scene.laptop.starts();
    let mut args = json!({"staff": off.scene.the("karim"), "passphrase": passphrase("karim")});
    args["as_it_is"] = json!(true);
    off.scene.laptop.ok("session.unlock", args);
    off.scene.laptop.stops();
    assert_eq!(off.unlock(), Ok(()), "and is not told again");
}
