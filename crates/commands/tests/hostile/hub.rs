//! Hubs: one of ours, on a thread of its own, and things that are none.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;

use jisr_commands::Host;
use jisr_domain::role::Role;
use jisr_hub::{CodeAsked, Surroundings, serve};
use jisr_sync::wire::pack;
use serde::Serialize;
use tempfile::TempDir;

use crate::laptop::Clock;

impl Surroundings for Clock {
    fn now_ms(&self) -> u64 {
        Host::now_ms(self)
    }

    fn random(&self, bytes: &mut [u8]) {
        Host::random(self, bytes);
    }
}

/// A hub of ours.
pub struct Hub {
    hub: Arc<jisr_hub::Hub>,
    address: SocketAddr,
    _runtime: tokio::runtime::Runtime,
    _dir: TempDir,
}

impl Hub {
    pub fn start(clock: Clock) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let hub = Arc::new(jisr_hub::Hub::init(dir.path(), None, Arc::new(clock)).unwrap());
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(serve(hub.clone(), listener, std::future::pending()));
        Self {
            hub,
            address,
            _runtime: runtime,
            _dir: dir,
        }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A code for a person of this role, good for so many minutes.
    pub fn code(&self, role: Role, minutes: u64) -> String {
        self.hub
            .make_code(&CodeAsked {
                role: Some(role),
                minutes,
                ..CodeAsked::default()
            })
            .unwrap()
    }
}

/// Something that answers every request in the same way; gives its address.
pub fn impostor(answer: impl Fn(&mut TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            read_request(&mut stream);
            answer(&mut stream);
        }
    });
    format!("http://{address}")
}

/// A whole answer of HTTP.
pub fn answer(status: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// A body as a hub writes it.
pub fn body(value: &impl Serialize) -> Vec<u8> {
    pack(value).unwrap()
}

/// Reads the request whole, so that closing afterwards does not cut the answer off; gives its path.
pub fn read_request(stream: &mut TcpStream) -> String {
    let mut seen = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let head = seen.windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(end) = head {
            let text = String::from_utf8_lossy(&seen[..end]).to_lowercase();
            let length: usize = text
                .lines()
                .find_map(|line| line.strip_prefix("content-length:"))
                .map_or(0, |value| value.trim().parse().unwrap());
            if seen.len() >= end + 4 + length {
                let path = text.split_whitespace().nth(1).unwrap_or_default();
                return path.to_owned();
            }
        }
        match stream.read(&mut chunk) {
            Ok(read) if read > 0 => seen.extend_from_slice(&chunk[..read]),
            _ => return String::new(),
        }
    }
}

/// Writes, and minds nobody hanging up.
pub fn send(stream: &mut TcpStream, bytes: &[u8]) {
    let _ = stream.write_all(bytes);
    let _ = stream.flush();
}
