//! A hub that says nothing, says it slowly, or is left in the middle.
#![allow(clippy::unwrap_used)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ed25519_dalek::SigningKey;
use jisr_client::{ClientError, HubClient};
use jisr_domain::id::DeviceId;
use jisr_sync::wire::{HelloRequest, PROTOCOL};
use uuid::Uuid;

const HELLO: HelloRequest = HelloRequest {
    protocol: PROTOCOL,
    schema: 1,
};

/// Somebody who takes every connection, and does with it what is said.
fn hub(answer: impl Fn(TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            answer(stream);
        }
    });
    url
}

fn client(url: &str, patience: Duration) -> HubClient {
    let key = SigningKey::from_bytes(&[7; 32]);
    let client = HubClient::new(url, DeviceId(Uuid::from_u128(1)), key).unwrap();
    client.patient_for(patience)
}

/// Longer than any test lasts.
const AN_HOUR: Duration = Duration::from_secs(3_600);

#[test]
fn silence_is_nobody() {
    let url = hub(std::mem::forget);
    let said = client(&url, Duration::from_millis(100)).hello(&HELLO, 0);
    assert!(matches!(said, Err(ClientError::Unreachable(_))), "{said:?}");
}

#[test]
fn an_answer_that_stops_in_the_middle_is_no_answer() {
    let url = hub(|mut stream| {
        stream
            .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            .unwrap();
        std::mem::forget(stream);
    });
    let said = client(&url, Duration::from_millis(100)).hello(&HELLO, 0);
    assert!(matches!(said, Err(ClientError::Unreachable(_))), "{said:?}");
}

#[test]
fn a_poor_line_that_goes_on_is_waited_for() {
    let url = hub(|mut stream| {
        stream
            .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n")
            .unwrap();
        for _ in 0..20 {
            std::thread::sleep(Duration::from_millis(150));
            stream.write_all(b"x").unwrap();
        }
    });
    // Three seconds of answer for a patience of two: what arrives is no hub's, but all of it arrived.
    let said = client(&url, Duration::from_secs(2)).hello(&HELLO, 0);
    assert!(matches!(said, Err(ClientError::NotAHub)), "{said:?}");
}

#[test]
fn whoever_waits_may_stop() {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    let url = hub(move |stream| {
        // Once the request is there, and nothing of an answer.
        asked.store(true, Ordering::Relaxed);
        std::mem::forget(stream);
    });
    let said = client(&url, AN_HOUR).stopped_by(stop).hello(&HELLO, 0);
    assert!(matches!(said, Err(ClientError::Cancelled)), "{said:?}");
}
