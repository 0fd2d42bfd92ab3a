//! The one command the interface may call.

use std::path::PathBuf;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_commands::{Cause, Core};
use serde_json::{Value, json};
use tauri::{State, WebviewWindow};

use crate::documents::{self, Documents};

/// What lives as long as the window: the core, and the documents it opened in a viewer.
pub struct Shell {
    /// Everything the program knows and does.
    pub core: Arc<Core>,
    /// Printed documents now on screen outside this program.
    pub documents: Arc<Documents>,
    /// Where sheets go that somebody exports: the user's own folder of downloads.
    pub downloads: Option<PathBuf>,
}

/// Runs one command of the dispatcher, which a `person` caused or the page by itself, and answers `{"ok": …, "changes": [kinds]}`, or fails with
/// `{"code", "args", "retry"}`.
///
/// Three are answered here. Two are of `{"file_name", "base64"}` which a command of the core made for a session that may
/// have it: `document.open` shows a PDF in the system's viewer; `document.save` lays an Excel workbook in the user's
/// downloads and says where. `window.close` is the page's word that it kept what was typed: the window goes.
#[tauri::command]
pub async fn rpc(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    name: String,
    payload: Value,
    person: bool,
) -> Result<Value, Value> {
    if name == "window.close" {
        return match window.destroy() {
            Ok(()) => Ok(json!({ "ok": {}, "changes": [] })),
            Err(_) => Err(failure("internal", true)),
        };
    }
    let core = Arc::clone(&shell.core);
    let documents = Arc::clone(&shell.documents);
    let downloads = shell.downloads.clone();
    // A command reads the disk and may stretch a passphrase: the window must stay awake meanwhile.
    let (told, asked) = (Arc::clone(&core), name.clone());
    tauri::async_runtime::spawn_blocking(move || {
        if name == "document.save" {
            return save_document(downloads, &payload);
        }
        let cause = if person {
            Cause::Person
        } else {
            Cause::Program
        };
        answer(&core, &documents, cause, &name, payload)
    })
    .await
    .unwrap_or_else(|_| {
        told.broke(&asked);
        Err(failure("internal", false))
    })
}

fn answer(
    core: &Core,
    documents: &Documents,
    cause: Cause,
    name: &str,
    payload: Value,
) -> Result<Value, Value> {
    if name == "document.open" {
        return open_document(documents, &payload);
    }
    if name == "session.lock" {
        // Before the lock, which may wait for a round to end.
        documents.clear();
    }
    let reply = core.dispatch_for(cause, name, payload).map_err(|error| {
        serde_json::to_value(error).unwrap_or_else(|_| failure("internal", false))
    })?;
    Ok(json!({ "ok": reply.ok, "changes": reply.changes }))
}

/// The name and the bytes of a document.
fn document(payload: &Value) -> Result<(&str, Vec<u8>), Value> {
    let text = |member: &str| {
        payload
            .get(member)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let bytes = STANDARD
        .decode(text("base64"))
        .map_err(|_| failure("argument", false))?;
    Ok((text("file_name"), bytes))
}

fn save_document(downloads: Option<PathBuf>, payload: &Value) -> Result<Value, Value> {
    let (name, bytes) = document(payload)?;
    let path = downloads
        .and_then(|folder| documents::save_sheet(&folder, name, &bytes).ok())
        .ok_or_else(|| failure("unsaved_document", true))?;
    Ok(json!({ "ok": { "path": path.display().to_string() }, "changes": [] }))
}

fn open_document(documents: &Documents, payload: &Value) -> Result<Value, Value> {
    let (name, bytes) = document(payload)?;
    documents
        .write(name, &bytes)
        .and_then(|path| documents::show(&path))
        .map_err(|_| failure("no_viewer", true))?;
    Ok(json!({ "ok": null, "changes": [] }))
}

fn failure(code: &str, retry: bool) -> Value {
    json!({ "code": code, "args": {}, "retry": retry })
}
