//! A center's records on their way to a real hub, over HTTP, and from there to a second device.
//!
//! Bytes are those of the wire, headers included, as a relay between the device and the hub counts them. Their
//! baseline is one zstd stream, level 3, of the same records as JSON lines ordered by kind and id: no history, no
//! signatures, nothing that could be resumed. Times are those of whole rounds; their baseline is every row the
//! round left at the hub, or on the second device, written again by rusqlite alone in batches into a file of the
//! same tables, indexes, cipher and durability.

use std::path::Path;
use std::time::Duration;

use jisr_tests::hub::Hub;
use jisr_tests::programs::PASSPHRASE;
use rusqlite::types::Value as Sql;
use serde_json::json;
use tempfile::{TempDir, tempdir};

use crate::bare;
use crate::desk::{DIRECTOR, Desk, copy, invent, now_ms};
use crate::figure::{Budget, Figure, RUNS, median, ms};
use crate::relay::{Crossed, Relay};

/// People whose center holds ten thousand records, within a few in a hundred.
const PEOPLE: u32 = 850;
/// Records edited of them.
const EDITED: usize = 100;

/// What one run gives.
struct Run {
    records: usize,
    pushing: Duration,
    pushed: Crossed,
    pushed_stream: usize,
    hub_alone: Duration,
    arriving: Duration,
    arrived: Crossed,
    arrived_records: usize,
    arrived_stream: usize,
    device_alone: Duration,
    edits_out: Crossed,
    edits_in: Crossed,
}

/// The rows.
pub fn figures() -> Vec<Figure> {
    let origin = tempdir().expect("a folder");
    invent(origin.path(), PEOPLE);
    let runs: Vec<Run> = (0..RUNS).map(|_| run(origin.path())).collect();
    let middle = |of: fn(&Run) -> f64| median(runs.iter().map(of).collect());
    let Some(first) = runs.first() else {
        return Vec::new();
    };
    let (records, arrived) = (first.records, first.arrived_records);
    let kib = |bytes: f64| bytes / 1024.0;
    let trips = |crossed: &Crossed, way: &str| (crossed.asked("hello") + crossed.asked(way)) as f64;
    vec![
        Figure {
            what: format!("push {records} records, bytes sent"),
            figure: kib(middle(|run| run.pushed.sent as f64)),
            baseline: Some((
                "one zstd-3 stream",
                kib(middle(|run| run.pushed_stream as f64)),
            )),
            unit: "KiB",
            budget: Budget::RatioAtMost(1.3),
        },
        Figure::told(
            "bytes received in that round",
            kib(middle(|run| run.pushed.received as f64)),
            "KiB",
        ),
        Figure {
            what: format!("push {records} records, time of the round"),
            figure: middle(|run| ms(run.pushing)),
            baseline: Some((
                "the hub's rows by rusqlite alone",
                middle(|run| ms(run.hub_alone)),
            )),
            unit: "ms",
            budget: Budget::RatioAtMost(2.0),
        },
        Figure {
            what: format!("bootstrap a second device with {arrived} of them, bytes received"),
            figure: kib(middle(|run| run.arrived.received as f64)),
            baseline: Some((
                "one zstd-3 stream",
                kib(middle(|run| run.arrived_stream as f64)),
            )),
            unit: "KiB",
            budget: Budget::RatioAtMost(1.3),
        },
        Figure {
            what: format!("bootstrap a second device with {arrived} of them, time of the round"),
            figure: middle(|run| ms(run.arriving)),
            baseline: Some((
                "the device's rows by rusqlite alone",
                middle(|run| ms(run.device_alone)),
            )),
            unit: "ms",
            budget: Budget::RatioAtMost(2.0),
        },
        Figure::alone(
            format!("{EDITED} edits, from the device that made them: hello and push"),
            median(
                runs.iter()
                    .map(|run| trips(&run.edits_out, "push"))
                    .collect(),
            ),
            "round trips",
            2.0,
        ),
        Figure::alone(
            "the same, to the other device: hello and pull",
            median(
                runs.iter()
                    .map(|run| trips(&run.edits_in, "pull"))
                    .collect(),
            ),
            "round trips",
            2.0,
        ),
    ]
}

fn run(origin: &Path) -> Run {
    let (hub, here, there) = (Hub::start(), folder(), folder());
    let relay = Relay::before(&hub.url);
    copy(origin, here.path());

    let hanane = Desk::open(here.path(), DIRECTOR);
    let enrol = |desk: &Desk, code: &str, join: bool| {
        desk.rpc(
            "device.enrol",
            json!({ "hub": relay.url, "code": code, "join": join }),
        )
    };
    enrol(&hanane, &hub.admin(&["code"]), false);
    relay.take();
    let pushing = hanane.sync();
    let pushed = relay.take();

    let second = Desk::set_up(there.path(), "Samira Idrissi", "director");
    let code = hub.admin(&["code", "--user", "Samira Idrissi", "--role", "director"]);
    enrol(&second, &code, true);
    relay.take();
    let arriving = second.sync();
    let arrived = relay.take();

    let edited = edit(&hanane, here.path());
    hanane.sync();
    let edits_out = relay.take();
    second.sync();
    let edits_in = relay.take();
    let seen = second.rpc("person.get", json!({ "person": edited }))["person"]["record"]["address"]
        .clone();
    assert_eq!(seen, ADDRESS, "the edit arrived");

    // Their databases are read once nobody has them open.
    let (staff_here, staff_there) = (hanane.staff.clone(), second.staff.clone());
    drop((hanane, second));
    let mut hub = hub;
    hub.stop();
    let spare = folder();
    let sent = device(here.path(), &staff_here);
    let received = device(there.path(), &staff_there);
    let key = bare::hub_key(&hub.folder());
    let held = bare::open(&hub.folder().join("hub.db"), &key);
    let (pushed_stream, records) = bare::one_stream(&sent);
    let (arrived_stream, arrived_records) = bare::one_stream(&received);
    let (hub_alone, _) = bare::written_again(&held, &spare.path().join("hub.db"), &key);
    let (device_alone, _) = bare::written_again(&received, &spare.path().join("device.db"), &key);
    Run {
        records,
        pushing,
        pushed,
        pushed_stream,
        hub_alone,
        arriving,
        arrived,
        arrived_records,
        arrived_stream,
        device_alone,
        edits_out,
        edits_in,
    }
}

fn folder() -> TempDir {
    tempdir().expect("a folder")
}

fn device(profile: &Path, staff: &str) -> rusqlite::Connection {
    let key = bare::key_of(profile, staff, PASSPHRASE, now_ms());
    bare::open_profile(profile, &key)
}

/// Where those whose record is edited live from now on.
const ADDRESS: &str = "حي السلام، زنقة 12، رقم 7";

/// Edits one record in a hundred, as from the window, and names one of them.
fn edit(desk: &Desk, profile: &Path) -> String {
    let people: Vec<String> = {
        let conn = device(profile, &desk.staff);
        let found = bare::rows(
            &conn,
            &format!("SELECT id FROM person ORDER BY id LIMIT {EDITED}"),
        );
        found
            .into_iter()
            .filter_map(|row| match row.into_iter().next() {
                Some(Sql::Text(id)) => Some(id),
                _ => None,
            })
            .collect()
    };
    assert_eq!(people.len(), EDITED);
    for person in &people {
        let held = desk.rpc("person.get", json!({ "person": person }))["person"].clone();
        desk.rpc(
            "person.update",
            json!({ "id": person, "seen": held["seen"], "patch": { "address": ADDRESS } }),
        );
    }
    people[0].clone()
}
