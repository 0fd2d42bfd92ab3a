//! Copies of a profile: whole ones, and those that are not.

use std::fs;
use std::path::Path;

use jisr_domain::id::PersonId;
use jisr_domain::person::Person;
use tempfile::TempDir;

use super::super::{KEY, Laptop, fatima};
use super::error;
use crate::key::{DATABASE_FILE, HeldStill};
use crate::{Lacking, Store, StoreError, back_up};

const WAL: &str = "jisr.db-wal";
const REACH: &str = "jisr.reach";

fn named(nickname: &str) -> Person {
    Person {
        nickname: Some(nickname.into()),
        ..Person::default()
    }
}

/// The folder as the disk holds it now, as after a kill: the program is still open and knows nothing of it.
fn after_a_kill(laptop: &Laptop, without: &[&str]) -> TempDir {
    let copy = TempDir::new().unwrap();
    copy_files(laptop.dir.path(), copy.path(), without);
    copy
}

fn copy_files(from: &Path, to: &Path, without: &[&str]) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        // What another program would build anew from the log.
        if name.ends_with("-shm") || without.contains(&name.as_str()) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(to.join(&name)).unwrap();
            copy_files(&entry.path(), &to.join(&name), without);
        } else {
            fs::copy(entry.path(), to.join(&name)).unwrap();
        }
    }
}

fn short_of(dir: &Path) -> Lacking {
    match error(Store::open(dir, &KEY)) {
        StoreError::NotWhole(lacking) => lacking,
        other => panic!("{other}"),
    }
}

fn knows(dir: &Path, id: PersonId) -> bool {
    let store = Store::open(dir, &KEY).unwrap();
    store.read(|r| r.get::<Person>(id)).unwrap().is_some()
}

#[test]
fn a_copy_made_after_a_kill_with_all_its_files_holds_the_last_people() {
    let laptop = Laptop::of(1);
    laptop.registers(&fatima());
    let last = laptop.registers(&named("the last"));
    let copy = after_a_kill(&laptop, &[]);
    assert!(copy.path().join(WAL).exists());
    assert!(knows(copy.path(), last));
}

#[test]
fn a_copy_made_after_a_kill_without_the_log_says_so_and_opens_once_it_is_brought() {
    let laptop = Laptop::of(1);
    laptop.registers(&fatima());
    let last = laptop.registers(&named("the last"));
    let copy = after_a_kill(&laptop, &[WAL]);
    assert!(short_of(copy.path()).database);
    assert!(short_of(copy.path()).database, "each time");
    fs::copy(laptop.dir.path().join(WAL), copy.path().join(WAL)).unwrap();
    assert!(knows(copy.path(), last));
}

#[test]
fn a_copy_that_holds_only_the_database_says_so() {
    let mut laptop = Laptop::of(1);
    let id = laptop.registers(&fatima());
    let killed = after_a_kill(&laptop, &[WAL, REACH]);
    assert!(short_of(killed.path()).database);
    laptop.store = None;
    // Closed properly, nothing is missing; but nothing tells so.
    let closed = after_a_kill(&laptop, &[REACH]);
    assert!(short_of(closed.path()).database);
    assert!(knows(after_a_kill(&laptop, &[]).path(), id));
}

#[test]
fn what_is_typed_counts_like_what_is_written() {
    let laptop = Laptop::of(1);
    let draft = crate::Draft {
        id: super::super::CENTER.0,
        staff: laptop.staff,
        kind: "note".into(),
        title: String::new(),
        body: "{}".into(),
        seen: None,
        updated_at: 1,
    };
    laptop.store().save_draft(&draft).unwrap();
    assert!(short_of(after_a_kill(&laptop, &[WAL]).path()).database);
}

#[test]
fn an_older_database_put_back_alone_says_so() {
    let mut laptop = Laptop::of(1);
    laptop.registers(&fatima());
    laptop.store = None;
    let older = fs::read(laptop.dir.path().join(DATABASE_FILE)).unwrap();
    laptop.restart();
    laptop.registers(&named("the last"));
    laptop.store = None;
    fs::write(laptop.dir.path().join(DATABASE_FILE), older).unwrap();
    assert!(short_of(laptop.dir.path()).database);
}

#[test]
fn an_older_database_put_back_under_a_newer_log_says_so() {
    let mut laptop = Laptop::of(1);
    laptop.registers(&fatima());
    laptop.store = None;
    let older = fs::read(laptop.dir.path().join(DATABASE_FILE)).unwrap();
    laptop.restart();
    laptop.registers(&named("of the day before"));
    laptop.restart();
    laptop.registers(&named("the last"));
    let copy = after_a_kill(&laptop, &[]);
    fs::write(copy.path().join(DATABASE_FILE), older).unwrap();
    assert!(short_of(copy.path()).database);
}

#[test]
fn what_is_missing_may_be_given_up_and_is_not_told_again() {
    let mut laptop = Laptop::of(1);
    let first = laptop.registers(&fatima());
    laptop.restart();
    laptop.registers(&named("the last"));
    let copy = after_a_kill(&laptop, &[WAL]);
    assert!(short_of(copy.path()).database);
    drop(Store::open_as_it_is(copy.path(), &KEY).unwrap());
    assert!(knows(copy.path(), first));
}

