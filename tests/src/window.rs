//! The real window, driven through WebKit's own driver.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;
use tempfile::TempDir;

use crate::programs::{Running, free_port, program};
use crate::screen::Screen;

/// Stands where the system's viewer is: keeps a copy of what the program hands to it.
const VIEWER: &str = "#!/bin/sh\nexec cp -- \"$1\" \"$JISR_TEST_OPENED/\"\n";

/// The program's window, open on a profile. Dropped, it closes.
pub struct Window {
    /// What is in it.
    pub screen: Screen,
    driver: Running,
    kept: TempDir,
}

impl Window {
    /// Opens the program on a profile; `story` names its pictures.
    ///
    /// # Panics
    /// When there is no display, no driver, or the program does not start.
    pub async fn open(profile: &Path, story: &str) -> Self {
        Self::of("jisr", profile, story).await
    }

    /// The same for another of our programs that opens a window: one to measure this one against.
    ///
    /// # Panics
    /// As [`Window::open`].
    pub async fn of(name: &str, profile: &Path, story: &str) -> Self {
        let port = free_port();
        // What the web view keeps for itself, such as the language last used, is this window's alone.
        let kept = tempfile::tempdir().expect("a folder");
        let viewer = kept.path().join("xdg-open");
        std::fs::write(&viewer, VIEWER).expect("a viewer");
        std::fs::set_permissions(&viewer, Permissions::from_mode(0o755)).expect("it may be run");
        let opened = kept.path().join("opened");
        std::fs::create_dir(&opened).expect("a folder");
        let path = std::env::var("PATH").unwrap_or_default();
        let mut driver = Running::start(
            Command::new("WebKitWebDriver")
                .arg(format!("--port={port}"))
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .env("JISR_PROFILE", profile)
                // A machine with no graphics card draws in software.
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                // Where nobody says otherwise the program turns this fast path off, and WebKit's driver then waits
                // without end for its pictures of the page.
                .env("WEBKIT_DISABLE_DMABUF_RENDERER", "0")
                .env("XDG_DATA_HOME", kept.path())
                .env("XDG_CACHE_HOME", kept.path())
                .env("PATH", format!("{}:{path}", kept.path().display()))
                .env("JISR_TEST_OPENED", &opened)
                .env_remove("JISR_PASSPHRASE")
                .stdout(Stdio::null()),
        );
        driver.wait_for_port(port);
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": program(name), "args": [] },
        });
        let capabilities = serde_json::from_value(capabilities).expect("an object");
        let screen = Screen::open(port, capabilities, story).await;
        Self {
            screen,
            driver,
            kept,
        }
    }

    /// The process that started the window's own: all of them descend from it.
    #[must_use]
    pub fn parent(&self) -> u32 {
        self.driver.id()
    }

    /// The documents the program has shown in the system's viewer, by name.
    ///
    /// # Panics
    /// When one of them is no PDF.
    #[must_use]
    pub fn opened(&self) -> Vec<String> {
        let folder = self.kept.path().join("opened");
        let files = std::fs::read_dir(folder).expect("the folder");
        let mut names: Vec<String> = files
            .map(|file| {
                let file = file.expect("a file");
                let bytes = std::fs::read(file.path()).expect("its bytes");
                assert!(bytes.starts_with(b"%PDF-"), "{:?}", file.file_name());
                file.file_name().to_string_lossy().into_owned()
            })
            .collect();
        names.sort();
        names
    }

    /// Closes the window as its user does.
    pub async fn close(self) {
        self.screen.close().await;
    }
}
