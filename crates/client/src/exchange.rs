//! One request and its answer, watched: nobody waits long for somebody who says nothing, and whoever waits may stop.

use std::io::{Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use reqwest::StatusCode;
use reqwest::blocking::{Body, RequestBuilder};

use crate::ClientError;

/// How often whoever waits looks whether to stop.
const LOOK: Duration = Duration::from_millis(50);
/// Bytes a second of the poorest line: what was handed to the system may be on its way for that long, unseen.
const POOREST_LINE: u64 = 2_000;

/// What the thread of a request tells.
enum ExchangeEvent {
    Status(StatusCode),
    Bytes(Vec<u8>),
    End,
    Failed(Option<reqwest::Error>),
}

/// Sends `bytes` and gives the answer as it comes to `take`. Silence longer than `patience` is the end; every byte that
/// leaves or arrives begins it anew. `stop` is looked at all the while.
///
/// # Errors
/// [`ClientError::Unreachable`], [`ClientError::Cancelled`], those of `take`.
pub(crate) fn exchange(
    request: RequestBuilder,
    bytes: Vec<u8>,
    patience: Duration,
    stop: impl Fn() -> bool,
    mut take: impl FnMut(Vec<u8>) -> Result<(), ClientError>,
) -> Result<StatusCode, ClientError> {
    let left = Arc::new(AtomicU64::new(0));
    let body = Counted {
        bytes: Cursor::new(bytes),
        left: Arc::clone(&left),
    };
    let length = body.bytes.get_ref().len() as u64;
    let (tell, told) = channel();
    // A thread that is left behind ends with its connection, whose own limit is the client's.
    std::thread::spawn(move || talk(request.body(Body::sized(body, length)), &tell));
    listen(&told, &left, patience, stop, &mut take)
}

fn listen(
    told: &Receiver<ExchangeEvent>,
    left: &AtomicU64,
    patience: Duration,
    stop: impl Fn() -> bool,
    take: &mut impl FnMut(Vec<u8>) -> Result<(), ClientError>,
) -> Result<StatusCode, ClientError> {
    let (mut since, mut seen, mut status) = (Instant::now(), 0, None);
    loop {
        if stop() {
            return Err(ClientError::Cancelled);
        }
        match told.recv_timeout(LOOK) {
            Ok(ExchangeEvent::Status(said)) => status = Some(said),
            Ok(ExchangeEvent::Bytes(bytes)) => take(bytes)?,
            Ok(ExchangeEvent::End) => return status.ok_or(ClientError::Unreachable(None)),
            Ok(ExchangeEvent::Failed(error)) => return Err(ClientError::Unreachable(error)),
            Err(RecvTimeoutError::Disconnected) => return Err(ClientError::Unreachable(None)),
            Err(RecvTimeoutError::Timeout) => {
                let sent = left.load(Ordering::Relaxed);
                let unseen = if status.is_none() {
                    sent / POOREST_LINE
                } else {
                    0
                };
                if sent == seen && since.elapsed() > patience + Duration::from_secs(unseen) {
                    return Err(ClientError::Unreachable(None));
                }
                if sent != seen {
                    (seen, since) = (sent, Instant::now());
                }
                continue;
            }
        }
        since = Instant::now();
    }
}

fn talk(request: RequestBuilder, tell: &Sender<ExchangeEvent>) {
    let mut answer = match request.send() {
        Ok(answer) => answer,
        Err(error) => {
            let _ = tell.send(ExchangeEvent::Failed(Some(error)));
            return;
        }
    };
    if tell.send(ExchangeEvent::Status(answer.status())).is_err() {
        return;
    }
    let mut chunk = vec![0; 64 << 10];
    loop {
        let said = match answer.read(&mut chunk) {
            Ok(0) => ExchangeEvent::End,
            Ok(read) => ExchangeEvent::Bytes(chunk.get(..read).unwrap_or_default().to_vec()),
            Err(_) => ExchangeEvent::Failed(None),
        };
        let ends = !matches!(said, ExchangeEvent::Bytes(_));
        // Nobody listens any more: the connection is closed.
        if tell.send(said).is_err() || ends {
            return;
        }
    }
}

/// A body that counts what was taken of it.
struct Counted {
    bytes: Cursor<Vec<u8>>,
    left: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.left.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
