//! The built programs, run as a person runs them.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The passphrase of every invented person of these tests.
pub const PASSPHRASE: &str = "amina-and-the-bridge-2026";

/// How long a program may take to do what it was asked. Generous: it is met only when something is broken.
pub const PATIENCE: Duration = Duration::from_secs(45);

/// The top of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests live in a folder of the repository")
        .to_path_buf()
}

/// The folder the programs are built into: the one this test itself was built into, so that a debug test
/// never drives a release program.
#[must_use]
pub fn build_folder() -> PathBuf {
    let test = std::env::current_exe().expect("this test's own path");
    test.ancestors()
        .find(|folder| folder.ends_with("deps"))
        .and_then(Path::parent)
        .expect("tests are built into a folder named deps")
        .to_path_buf()
}

/// The path of one built program.
///
/// # Panics
/// When it has not been built: `make test` builds all of them first.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let path = build_folder().join(name);
    assert!(
        path.is_file(),
        "{} is not built: start these tests with `make test`",
        path.display()
    );
    path
}

/// A port of this machine that was free a moment ago.
#[must_use]
pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .expect("a free port on loopback")
        .port()
}

/// Runs one `jisr-cli` command to its end and gives back what it printed.
///
/// # Panics
/// When it fails, with what it said on standard error.
pub fn cli<A: AsRef<OsStr>>(arguments: &[A]) -> String {
    let output = Command::new(program("jisr-cli"))
        .args(arguments)
        .env("JISR_PASSPHRASE", PASSPHRASE)
        .stdin(Stdio::null())
        .output()
        .expect("jisr-cli starts");
    assert!(
        output.status.success(),
        "jisr-cli failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("jisr-cli prints UTF-8")
}

/// A program that runs until this value is dropped, with everything it started.
pub struct Running {
    child: Child,
    name: String,
}

impl Running {
    /// Starts a command in a process group of its own, so that what it starts ends with it.
    ///
    /// # Panics
    /// When it cannot be started, naming it.
    pub fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{name} does not start ({error}): `make test` installs what is missing")
            });
        Self { child, name }
    }

    /// Its process.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as a power cut does: with no word said to it.
    pub fn cut(&mut self) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.child.wait();
    }

    /// Reads its standard output, which must be piped, up to the first line `wanted` recognises.
    ///
    /// # Panics
    /// When it ends without such a line.
    pub fn first_line<T>(&mut self, wanted: impl Fn(&str) -> Option<T>) -> T {
        let output = self.child.stdout.take().expect("standard output is piped");
        let mut lines = BufReader::new(output).lines();
        let found = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| wanted(&line))
            .unwrap_or_else(|| panic!("{} ended without saying where it is", self.name));
        // Read on, or the program stops at its next line on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        found
    }

    /// Waits until it accepts connections on a port.
    ///
    /// # Panics
    /// When it ends before, or never does.
    pub fn wait_for_port(&mut self, port: u16) {
        let start = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Ok(Some(status)) = self.child.try_wait() {
                panic!("{} stopped: {status}", self.name);
            }
            assert!(start.elapsed() < PATIENCE, "{} does not answer", self.name);
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let start = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) {
            if start.elapsed() > Duration::from_secs(5) {
                let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
                let _ = self.child.wait();
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}
