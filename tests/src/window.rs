//! The real window, driven through WebKit's own driver.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;

use crate::programs::{Running, free_port, program};
use crate::screen::Screen;

/// The program's window, open on a profile. Dropped, it closes.
pub struct Window {
    /// What is in it.
    pub screen: Screen,
    _driver: Running,
}

impl Window {
    /// Opens the program on a profile; `story` names its pictures.
    ///
    /// # Panics
    /// When there is no display, no driver, or the program does not start.
    pub async fn open(profile: &Path, story: &str) -> Self {
        let port = free_port();
        let mut driver = Running::start(
            Command::new("WebKitWebDriver")
                .arg(format!("--port={port}"))
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .env("JISR_PROFILE", profile)
                // A machine with no graphics card draws in software.
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env_remove("JISR_PASSPHRASE")
                .stdout(Stdio::null()),
        );
        driver.wait_for_port(port);
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": program("jisr"), "args": [] },
        });
        let capabilities = serde_json::from_value(capabilities).expect("an object");
        let screen = Screen::open(port, capabilities, story).await;
        Self {
            screen,
            _driver: driver,
        }
    }

    /// Closes the window as its user does.
    pub async fn close(self) {
        self.screen.close().await;
    }
}
