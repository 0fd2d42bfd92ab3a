//! A round somebody stops while the hub's answer is still arriving.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc;
use std::time::Duration;

use jisr_tests::hub::Hub;
use jisr_tests::laptop::Laptop;
use serde_json::json;

/// How often the slow hub sends a few bytes more: ten seconds of them, unless nobody listens any longer.
const DRIPS: usize = 500;

/// A laptop in the middle of a round whose line is so poor that the answer takes for ever, and the one that sends it:
/// whether it was heard out.
fn in_a_slow_round() -> (Hub, Laptop, std::thread::JoinHandle<bool>) {
    let mut hub = Hub::start();
    let hanane = Laptop::set_up("Hanane Cherkaoui", "director", 1);
    hanane.enrol(&hub.url, &hub.admin(&["code"]), false);
    hanane.sync();
    hub.stop();

    let listener = TcpListener::bind(hub.url.trim_start_matches("http://")).unwrap();
    let (began, begun) = mpsc::channel();
    let slow = std::thread::spawn(move || {
        let (mut line, _) = listener.accept().unwrap();
        let mut request = [0; 1];
        line.read_exact(&mut request).unwrap();
        line.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            .unwrap();
        began.send(()).unwrap();
        (0..DRIPS).all(|_| {
            std::thread::sleep(Duration::from_millis(20));
            line.write_all(&[0; 1_000]).is_ok()
        })
    });
    hanane.rpc("sync.start", json!({}));
    begun.recv().unwrap();
    (hub, hanane, slow)
}

#[test]
fn stopping_a_round_hangs_up_on_an_answer_half_read() {
    let (mut hub, hanane, slow) = in_a_slow_round();
    hanane.rpc("sync.stop", json!({}));
    let heard_out = slow.join().unwrap();
    assert!(!heard_out, "the answer was read to its end all the same");
    while hanane.rpc("sync.status", json!({}))["running"].is_object() {
        std::thread::yield_now();
    }
    let status = hanane.rpc("sync.status", json!({}));
    assert_eq!(status["last_error"], "sync_stopped", "{status}");
    assert_eq!(status["pending"], 0);

    hub.resume();
    hanane.sync();
}

#[test]
fn a_laptop_locked_in_the_middle_of_a_round_is_unlocked_at_once_by_anybody() {
    let (mut hub, hanane, slow) = in_a_slow_round();
    let staff = hanane.core().session().unwrap().staff().to_string();
    hanane.rpc("session.lock", json!({}));
    let held = std::fs::File::open(hanane.core().dir().join("jisr.lock")).unwrap();
    held.try_lock()
        .expect("whoever copies or puts back the folder now finds it closed");
    drop(held);
    hanane.unlock(&staff);
    assert!(!slow.join().unwrap(), "the answer was read to its end");

    hub.resume();
    hanane.sync();
}
