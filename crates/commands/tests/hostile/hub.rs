//! Hubs: one of ours, on a thread of its own, and things that are none.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use jisr_commands::Host;
use jisr_domain::role::Role;
use jisr_hub::{CodeAsked, Surroundings, serve};
use jisr_sync::wire::{pack, unpack};
use serde::Serialize;
use serde_json::Value;
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
            // Read whole, so that closing afterwards does not cut the answer off.
            message(&mut stream);
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

/// A message of HTTP, its body as long as its head says; as much as came when the line is cut.
fn message(stream: &mut TcpStream) -> Vec<u8> {
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
                return seen;
            }
        }
        match stream.read(&mut chunk) {
            Ok(read) if read > 0 => seen.extend_from_slice(&chunk[..read]),
            _ => return seen,
        }
    }
}

/// The path a request asks for.
fn path_of(request: &[u8]) -> String {
    let text = String::from_utf8_lossy(request);
    text.split_whitespace()
        .nth(1)
        .unwrap_or_default()
        .to_owned()
}

/// Writes, and minds nobody hanging up.
pub fn send(stream: &mut TcpStream, bytes: &[u8]) {
    let _ = stream.write_all(bytes);
    let _ = stream.flush();
}

/// What stands between the laptop and its hub: hands everything on, until told to answer otherwise.
pub struct Between {
    pub url: String,
    how: Arc<Mutex<How>>,
}

/// Answers a request of this path, asking the hub or not.
type How = Box<dyn FnMut(&str, &mut dyn FnMut() -> Reply) -> Vec<u8> + Send>;

/// What the hub answers: the status line's end, and the body read.
pub type Reply = (String, Value);

impl Between {
    pub fn before(hub: &Hub) -> Self {
        let how: Arc<Mutex<How>> = Arc::new(Mutex::new(honest()));
        let (told, address) = (Arc::clone(&how), hub.address);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let request = message(&mut stream);
                let path = path_of(&request);
                let mut ask = || handed_on(address, &request);
                let answer = (told.lock().unwrap())(&path, &mut ask);
                send(&mut stream, &answer);
            }
        });
        Self { url, how }
    }

    /// From now on it answers like this.
    pub fn answers(
        &self,
        how: impl FnMut(&str, &mut dyn FnMut() -> Reply) -> Vec<u8> + Send + 'static,
    ) {
        *self.how.lock().unwrap() = Box::new(how);
    }

    /// From now on it changes what the hub answers on this path.
    pub fn changes(&self, path: &'static str, change: impl Fn(&mut Value) + Send + 'static) {
        self.answers(move |asked, ask| {
            let (status, mut value) = ask();
            if asked == path {
                change(&mut value);
            }
            answer(&status, &body(&value))
        });
    }

    /// It hands everything on again.
    pub fn is_honest(&self) {
        *self.how.lock().unwrap() = honest();
    }
}

fn honest() -> How {
    Box::new(|_, ask| {
        let (status, value) = ask();
        answer(&status, &body(&value))
    })
}

fn handed_on(address: SocketAddr, request: &[u8]) -> Reply {
    let mut hub = TcpStream::connect(address).unwrap();
    send(&mut hub, request);
    let whole = message(&mut hub);
    let end = whole
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap();
    let head = String::from_utf8_lossy(&whole[..end]).into_owned();
    let status = head.lines().next().unwrap()["HTTP/1.1 ".len()..].to_owned();
    (status, unpack(&whole[end + 4..]).unwrap())
}
