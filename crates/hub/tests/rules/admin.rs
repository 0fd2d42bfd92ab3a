//! Backup, restore, verify.

use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_hub::{Hub, HubKey, restore};
use serde_json::json;

use crate::support::{World, open_case, person};

#[test]
fn a_backup_made_while_serving_is_restored_whole_under_a_new_epoch() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let id = world.id();
    amina.write(&[(Kind::Person, id, person("خديجة"))]);
    open_case(&world, &mut amina, id, "restricted", None);
    world.round(&mut amina);
    let file = world.dir.path().join("backup.db");
    world.hub.backup(&file).unwrap();
    assert!(
        !std::fs::read(&file)
            .unwrap()
            .windows(15)
            .any(|bytes| bytes == b"SQLite format 3"),
        "the copy is encrypted"
    );
    assert!(
        world.hub.backup(&file).is_err(),
        "a backup never replaces another"
    );
    let key = HubKey::of(world.dir.path(), None).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    assert!(
        restore(
            elsewhere.path(),
            &HubKey::random(world.around.as_ref()),
            &file,
            world.around.as_ref()
        )
        .is_err()
    );
    let elsewhere = tempfile::tempdir().unwrap();
    restore(elsewhere.path(), &key, &file, world.around.as_ref()).unwrap();
    let hub = Hub::open(elsewhere.path(), &key, world.around.clone()).unwrap();
    assert!(hub.verify().unwrap().wrong.is_empty());
    let before = amina.epoch;
    amina.forget();
    amina.pull(&hub);
    assert!(amina.epoch != before && amina.holds(Kind::Person, id));
    assert!(
        restore(elsewhere.path(), &key, &file, world.around.as_ref()).is_err(),
        "a hub is never replaced"
    );
}

#[test]
fn opening_with_another_key_or_an_empty_folder_says_what_to_do() {
    let world = World::new();
    let other = HubKey::random(world.around.as_ref());
    let error = Hub::open(world.dir.path(), &other, world.around.clone())
        .err()
        .unwrap()
        .to_string();
    assert!(error.contains("hub.key"), "{error}");
    let empty = tempfile::tempdir().unwrap();
    let error = Hub::open(empty.path(), &other, world.around.clone())
        .err()
        .unwrap()
        .to_string();
    assert!(error.contains("jisr-hub init"), "{error}");
}

#[test]
fn verify_finds_a_state_that_its_changes_do_not_make() {
    let world = World::new();
    let mut amina = world.enrolled(Role::Director);
    let id = world.id();
    amina.write(&[(Kind::Person, id, json!({"phone": "+212600000001"}))]);
    world.round(&mut amina);
    world.verify();
    let key = std::fs::read_to_string(world.dir.path().join("hub.key")).unwrap();
    let raw = rusqlite::Connection::open(world.dir.path().join("hub.db")).unwrap();
    raw.execute_batch(&format!("PRAGMA key = \"x'{}'\"", key.trim()))
        .unwrap();
    raw.execute(
        "UPDATE record SET state = replace(state, '0001', '0002') WHERE kind = 'person'",
        [],
    )
    .unwrap();
    let wrong = world.hub.verify().unwrap().wrong;
    assert!(
        wrong
            .iter()
            .any(|line| line.contains(&id.to_string()) && !line.contains("0002")),
        "{wrong:?}"
    );
}
