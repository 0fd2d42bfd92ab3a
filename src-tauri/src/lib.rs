//! The shell: a window around the core, and the place where the two are put together.
//!
//! It decides nothing about the trade. `jisr-cli` is the core's other host.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod documents;
mod host;
mod ipc;
mod profile;
mod suspend;
mod window;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jisr_commands::{Core, Host};
use tauri::{App, Manager, RunEvent};

use crate::documents::Documents;
use crate::host::Machine;
use crate::ipc::Shell;

/// How often the core is given the occasion to lock itself and to sync.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// Opens the window and returns when it cannot be opened; once open, the process ends with it.
///
/// # Errors
/// When an argument is not understood, or the system gives no window.
pub fn run() -> Result<(), Box<dyn std::error::Error>> {
    let chosen = profile::chosen(
        std::env::args_os().skip(1),
        std::env::var_os("JISR_PROFILE"),
    )?;
    window::with_safe_drawing()?;
    let app = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![ipc::rpc])
        .setup(|app| {
            put_together(app, chosen)?;
            window::open(app)?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|handle, event| {
        if matches!(event, RunEvent::Exit) {
            let shell = handle.state::<Shell>();
            // First what lies readable on the disk: a system that shuts down does not wait for long.
            shell.documents.clear();
            // A round or a list under way is out before the process is: what they use is taken down at its end.
            shell.core.lock();
        }
    });
    Ok(())
}

/// Puts the core on the profile that was chosen, or else on the one this system's user always works in.
fn put_together(app: &App, chosen: Option<PathBuf>) -> tauri::Result<()> {
    let folder = match chosen {
        Some(folder) => folder,
        None => app.path().data_dir()?.join("jisr"),
    };
    let documents = Arc::new(Documents::in_place_for(&folder, &documents::in_memory()));
    let core = Arc::new(Core::open(folder, Machine));
    beat(Arc::clone(&core), Arc::clone(&documents));
    let (locked, readable) = (Arc::clone(&core), Arc::clone(&documents));
    suspend::watch(move || {
        // First what lies readable on the disk: a system that goes to sleep does not wait for long.
        readable.clear();
        locked.lock();
    });
    let downloads = app.path().download_dir().ok();
    app.manage(Shell {
        core,
        documents,
        downloads,
    });
    Ok(())
}

fn beat(core: Arc<Core>, documents: Arc<Documents>) {
    std::thread::spawn(move || {
        let mut last_ms = Machine.now_ms();
        loop {
            std::thread::sleep(HEARTBEAT);
            let now_ms = Machine.now_ms();
            let slept = suspend::slept_between(last_ms, now_ms, HEARTBEAT);
            last_ms = now_ms;
            if slept {
                core.lock();
            }
            if slept || core.tick() {
                documents.clear();
            }
        }
    });
}
