//! Stands between a device and the hub, and counts what crosses: every byte of both ways, headers included, and
//! the requests by what they ask.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What crossed since it was last asked.
#[derive(Clone, Default)]
pub struct Crossed {
    /// Bytes of records towards the hub: those of attachments have no baseline to be compared with.
    pub sent: usize,
    /// Bytes of records from the hub.
    pub received: usize,
    /// Bytes of attachments are crossing.
    attached: bool,
    /// Requests, by the last part of their path: `hello`, `push`, `pull`.
    pub requests: BTreeMap<String, usize>,
}

impl Crossed {
    /// Requests of one kind.
    pub fn asked(&self, what: &str) -> usize {
        self.requests.get(what).copied().unwrap_or(0)
    }
}

/// The relay. Its thread ends with the process.
pub struct Relay {
    /// The address to enrol at.
    pub url: String,
    crossed: Arc<Mutex<Crossed>>,
}

/// How every request to a hub begins.
const ASKING: &[u8] = b"POST /v1/";

impl Relay {
    /// One before the hub at `url`.
    ///
    /// # Panics
    /// When there is no port left.
    pub fn before(url: &str) -> Self {
        let hub = url
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        let crossed = Arc::<Mutex<Crossed>>::default();
        let shared = Arc::clone(&crossed);
        std::thread::spawn(move || {
            for device in listener.incoming().map_while(Result::ok) {
                let Ok(to_hub) = TcpStream::connect(&hub) else {
                    continue;
                };
                // As the device and the hub do between themselves.
                let _ = (device.set_nodelay(true), to_hub.set_nodelay(true));
                let (Ok(from_device), Ok(from_hub)) = (device.try_clone(), to_hub.try_clone())
                else {
                    continue;
                };
                let counted = Arc::clone(&shared);
                std::thread::spawn(move || up(from_device, to_hub, &counted));
                let counted = Arc::clone(&shared);
                std::thread::spawn(move || down(from_hub, device, &counted));
            }
        });
        Self { url, crossed }
    }

    /// What crossed since the last time this was asked.
    ///
    /// # Panics
    /// When a thread of the relay did.
    pub fn take(&self) -> Crossed {
        std::mem::take(&mut *self.crossed.lock().expect("the count"))
    }
}

fn up(mut from: TcpStream, mut to: TcpStream, crossed: &Mutex<Crossed>) {
    carry(&mut from, &mut to, |chunk| {
        let mut crossed = crossed.lock().expect("the count");
        // A request begins where one write begins: the device waits for each answer before it asks again.
        if let Some(path) = chunk.strip_prefix(ASKING) {
            let end = path.iter().position(|byte| *byte == b' ').unwrap_or(0);
            let what = String::from_utf8_lossy(&path[..end]).into_owned();
            crossed.attached = what.starts_with("attachment");
            *crossed.requests.entry(what).or_default() += 1;
        }
        if !crossed.attached {
            crossed.sent += chunk.len();
        }
    });
}

fn down(mut from: TcpStream, mut to: TcpStream, crossed: &Mutex<Crossed>) {
    carry(&mut from, &mut to, |chunk| {
        let mut crossed = crossed.lock().expect("the count");
        if !crossed.attached {
            crossed.received += chunk.len();
        }
    });
}

fn carry(from: &mut TcpStream, to: &mut TcpStream, mut see: impl FnMut(&[u8])) {
    let mut chunk = vec![0; 256 << 10];
    while let Ok(read) = from.read(&mut chunk) {
        // Counted before it goes on: whoever waits for the last byte then finds it counted.
        see(&chunk[..read]);
        if read == 0 || to.write_all(&chunk[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
