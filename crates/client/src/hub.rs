//! The requests.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::SigningKey;
use jisr_domain::id::DeviceId;
use jisr_sync::sign::sign_request;
use jisr_sync::wire::{self, HEADER_DEVICE, HEADER_SIGNATURE, HEADER_TIME};
use jisr_sync::wire::{
    EnrolReply, EnrolRequest, ForkReply, ForkRequest, GetReply, GetRequest, HaveReply, HaveRequest,
    HelloReply, HelloRequest, PullPage, PullRequest, PushReply, PushRequest, PutReply, PutRequest,
    Refusal,
};
use reqwest::blocking::Client;
use reqwest::redirect::Policy;
use reqwest::{StatusCode, Url};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::ClientError;
use crate::exchange::exchange;
use crate::traffic::{Counters, Traffic};
use crate::url::{check, is_this_machine};

/// To find out whether anything is there.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(20);
/// Silence after which nobody is there. A line of ten kilobytes a second is never silent that long.
const PATIENCE: Duration = Duration::from_secs(25);
/// One request, a full page over a poor line included: a thread nobody waits for ends then at the latest.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(900);

/// One device's way to its hub.
pub struct HubClient {
    base: Url,
    device: DeviceId,
    key: SigningKey,
    http: Client,
    counters: Counters,
    cancel: Arc<AtomicBool>,
    patience: Duration,
}

impl fmt::Debug for HubClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HubClient")
            .field("base", &self.base.as_str())
            .field("device", &self.device)
            .finish_non_exhaustive()
    }
}

impl HubClient {
    /// A client of the hub at `base_url` for `device`, signing with its `key`.
    ///
    /// # Errors
    /// [`ClientError::BadUrl`], [`ClientError::InsecureUrl`], [`ClientError::Unusable`].
    pub fn new(base_url: &str, device: DeviceId, key: SigningKey) -> Result<Self, ClientError> {
        let base = check(base_url)?;
        // Once per process; whoever was first chose as well as we do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        // A redirect never comes from a hub: following it would carry signed bodies to a stranger.
        let mut builder = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(REQUEST_TIMEOUT)
            .redirect(Policy::none())
            .referer(false);
        if is_this_machine(&base) {
            builder = builder.no_proxy();
        }
        let http = builder.build().map_err(ClientError::Unusable)?;
        Ok(Self {
            base,
            device,
            key,
            http,
            counters: Counters::default(),
            cancel: Arc::default(),
            patience: PATIENCE,
        })
    }

    /// The same client, which takes silence of `patience` for nobody.
    #[must_use]
    pub fn patient_for(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The same client, stopped by `flag` at any moment of a request.
    #[must_use]
    pub fn stopped_by(self, flag: Arc<AtomicBool>) -> Self {
        Self {
            cancel: flag,
            ..self
        }
    }

    /// What was sent and received so far.
    pub fn traffic(&self) -> Traffic {
        self.counters.read()
    }

    /// Opens a conversation. `now_ms`: the device's clock, milliseconds since 1970, in this and every request.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn hello(&self, body: &HelloRequest, now_ms: u64) -> Result<HelloReply, ClientError> {
        self.signed("v1/hello", body, now_ms)
    }

    /// Sends whole transactions.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn push(&self, body: &PushRequest, now_ms: u64) -> Result<PushReply, ClientError> {
        self.signed("v1/push", body, now_ms)
    }

    /// Asks for a page.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn pull(&self, body: &PullRequest, now_ms: u64) -> Result<PullPage, ClientError> {
        self.signed("v1/pull", body, now_ms)
    }

    /// Takes a new identity after a clone or a restore (rule 9).
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn fork(&self, body: &ForkRequest, now_ms: u64) -> Result<ForkReply, ClientError> {
        self.signed("v1/fork", body, now_ms)
    }

    /// Asks which pieces of attachments the hub holds (rule 27).
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn attachment_have(
        &self,
        body: &HaveRequest,
        now_ms: u64,
    ) -> Result<HaveReply, ClientError> {
        self.signed("v1/attachment/have", body, now_ms)
    }

    /// Sends one piece of an attachment.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn attachment_put(&self, body: &PutRequest, now_ms: u64) -> Result<PutReply, ClientError> {
        self.signed("v1/attachment/put", body, now_ms)
    }

    /// Fetches one piece of an attachment.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn attachment_get(&self, body: &GetRequest, now_ms: u64) -> Result<GetReply, ClientError> {
        self.signed("v1/attachment/get", body, now_ms)
    }

    /// Asks to belong to the hub. Signed like the rest, so that the hub knows the device holds its key.
    ///
    /// # Errors
    /// [`ClientError`].
    pub fn enrol(&self, body: &EnrolRequest, now_ms: u64) -> Result<EnrolReply, ClientError> {
        self.signed("v1/enrol", body, now_ms)
    }

    fn signed<T: Serialize, R: DeserializeOwned>(
        &self,
        path: &str,
        body: &T,
        now_ms: u64,
    ) -> Result<R, ClientError> {
        self.go_on()?;
        let bytes = wire::pack(body).map_err(|_| ClientError::TooLarge)?;
        if bytes.len() > wire::MAX_COMPRESSED {
            return Err(ClientError::TooLarge);
        }
        // What is signed is the path of the protocol, not of a proxy that serves the hub under another one.
        let signature = sign_request(&self.key, self.device, &format!("/{path}"), now_ms, &bytes);
        let url = self.base.join(path).map_err(|_| ClientError::BadUrl)?;
        self.counters.request(bytes.len());
        let request = self
            .http
            .post(url)
            .header("content-type", "application/zstd")
            .header(HEADER_DEVICE, self.device.to_string())
            .header(HEADER_TIME, now_ms.to_string())
            .header(HEADER_SIGNATURE, URL_SAFE_NO_PAD.encode(signature));
        let mut body = Vec::new();
        let stopped = || self.cancel.load(Ordering::Relaxed);
        let status = exchange(request, bytes, self.patience, stopped, |chunk| {
            self.counters.answer(chunk.len());
            // An answer is not trusted to end.
            if body.len() + chunk.len() > wire::MAX_COMPRESSED {
                return Err(ClientError::TooLarge);
            }
            body.extend_from_slice(&chunk);
            Ok(())
        })?;
        read_answer(status, &body)
    }

    fn go_on(&self) -> Result<(), ClientError> {
        if self.cancel.load(Ordering::Relaxed) {
            Err(ClientError::Cancelled)
        } else {
            Ok(())
        }
    }
}

/// What an answer says. Only a body the hub wrote counts as the hub's.
fn read_answer<R: DeserializeOwned>(status: StatusCode, body: &[u8]) -> Result<R, ClientError> {
    if status.is_success() {
        return wire::unpack(body).map_err(|_| ClientError::NotAHub);
    }
    match wire::unpack::<Refusal>(body) {
        Ok(refusal) => Err(ClientError::Refused {
            code: refusal.code,
            status: status.as_u16(),
        }),
        Err(_) if status == StatusCode::PAYLOAD_TOO_LARGE => Err(ClientError::TooLarge),
        // The proxy in front of a hub that is being restarted.
        Err(_) if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS => {
            Err(ClientError::Unreachable(None))
        }
        Err(_) => Err(ClientError::NotAHub),
    }
}
