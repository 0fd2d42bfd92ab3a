//! Each released migration of the hub, run on a stored file of its predecessor (`tests/data/schema-<n>.db.zst`, compressed, and
//! encrypted under the key of a test when it is asked for), about people who do not exist.
//!
//! The file of a schema is made when its migration is released, by
//! `cargo nextest run … --run-ignored only -E 'test(the_files_of_the_hub_are_made)'`, and never again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ed25519_dalek::SigningKey;
use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_domain::record::Kind;
use jisr_domain::role::Role;
use jisr_hub::{Hub, HubKey};
use refinery::Target;
use rusqlite::Connection;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Laptop, World, open_case, person};

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// The last schema a hub has. One more than this is the first migration that may still be changed.
const RELEASED: i64 = 3;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

fn stored(schema: i64) -> PathBuf {
    data(&format!("schema-{schema}.db.zst"))
}

/// As SQLCipher takes it.
fn key_of(dir: &Path) -> String {
    let hex = std::fs::read_to_string(dir.join("hub.key")).unwrap();
    format!("\"x'{}'\"", hex.trim())
}

fn batch(conn: &Connection, sql: &str) {
    conn.execute_batch(sql).unwrap();
}

fn names(conn: &Connection, sql: &str) -> Vec<String> {
    let mut rows = conn.prepare(sql).unwrap();
    let rows = rows.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// Makes the file of `schema`, with what the hub in `dir` holds that it has columns for.
fn make(schema: i64, dir: &Path) {
    let at = dir.join(format!("schema-{schema}.db"));
    let mut conn = Connection::open(&at).unwrap();
    let target = Target::Version(schema.try_into().unwrap());
    embedded::migrations::runner()
        .set_target(target)
        .run(&mut conn)
        .unwrap();
    batch(&conn, "PRAGMA foreign_keys = OFF");
    batch(
        &conn,
        &format!(
            "ATTACH '{}' AS now KEY {}",
            dir.join("hub.db").display(),
            key_of(dir)
        ),
    );
    let tables = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'refinery%'";
    for table in names(&conn, tables) {
        let columns = names(&conn, &format!(
            "SELECT '\"' || name || '\"' FROM pragma_table_info('{table}', 'main') WHERE name IN (SELECT name FROM pragma_table_info('{table}', 'now'))"
        ))
        .join(", ");
        batch(
            &conn,
            &format!(
                "DELETE FROM main.\"{table}\"; INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM now.\"{table}\""
            ),
        );
    }
    // What it declared was something else: it is opened by a newer version.
    batch(
        &conn,
        "UPDATE meta SET value = 'older' WHERE name = 'declared'; DETACH now; VACUUM",
    );
    drop(conn);
    let bytes = zstd::encode_all(std::fs::File::open(at).unwrap(), 19).unwrap();
    std::fs::write(stored(schema), bytes).unwrap();
}

/// Lays the stored file of `schema` in the place of the hub in `dir`.
fn lay(schema: i64, dir: &Path) {
    let plain = dir.join("plain.db");
    std::fs::write(
        &plain,
        zstd::decode_all(std::fs::File::open(stored(schema)).unwrap()).unwrap(),
    )
    .unwrap();
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(dir.join(format!("hub.db{suffix}")));
    }
    let conn = Connection::open(&plain).unwrap();
    batch(
        &conn,
        &format!(
            "ATTACH '{}' AS other KEY {}; SELECT sqlcipher_export('other'); DETACH other",
            dir.join("hub.db").display(),
            key_of(dir)
        ),
    );
}

/// Who a laptop of the stored files is.
fn written(laptop: &Laptop) -> Value {
    json!({
        "device": laptop.device, "key": laptop.key.to_bytes(), "user": laptop.user,
        "user_key": laptop.user_key.to_bytes(), "center": laptop.center,
    })
}

