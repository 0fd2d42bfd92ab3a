//! The same interface over the bridge, in Chromium: the core and the database are the real ones.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;

use crate::programs::{PASSPHRASE, Running, free_port, program, repository};
use crate::screen::Screen;

/// A browser on the bridge's page. Dropped, the browser and the bridge stop.
pub struct Browser {
    /// What is in it.
    pub screen: Screen,
    /// The bridge's address, with its token.
    pub address: String,
    _driver: Running,
    bridge: Running,
}

impl Browser {
    /// Serves a profile through the bridge and opens it; `story` names the pictures.
    ///
    /// # Panics
    /// When Chromium or its driver is missing, or the bridge does not start.
    pub async fn open(profile: &Path, story: &str) -> Self {
        let mut bridge = Running::start(
            Command::new(program("jisr-cli"))
                .arg("--profile")
                .arg(profile)
                .args(["bridge", "--ui"])
                .arg(repository().join("ui/dist"))
                .env("JISR_PASSPHRASE", PASSPHRASE)
                .stdout(Stdio::piped()),
        );
        let address = bridge.first_line(|line| {
            line.split_whitespace()
                .find(|word| word.starts_with("http://127.0.0.1:"))
                .map(str::to_owned)
        });
        let port = free_port();
        let mut driver = Running::start(
            Command::new("chromedriver")
                .arg(format!("--port={port}"))
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        driver.wait_for_port(port);
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "args": [
                    "--headless=new",
                    // The tests' own pages only; the sandbox needs privileges that build machines do not give.
                    "--no-sandbox",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--no-first-run",
                    "--force-color-profile=srgb",
                    "--window-size=1366,768",
                ],
            },
        });
        let capabilities = serde_json::from_value(capabilities).expect("an object");
        let screen = Screen::open(port, capabilities, story).await;
        screen.go(&address).await;
        Self {
            screen,
            address,
            _driver: driver,
            bridge,
        }
    }

    /// The power goes: the program is given no time for anything.
    pub fn loses_power(mut self) {
        self.bridge.cut();
    }

    /// Closes the browser.
    pub async fn close(self) {
        self.screen.close().await;
    }
}