#[test]
fn attachments_left_out_are_told_unless_the_hub_has_them() {
    let mut laptop = Laptop::of(1);
    let person = laptop.registers(&fatima());
    let (own, sent) = (
        laptop.attaches(person, 1, 3_000),
        laptop.attaches(person, 2, 3_000),
    );
    laptop.is_at_hub(sent);
    laptop.store = None;
    let copy = after_a_kill(&laptop, &["attachments"]);
    let missing = Lacking {
        attachments: 1,
        ..Lacking::default()
    };
    assert_eq!(short_of(copy.path()), missing);
    assert_eq!(short_of(copy.path()), missing, "looking takes nothing away");
    // A file cut short is as good as none.
    fs::create_dir(copy.path().join("attachments")).unwrap();
    for entry in fs::read_dir(laptop.dir.path().join("attachments")).unwrap() {
        let entry = entry.unwrap();
        let bytes = fs::read(entry.path()).unwrap();
        let to = copy.path().join("attachments").join(entry.file_name());
        fs::write(to, &bytes[..bytes.len() / 2]).unwrap();
    }
    assert_eq!(short_of(copy.path()), missing);
    copy_files(
        &laptop.dir.path().join("attachments"),
        &copy.path().join("attachments"),
        &[],
    );
    let store = Store::open(copy.path(), &KEY).unwrap();
    assert!(store.attachment(own).unwrap().is_some());
}

#[test]
fn a_power_cut_never_looks_like_a_file_left_out() {
    let mut laptop = Laptop::of(1);
    // The file beside was not flushed: it says what it said some writes ago, in either place or both.
    let mut said = vec![fs::read(laptop.dir.path().join(REACH)).unwrap()];
    for n in 0..5 {
        laptop.registers(&named(&format!("{n}")));
        said.push(fs::read(laptop.dir.path().join(REACH)).unwrap());
    }
    for (n, old) in said.iter().enumerate() {
        let copy = after_a_kill(&laptop, &[]);
        fs::write(copy.path().join(REACH), old).unwrap();
        assert!(Store::open(copy.path(), &KEY).is_ok(), "{n} writes behind");
    }
    // Torn in the middle of one place.
    for at in [4, 20, 4096 + 4, 4096 + 20] {
        let copy = after_a_kill(&laptop, &[]);
        let mut torn = said.last().unwrap().clone();
        torn[at] ^= 0x55;
        fs::write(copy.path().join(REACH), torn).unwrap();
        assert!(Store::open(copy.path(), &KEY).is_ok(), "torn at {at}");
    }
    laptop.restart();
    // Between the file and the first time the database speaks of it.
    laptop
        .store()
        .writer()
        .execute_batch(
            "DELETE FROM setting WHERE key = 'reach_key'; DELETE FROM counter WHERE name = 'transactions'",
        )
        .unwrap();
    laptop.restart();
    fs::remove_file(laptop.dir.path().join(REACH)).unwrap();
    laptop
        .store()
        .writer()
        .execute_batch("DELETE FROM setting WHERE key = 'reach_key'")
        .unwrap();
    laptop.restart();
}

#[test]
fn a_new_key_leaves_the_copy_whole() {
    let mut laptop = Laptop::of(1);
    let id = laptop.registers(&fatima());
    laptop.store().rekey(&[9; 32]).unwrap();
    laptop.store = None;
    laptop.store = Some(Store::open(laptop.dir.path(), &[9; 32]).unwrap());
    assert!(laptop.sees(id).is_some());
}

#[test]
fn a_backup_made_while_people_write_holds_all_that_was_written_and_opens_elsewhere() {
    let laptop = Laptop::of(1);
    let id = laptop.registers(&fatima());
    let attached = laptop.attaches(id, 1, 3_000);
    let place = TempDir::new().unwrap();
    let to = place.path().join("monday");
    let (store, dir) = (laptop.store(), laptop.dir.path());
    let made = std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for n in 0..40 {
                store.set_setting("n", Some(&n.to_string())).unwrap();
            }
        });
        let made = back_up(dir, &KEY, &to, &HeldStill::of(dir)).unwrap();
        writing.join().unwrap();
        made
    });
    assert_eq!(made.attachments, 1);
    assert!(
        fs::read_dir(place.path()).unwrap().count() == 1,
        "nothing beside it"
    );
    let copy = Store::open(&to, &KEY).unwrap();
    assert_eq!(copy.integrity().unwrap(), Vec::<String>::new());
    assert!(copy.read(|r| r.get::<Person>(id)).unwrap().is_some());
    assert_eq!(copy.attachment(attached).unwrap().unwrap().len(), 3_000);
    laptop.registers(&named("after"));
}

#[test]
fn a_backup_is_written_over_nothing_and_into_no_profile() {
    let laptop = Laptop::of(1);
    laptop.registers(&fatima());
    let place = TempDir::new().unwrap();
    let slots = HeldStill::of(laptop.dir.path());
    let make = |to: &Path| back_up(laptop.dir.path(), &KEY, to, &slots);
    let taken = place.path().join("taken");
    fs::create_dir(&taken).unwrap();
    assert!(matches!(error(make(&taken)), StoreError::BackupPlace));
    let file = place.path().join("file");
    fs::write(&file, b"a list").unwrap();
    assert!(matches!(error(make(&file)), StoreError::BackupPlace));
    assert!(matches!(
        error(make(&laptop.dir.path().join("attachments/monday"))),
        StoreError::BackupPlace
    ));
    // What an interrupted one left is in nobody's way.
    fs::create_dir(place.path().join("monday.part")).unwrap();
    fs::write(place.path().join("monday.part/jisr.db"), b"half").unwrap();
    make(&place.path().join("monday")).unwrap();
    assert!(!place.path().join("monday.part").exists());
}

#[test]
fn what_is_not_whole_is_not_backed_up_as_if_it_were() {
    let laptop = Laptop::of(1);
    laptop.registers(&fatima());
    let copy = after_a_kill(&laptop, &[WAL]);
    let to = copy.path().with_extension("backup");
    let made = back_up(copy.path(), &KEY, &to, &HeldStill::of(copy.path()));
    assert!(matches!(error(made), StoreError::NotWhole(_)));
    assert!(!to.exists());
}