fn read(world: &World, of: &Value) -> Laptop {
    let id = |name: &str| of[name].as_str().unwrap().parse::<Uuid>().unwrap();
    let key =
        |name: &str| SigningKey::from_bytes(&serde_json::from_value(of[name].clone()).unwrap());
    Laptop {
        device: DeviceId(id("device")),
        key: key("key"),
        user: StaffId(id("user")),
        user_key: key("user_key"),
        center: CenterId(id("center")),
        ..world.laptop()
    }
}

#[test]
#[ignore = "makes files that are committed"]
fn the_files_of_the_hub_are_made() {
    let world = World::new();
    let mut director = world.enrolled(Role::Director);
    let mut amina = world.enrolled(Role::Caseworker);
    let salma = world.enrolled(Role::Reception);
    let (known, hidden) = (world.id(), world.id());
    amina.write(&[(Kind::Person, known, person("خديجة"))]);
    amina.write(&[(Kind::Person, hidden, person("سعاد"))]);
    let (lead, leader) = (amina.user, director.user);
    let restricted = open_case(&world, &mut amina, known, "restricted", Some(lead));
    let note = json!({"case": restricted, "person": known, "body": "استماع"});
    amina.write(&[(Kind::Note, world.id(), note)]);
    world.round(&mut amina);
    director.pull(&world.hub);
    let sealed = open_case(&world, &mut director, hidden, "restricted", Some(leader));
    world.round(&mut director);
    let named = json!({"confidentiality": "sealed", "named": [leader]});
    director.write(&[(Kind::Case, sealed, named)]);
    world.round(&mut director);
    world.verify();
    std::fs::create_dir_all(data("")).unwrap();
    let people = json!({
        "director": written(&director), "amina": written(&amina), "salma": written(&salma),
        "known": known, "hidden": hidden, "restricted": restricted, "sealed": sealed,
    });
    let World { dir, hub, .. } = world;
    drop(hub);
    if stored(1).exists() {
        return;
    }
    std::fs::write(data("laptops.json"), format!("{people:#}\n")).unwrap();
    for schema in 1..=RELEASED {
        make(schema, dir.path());
    }
}

#[test]
fn a_file_of_every_released_schema_of_the_hub_opens_and_tells_each_what_is_theirs() {
    let newest = embedded::migrations::runner()
        .get_migrations()
        .iter()
        .map(|m| i64::from(m.version()))
        .max();
    for schema in 1..=RELEASED {
        let people: Value =
            serde_json::from_slice(&std::fs::read(data("laptops.json")).unwrap()).unwrap();
        let World { dir, around, hub } = World::new();
        drop(hub);
        lay(schema, dir.path());
        let key = HubKey::of(dir.path(), None).unwrap();
        let hub = Arc::new(Hub::open(dir.path(), &key, around.clone()).unwrap());
        let world = World { dir, around, hub };
        world.verify();
        let conn = Connection::open(world.dir.path().join("hub.db")).unwrap();
        batch(&conn, &format!("PRAGMA key = {}", key_of(world.dir.path())));
        let now: i64 = conn
            .query_row(
                "SELECT max(version) FROM refinery_schema_history",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(Some(now), newest, "{schema}");

        let id = |name: &str| people[name].as_str().unwrap().parse::<Uuid>().unwrap();
        let holds = |who: &str| {
            let mut laptop = read(&world, &people[who]);
            laptop.pull(&world.hub);
            [
                laptop.holds(Kind::Person, id("known")),
                laptop.holds(Kind::Case, id("restricted")),
                laptop.holds(Kind::Person, id("hidden")),
                laptop.holds(Kind::Case, id("sealed")),
            ]
        };
        // The same as on the day it was written, by the rules of today.
        assert_eq!(holds("director"), [true, true, true, true], "{schema}");
        assert_eq!(holds("amina"), [true, true, false, false], "{schema}");
        assert_eq!(holds("salma"), [true, false, false, false], "{schema}");
    }
}

#[test]
fn every_released_schema_of_the_hub_has_its_file() {
    for schema in 1..=RELEASED {
        assert!(stored(schema).is_file(), "no file of schema {schema}");
    }
    assert!(
        !stored(RELEASED + 1).exists(),
        "released, and not said so here"
    );
}
