//! Each released migration, run on a stored file of its predecessor, about people who do not exist: the first as it lay on the
//! disk, encrypted under the key of these tests (`tests/data/schema-1.db`), the others compressed, since what is encrypted is
//! not compressed, and encrypted when they are asked for (`schema-<n>.db.zst`).
//!
//! When a migration is released, its file is made by
//! `cargo nextest run … --run-ignored only -E 'test(the_file_of_the_newest_schema_is_made)'` and committed with it: from then on
//! it is what a center has, and is never made again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jisr_domain::case::{CaseStatus, ClosureReason};
use jisr_domain::person::SafeContact;
use rusqlite::Connection;

use super::*;
use crate::key::DATABASE_FILE;
use crate::open::{give_key, migrations};

/// The last schema a center has. One more than this is the first migration that may still be changed.
const RELEASED: i64 = 9;

fn stored(schema: i64) -> PathBuf {
    let packed = if schema == 1 { "" } else { ".zst" };
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(format!("schema-{schema}.db{packed}"))
}

/// Lays the stored file of `schema` at `path`, as a center has it.
fn unpack(schema: i64, path: &Path) {
    if schema == 1 {
        std::fs::copy(stored(schema), path).unwrap();
        return;
    }
    let plain = path.with_extension("plain");
    let bytes = zstd::decode_all(std::fs::File::open(stored(schema)).unwrap()).unwrap();
    std::fs::write(&plain, bytes).unwrap();
    let key = format!("KEY {}", *crate::open::key_literal(&KEY));
    export(&Connection::open(&plain).unwrap(), path, &key);
    std::fs::remove_file(plain).unwrap();
}

/// Stores the file at `path`.
fn pack(schema: i64, path: &Path) {
    if schema == 1 {
        std::fs::copy(path, stored(schema)).unwrap();
        return;
    }
    let plain = path.with_extension("plain");
    export(&raw(path), &plain, "KEY ''");
    let bytes = zstd::encode_all(std::fs::File::open(plain).unwrap(), 19).unwrap();
    std::fs::write(stored(schema), bytes).unwrap();
}

fn export(from: &Connection, to: &Path, key: &str) {
    from.execute_batch(&format!(
        "ATTACH '{}' AS other {key}; SELECT sqlcipher_export('other'); DETACH other",
        to.display()
    ))
    .unwrap();
}

/// A laptop on which something of everything there was from the first schema on was done.
fn worked_on() -> Laptop {
    let laptop = Laptop::of(1);
    director(&laptop, laptop.staff);
    let known = laptop.registers(&fatima());
    laptop.changes_phone(known, "+212661000001");
    let hidden = laptop.registers(&Person {
        given_name_lat: Some("Khadija".into()),
        family_name_lat: Some("Ouazzani".into()),
        safe_contact: Some(SafeContact::No),
        ..Person::default()
    });
    laptop.opens_case(
        &case_of(known, Confidentiality::Restricted, &[]),
        &[
            (CaseEventType::Opened, staff(2)),
            (CaseEventType::LeadSet, staff(2)),
        ],
    );
    laptop.opens_case(
        &case_of(hidden, Confidentiality::Sealed, &[staff(3)]),
        &[
            (CaseEventType::Opened, staff(3)),
            (CaseEventType::LeadSet, staff(3)),
            (CaseEventType::Closed, staff(3)),
        ],
    );
    laptop
}

/// The truth of every record there is: by kind and id, the state it is kept as.
fn states(conn: &Connection) -> BTreeMap<(String, String), String> {
    let mut found = BTreeMap::new();
    for kind in Kind::ALL {
        if !conn.table_exists(None, kind.code()).unwrap() {
            continue;
        }
        let mut rows = conn
            .prepare(&format!("SELECT id, state FROM \"{}\"", kind.code()))
            .unwrap();
        let rows = rows
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        found.extend(rows.map(|row| {
            let (id, state): (String, String) = row.unwrap();
            ((kind.code().to_owned(), id), state)
        }));
    }
    found
}

fn raw(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    give_key(&conn, &KEY).unwrap();
    conn
}

