//! A record through the door, one a transaction, against its rows written by rusqlite alone.
//!
//! The rows of one write are those the door writes: the record, its line of the change log, the signed
//! transaction, the line of the audit log, and the device's row moved on. The baseline writes the very bytes the
//! door wrote, into a copy of the file as it was before, in a transaction each; what is compared is everything
//! the door does besides: reading, checking, signing, chaining, encoding.

use std::path::Path;
use std::time::{Duration, Instant};

use ed25519_dalek::SigningKey;
use jisr_domain::civil::{civil_day, moment};
use jisr_domain::id::{CaseId, CenterId, DeviceId, PersonId, StaffId};
use jisr_domain::note::{Note, NoteKind};
use jisr_store::{Actor, Moment, NewDevice, Store, StoreError};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use tempfile::tempdir;
use uuid::Uuid;

use crate::bare;
use crate::desk::{copy, now_ms};
use crate::figure::{Budget, Figure, RUNS, median};

/// Records of one run.
const RECORDS: u32 = 400;
const KEY: [u8; 32] = [9; 32];
/// As long as most notes are.
const BODY: &str = "تم الاستماع إليها على انفراد، وأكدت أنها ترغب في مواصلة المواكبة وأن الهاتف آمن بعد الزوال. \
    موعد المتابعة يوم الإثنين بالمركز.";

/// The row.
pub fn figures() -> Vec<Figure> {
    let (mut door, mut alone) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let folder = tempdir().expect("a folder");
        let (written, again) = (folder.path().join("door"), folder.path().join("bare"));
        drop(new_store(&written));
        copy(&written, &again);
        door.push(rate(through_the_door(&written)));
        alone.push(rate(by_rusqlite(&written, &again)));
    }
    vec![Figure {
        what: format!("write a record through the door, one per transaction ({RECORDS} notes)"),
        figure: median(door),
        baseline: Some(("the same rows by rusqlite alone", median(alone))),
        unit: "/s",
        budget: Budget::RatioAtLeast(0.8),
    }]
}

fn rate(took: Duration) -> f64 {
    f64::from(RECORDS) / took.as_secs_f64()
}

fn new_store(folder: &Path) -> Store {
    let device = NewDevice {
        device: DeviceId(Uuid::from_u128(1)),
        device_secret: [3; 32],
        center: CenterId(Uuid::from_u128(2)),
        label: "BNCH".to_owned(),
    };
    Store::create(folder, &KEY, device).expect("a database")
}

fn through_the_door(folder: &Path) -> Duration {
    let store = Store::open(folder, &KEY).expect("the database");
    let actor = Actor {
        staff: StaffId(Uuid::from_u128(3)),
        key: &SigningKey::from_bytes(&[5; 32]),
    };
    let note = |ms| Note {
        case: Some(CaseId(Uuid::from_u128(4))),
        person: Some(PersonId(Uuid::from_u128(5))),
        kind: Some(NoteKind::Listening),
        body: Some(BODY.to_owned()),
        day: Some(civil_day(ms)),
        at: Some(moment(ms)),
        by: Some(actor.staff),
        corrects: None,
    };
    let start = Instant::now();
    for _ in 0..RECORDS {
        let ms = now_ms();
        let when = Moment {
            ms,
            today: civil_day(ms),
        };
        store
            .write::<_, StoreError>(&actor, &when, |tx| {
                let id = tx.new_id();
                tx.create(id, &note(ms))
            })
            .expect("it is written");
    }
    start.elapsed()
}

fn by_rusqlite(written: &Path, again: &Path) -> Duration {
    let (notes, changes, transactions, audit) = {
        let from = bare::open_profile(written, &KEY);
        (
            bare::rows(&from, "SELECT * FROM note ORDER BY rowid"),
            bare::rows(&from, "SELECT * FROM \"change\" ORDER BY seq"),
            bare::rows(&from, "SELECT * FROM tx ORDER BY first"),
            bare::rows(&from, "SELECT * FROM audit ORDER BY n"),
        )
    };
    for rows in [&notes, &changes, &transactions, &audit] {
        assert_eq!(
            rows.len(),
            RECORDS as usize,
            "the door writes one row of each"
        );
    }
    let to = bare::open_profile(again, &KEY);
    let device = bare::rows(&to, "SELECT * FROM device").remove(0);
    let hash_of = |change: &[Value]| change.last().cloned().expect("the chain");
    let start = Instant::now();
    for place in 0..notes.len() {
        to.prepare_cached("BEGIN IMMEDIATE")
            .and_then(|mut begin| begin.execute([]))
            .expect("a transaction");
        put(&to, "note", &notes[place]);
        put(&to, "change", &changes[place]);
        put(&to, "tx", &transactions[place]);
        put(&to, "audit", &audit[place]);
        // All of it, as the door does: device, label, center, hub and mark stay as they are.
        let mut moved = device.clone();
        moved[11] = Value::Integer(i64::try_from(place).expect("few"));
        moved[13] = Value::Integer(i64::try_from(place + 1).expect("few"));
        moved[14] = hash_of(&changes[place]);
        move_on(&to, &moved);
        to.prepare_cached("COMMIT")
            .and_then(|mut commit| commit.execute([]))
            .expect("it is written");
    }
    start.elapsed()
}

fn put(to: &Connection, table: &str, row: &[Value]) {
    to.prepare_cached(&bare::insert(table, row))
        .and_then(|mut insert| insert.execute(params_from_iter(row)))
        .expect("the row is written");
}

fn move_on(to: &Connection, device: &[Value]) {
    to.prepare_cached(
        "UPDATE device SET device = ?2, label = ?4, center = ?5, center_code = ?6, hub_url = ?7, hub = ?8, epoch = ?9, \
         mark_seq = ?10, mark_hash = ?11, clock_last = ?12, clock_offset_ms = ?13, last_seq = ?14, last_hash = ?15 \
         WHERE one = ?1 AND ?3 IS NOT NULL",
    )
    .and_then(|mut update| update.execute(params_from_iter(device)))
    .expect("the device's row");
}
