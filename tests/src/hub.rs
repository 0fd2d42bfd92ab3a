//! A hub, run as an administrator runs it.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::programs::{Running, program};

/// A hub serving on loopback until dropped.
pub struct Hub {
    dir: TempDir,
    running: Option<Running>,
    /// Its address.
    pub url: String,
}

impl Hub {
    /// A new hub.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn start() -> Self {
        let dir = TempDir::new().expect("a folder");
        let mut hub = Self {
            dir,
            running: None,
            url: String::new(),
        };
        hub.admin(&["init"]);
        hub.serve("127.0.0.1:0");
        hub
    }

    fn serve(&mut self, listen: &str) {
        let mut running = Running::start(
            Command::new(program("jisr-hub"))
                .args(["serve", "--listen", listen, "--data"])
                .arg(self.folder())
                .stdout(Stdio::piped()),
        );
        self.url = running.first_line(|line| {
            line.split_whitespace()
                .find(|word| word.starts_with("http://"))
                .map(str::to_owned)
        });
        self.running = Some(running);
    }

    /// Where it keeps its files.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.dir.path().join("hub")
    }

    /// Turns it off.
    pub fn stop(&mut self) {
        self.running = None;
    }

    /// Turns it on again at the same address.
    ///
    /// # Panics
    /// When it does not start.
    pub fn resume(&mut self) {
        let address = self.url.trim_start_matches("http://").to_owned();
        self.serve(&address);
    }

    /// Runs an administrator's command and gives the last line it printed.
    ///
    /// # Panics
    /// When it fails.
    pub fn admin(&self, arguments: &[&str]) -> String {
        let (verb, rest) = arguments.split_first().expect("a verb");
        let output = Command::new(program("jisr-hub"))
            .arg(verb)
            .args(rest)
            .arg("--data")
            .arg(self.folder())
            .stdin(Stdio::null())
            .output()
            .expect("jisr-hub runs");
        assert!(
            output.status.success(),
            "jisr-hub {verb}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .last()
            .unwrap_or_default()
            .to_owned()
    }
}