/// A file of `schema`, made by the migrations up to it, with what `of` holds that it has columns for.
fn made(schema: i64, of: &Path, at: &Path) {
    let mut conn = raw(at);
    migrations::to(&mut conn, schema);
    let key = crate::open::key_literal(&KEY);
    conn.execute_batch(&format!("ATTACH '{}' AS now KEY {}", of.display(), *key))
        .unwrap();
    let names = |sql: &str| -> Vec<String> {
        let mut rows = conn.prepare(sql).unwrap();
        let rows = rows.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let tables = names(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'refinery%'",
    );
    for table in tables {
        let columns = names(&format!(
            "SELECT '\"' || name || '\"' FROM pragma_table_info('{table}', 'main') WHERE name IN (SELECT name FROM pragma_table_info('{table}', 'now'))"
        ))
        .join(", ");
        // A table that is derived and was kept in another shape stays empty: it is made again when the file is opened.
        let lacks = names(&format!(
            "SELECT name FROM pragma_table_info('{table}', 'main') WHERE \"notnull\" AND dflt_value IS NULL
             AND name NOT IN (SELECT name FROM pragma_table_info('{table}', 'now'))"
        ));
        if !columns.is_empty() && lacks.is_empty() {
            conn.execute_batch(&format!(
                "DELETE FROM main.\"{table}\"; INSERT INTO main.\"{table}\" ({columns}) SELECT {columns} FROM now.\"{table}\""
            ))
            .unwrap();
        }
    }
    // None of these was left by a program that counts what it writes beside the file.
    conn.execute_batch("DETACH now; DELETE FROM setting WHERE key = 'reach_key'; DELETE FROM counter WHERE name = 'transactions'; VACUUM")
        .unwrap();
}

#[test]
#[ignore = "makes a file that is committed"]
fn the_file_of_the_newest_schema_is_made() {
    let mut laptop = worked_on();
    laptop.store = None;
    std::fs::create_dir_all(stored(1).parent().unwrap()).unwrap();
    for schema in 1..=migrations::newest() {
        if schema <= RELEASED && !stored(schema).exists() {
            let at = laptop.dir.path().join(format!("schema-{schema}.db"));
            made(schema, &laptop.dir.path().join(DATABASE_FILE), &at);
            pack(schema, &at);
        }
    }
}

#[test]
fn every_released_schema_has_its_file() {
    for schema in 1..=RELEASED {
        assert!(stored(schema).is_file(), "no file of schema {schema}");
    }
    assert!(
        !stored(RELEASED + 1).exists(),
        "released, and not said so here"
    );
}

#[test]
fn a_file_of_every_released_schema_opens_with_all_that_was_in_it() {
    for schema in 1..=RELEASED {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join(DATABASE_FILE);
        unpack(schema, &path);
        let before = states(&raw(&path));
        assert!(before.len() >= 8, "{schema}: {}", before.len());

        let mut laptop = Laptop::of(1);
        laptop.store = None;
        laptop.dir = dir;
        laptop.restart();
        let store = laptop.store();
        assert_eq!(
            store.read(|reader| reader.schema()).unwrap(),
            migrations::newest()
        );
        assert_eq!(store.integrity().unwrap(), Vec::<String>::new(), "{schema}");
        let after = states(&raw(&path));
        for (record, state) in &before {
            assert_eq!(after.get(record), Some(state), "{schema}: {record:?}");
        }

        // Found by the search of today, as it compares names today.
        let known = laptop.finds("fatima zahra el alaoui");
        assert_eq!(known.len(), 1, "{schema}");
        assert_eq!(laptop.phone(known[0]).as_deref(), Some("+212661000001"));
        assert_eq!(laptop.finds("0661000001"), known, "{schema}");
        // What protects is what it was.
        assert_eq!(laptop.finds("khadija ouazzani"), [], "{schema}");
        let hidden = laptop.found_by("khadija ouazzani", staff(3));
        assert_eq!(hidden.len(), 1, "{schema}");
        let may = |who: StaffId| {
            store
                .read(|reader| {
                    let cases = reader.where_in::<Case>("person", &known)?;
                    reader.visible_case(cases[0].0, who, Role::Caseworker)
                })
                .unwrap()
        };
        assert!(may(staff(2)) && !may(staff(4)), "{schema}");
        // Where a case stands is folded, whether or not the schema kept it folded.
        let states = store
            .read(|reader| {
                let cases = reader.where_in::<Case>("person", &hidden)?;
                reader.case_states(&[cases[0].0])
            })
            .unwrap();
        assert_eq!(
            (states[0].1.status, states[0].1.lead, states[0].1.closure),
            (CaseStatus::Closed, Some(staff(3)), None::<ClosureReason>),
            "{schema}"
        );
        // It goes on: what is written now is written as ever.
        laptop.changes_phone(known[0], "+212661000002");
        laptop.restart();
        assert_eq!(
            laptop.phone(known[0]).as_deref(),
            Some("+212661000002"),
            "{schema}"
        );
    }
}
