//! The browser bridge: the built interface and the dispatcher on loopback, behind a token. Compiled only with
//! the `bridge` feature: it opens a port, so it never belongs in a release.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jisr_commands::{Cause, Core, Host};
use serde::Deserialize;
use serde_json::{Value, json};

use jisr_cli::host::Machine;

/// The same policy as the window's, but for the port the interface talks to.
const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self'; object-src 'none'; frame-src blob:";

/// Room for the largest attachment, in base64.
const LARGEST_CALL: usize = 96 << 20;

#[derive(Clone)]
struct Bridge {
    core: Arc<Core>,
    token: Arc<str>,
    ui: Arc<Path>,
}

#[derive(Deserialize)]
struct Call {
    name: String,
    #[serde(default)]
    payload: Value,
    /// Whether somebody did something; a call that does not say so is the page's own.
    #[serde(default)]
    person: bool,
}

/// Serves until interrupted; prints the address with its token.
///
/// # Errors
/// The port taken, the interface not built.
pub fn serve(core: Core, port: u16, ui: &Path) -> std::io::Result<()> {
    if !ui.join("index.html").is_file() {
        return Err(std::io::Error::other(format!(
            "the interface is not built in {}: run `make ui`",
            ui.display()
        )));
    }
    let mut random = [0u8; 16];
    Machine.random(&mut random);
    let token: Arc<str> = random
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>()
        .into();
    let bridge = Bridge {
        core: Arc::new(core),
        token: Arc::clone(&token),
        ui: ui.into(),
    };
    let ticking = Arc::clone(&bridge.core);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(std::time::Duration::from_secs(5));
            ticking.tick();
        }
    });
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(async {
            let listener =
                tokio::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
                    .await?;
            println!("http://{}/?token={token}", listener.local_addr()?);
            let app = Router::new()
                .route("/rpc", post(rpc))
                .layer(DefaultBodyLimit::max(LARGEST_CALL))
                .fallback(get(file))
                .with_state(bridge);
            axum::serve(listener, app).await
        })
}

async fn rpc(State(bridge): State<Bridge>, headers: HeaderMap, body: Bytes) -> Response {
    if headers
        .get("x-jisr-token")
        .and_then(|token| token.to_str().ok())
        != Some(&*bridge.token)
    {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Ok(call) = serde_json::from_slice::<Call>(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let core = Arc::clone(&bridge.core);
    let cause = if call.person {
        Cause::Person
    } else {
        Cause::Program
    };
    let answered =
        tokio::task::spawn_blocking(move || core.dispatch_for(cause, &call.name, call.payload))
            .await;
    let answer = match answered {
        Ok(Ok(reply)) => json!({ "ok": reply.ok, "changes": reply.changes }),
        Ok(Err(error)) => json!({ "error": error }),
        Err(_) => json!({ "error": { "code": "internal", "args": {}, "retry": false } }),
    };
    (
        [(header::CONTENT_TYPE, "application/json")],
        answer.to_string(),
    )
        .into_response()
}

async fn file(State(bridge): State<Bridge>, uri: Uri) -> Response {
    let wanted = PathBuf::from(uri.path().trim_start_matches('/'));
    let plain = wanted
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let path = if plain && !wanted.as_os_str().is_empty() {
        bridge.ui.join(&wanted)
    } else {
        bridge.ui.join("index.html")
    };
    let Ok(bytes) = tokio::fs::read(&path).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_SECURITY_POLICY, POLICY),
        ],
        bytes,
    )
        .into_response()
}
