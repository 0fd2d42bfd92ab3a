//! The hub over HTTP: one path a request, bodies as in `jisr_sync::wire`.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, OriginalUri, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jisr_domain::id::DeviceId;
use jisr_sync::sign::verify_request;
use jisr_sync::wire::{self, EnrolRequest, HEADER_DEVICE, HEADER_SIGNATURE, HEADER_TIME, Refusal};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tower_http::timeout::TimeoutLayer;

use crate::enrol::verifying_key;
use crate::error::Refused;
use crate::{Hub, HubError};

/// A push of 64 MiB over a poor line, and time to take it.
const TIMEOUT: Duration = Duration::from_secs(180);

impl Hub {
    /// [`router`].
    pub fn router(self: Arc<Self>) -> Router {
        router(self)
    }
}

/// Every path of the hub.
pub fn router(hub: Arc<Hub>) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/v1/enrol", post(enrol))
        .route(
            "/v1/hello",
            post(|state, uri, headers, body| signed(state, uri, headers, body, Hub::hello)),
        )
        .route(
            "/v1/push",
            post(|state, uri, headers, body| signed(state, uri, headers, body, Hub::take_push)),
        )
        .route(
            "/v1/pull",
            post(|state, uri, headers, body| signed(state, uri, headers, body, Hub::page)),
        )
        .route(
            "/v1/fork",
            post(|state, uri, headers, body| signed(state, uri, headers, body, Hub::fork)),
        )
        .route(
            "/v1/attachment/have",
            post(|state, uri, headers, body| {
                signed(state, uri, headers, body, Hub::attachment_have)
            }),
        )
        .route(
            "/v1/attachment/put",
            post(|state, uri, headers, body| {
                signed(state, uri, headers, body, Hub::attachment_put)
            }),
        )
        .route(
            "/v1/attachment/get",
            post(|state, uri, headers, body| {
                signed(state, uri, headers, body, Hub::attachment_get)
            }),
        )
        .layer(DefaultBodyLimit::max(wire::MAX_COMPRESSED))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            TIMEOUT,
        ))
        .with_state(hub)
}

/// What the headers of a request say.
struct Signed {
    device: DeviceId,
    at_ms: u64,
    signature: [u8; 64],
}

fn read_headers(headers: &HeaderMap) -> Option<Signed> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    Some(Signed {
        device: text(HEADER_DEVICE)?.parse().ok()?,
        at_ms: text(HEADER_TIME)?.parse().ok()?,
        signature: URL_SAFE_NO_PAD
            .decode(text(HEADER_SIGNATURE)?)
            .ok()?
            .try_into()
            .ok()?,
    })
}

async fn signed<Q: DeserializeOwned + 'static, A: Serialize + 'static>(
    State(hub): State<Arc<Hub>>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Bytes,
    work: fn(&Hub, DeviceId, &Q) -> Result<A, HubError>,
) -> Response {
    let path = uri.path().to_owned();
    answer(path.clone(), body.len(), move || {
        let signed = read_headers(&headers).ok_or(Refused::SignatureWrong)?;
        hub.authenticate(signed.device, &path, signed.at_ms, &body, &signed.signature)?;
        let request = wire::unpack(&body).map_err(|_| Refused::BodyUnreadable)?;
        Ok(wire::pack(&work(&hub, signed.device, &request)?)?)
    })
    .await
}

async fn enrol(
    State(hub): State<Arc<Hub>>,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let path = uri.path().to_owned();
    answer(path.clone(), body.len(), move || {
        let request: EnrolRequest = wire::unpack(&body).map_err(|_| Refused::BodyUnreadable)?;
        // The device shows that it holds the key it brings.
        let signed = read_headers(&headers)
            .filter(|signed| signed.device == request.device)
            .ok_or(Refused::SignatureWrong)?;
        let key = verifying_key(&request.device_key)?;
        verify_request(
            &key,
            signed.device,
            &path,
            signed.at_ms,
            &body,
            &signed.signature,
        )
        .map_err(|_| Refused::SignatureWrong)?;
        Ok(wire::pack(&hub.enrol(&request)?)?)
    })
    .await
}

/// Runs `work` off the network's threads, and says how it went: in the log without a name, to the device as a
/// body or a code.
async fn answer(
    path: String,
    received: usize,
    work: impl FnOnce() -> Result<Vec<u8>, HubError> + Send + 'static,
) -> Response {
    let done = tokio::task::spawn_blocking(work).await;
    let refused = match done {
        Ok(Ok(body)) => {
            tracing::info!(path, received, sent = body.len(), "answered");
            return (
                StatusCode::OK,
                [(header::CONTENT_TYPE, "application/zstd")],
                body,
            )
                .into_response();
        }
        Ok(Err(HubError::Refused(refused))) => {
            tracing::info!(path, received, code = refused.code(), "refused");
            refused
        }
        Ok(Err(error)) => {
            tracing::error!(path, received, %error, "failed");
            Refused::Failed
        }
        Err(_) => {
            tracing::error!(path, received, "broke off");
            Refused::Failed
        }
    };
    let status =
        StatusCode::from_u16(refused.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match wire::pack(&Refusal {
        code: refused.code().to_owned(),
    }) {
        Ok(body) => (status, [(header::CONTENT_TYPE, "application/zstd")], body).into_response(),
        Err(_) => status.into_response(),
    }
}
