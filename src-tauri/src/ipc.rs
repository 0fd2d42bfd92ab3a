//! The one command the interface may call.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_commands::Core;
use serde_json::{Value, json};
use tauri::State;

use crate::documents::{self, Documents};

/// What lives as long as the window: the core, and the documents it opened in a viewer.
pub struct Shell {
    /// Everything the program knows and does.
    pub core: Arc<Core>,
    /// Printed documents now on screen outside this program.
    pub documents: Arc<Documents>,
}

/// Runs one command of the dispatcher and answers `{"ok": …, "changes": [kinds]}`, or fails with
/// `{"code", "args", "retry"}`.
///
/// `document.open` alone is answered here: it takes `{"file_name", "base64"}`, the PDF a command of the core
/// printed for a session that may see it, and shows it in the system's viewer.
#[tauri::command]
pub async fn rpc(shell: State<'_, Shell>, name: String, payload: Value) -> Result<Value, Value> {
    let core = Arc::clone(&shell.core);
    let documents = Arc::clone(&shell.documents);
    // A command reads the disk and may stretch a passphrase: the window must stay awake meanwhile.
    tauri::async_runtime::spawn_blocking(move || answer(&core, &documents, &name, payload))
        .await
        .unwrap_or_else(|_| Err(failure("internal", false)))
}

fn answer(core: &Core, documents: &Documents, name: &str, payload: Value) -> Result<Value, Value> {
    if name == "document.open" {
        return open_document(documents, &payload);
    }
    let reply = core.dispatch(name, payload).map_err(|error| {
        serde_json::to_value(error).unwrap_or_else(|_| failure("internal", false))
    })?;
    if name == "session.lock" {
        documents.clear();
    }
    Ok(json!({ "ok": reply.ok, "changes": reply.changes }))
}

fn open_document(documents: &Documents, payload: &Value) -> Result<Value, Value> {
    let text = |member: &str| {
        payload
            .get(member)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let bytes = STANDARD
        .decode(text("base64"))
        .map_err(|_| failure("argument", false))?;
    documents
        .write(text("file_name"), &bytes)
        .and_then(|path| documents::show(&path))
        .map_err(|_| failure("no_viewer", true))?;
    Ok(json!({ "ok": null, "changes": [] }))
}

fn failure(code: &str, retry: bool) -> Value {
    json!({ "code": code, "args": {}, "retry": retry })
}
