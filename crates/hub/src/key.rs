//! The key of the hub's database: a file beside it, or the environment.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use crate::HubError;
use crate::surroundings::Surroundings;

/// Name of the key's file in the hub's folder.
pub const KEY_FILE: &str = "hub.key";
/// The environment variable that stands in for the file.
pub const KEY_VARIABLE: &str = "JISR_HUB_KEY";

/// 256 random bits. Never printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct HubKey([u8; 32]);

impl fmt::Debug for HubKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HubKey")
    }
}

impl HubKey {
    /// A new key.
    pub fn random(around: &dyn Surroundings) -> Self {
        let mut bytes = [0; 32];
        around.random(&mut bytes);
        Self(bytes)
    }

    /// Reads 64 hexadecimal digits.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn from_hex(text: &str) -> Result<Self, HubError> {
        blake3::Hash::from_hex(text.trim().as_bytes())
            .map(|hash| Self(*hash.as_bytes()))
            .map_err(|_| HubError::Usage("the hub's key must be 64 hexadecimal digits".to_owned()))
    }

    /// The key of the hub in `dir`: `given` (from the environment), else its file.
    ///
    /// # Errors
    /// When there is none, or it is malformed.
    pub fn of(dir: &Path, given: Option<&str>) -> Result<Self, HubError> {
        if let Some(given) = given {
            return Self::from_hex(given);
        }
        let path = dir.join(KEY_FILE);
        match fs::read_to_string(&path) {
            Ok(text) => Self::from_hex(&text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Err(HubError::Usage(format!(
                    "no key: put {KEY_FILE} in {} or set {KEY_VARIABLE}; a new hub is made with `jisr-hub init --data {0}`",
                    dir.display()
                )))
            }
            Err(source) => Err(HubError::File { path, source }),
        }
    }

    /// Writes it beside the database, for its owner only. Never replaces one.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn keep(&self, dir: &Path) -> Result<(), HubError> {
        let path = dir.join(KEY_FILE);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(&path).and_then(|mut file| {
            writeln!(file, "{}", self.hex())?;
            file.sync_all()
        });
        written.map_err(|source| HubError::File { path, source })
    }

    pub(crate) fn hex(&self) -> String {
        blake3::Hash::from_bytes(self.0).to_hex().to_string()
    }
}

/// Makes a file readable by its owner only.
pub(crate) fn private(path: &Path) -> Result<(), HubError> {
    #[cfg(unix)]
    {
        let mode = if path.is_dir() { 0o700 } else { 0o600 };
        let permissions: fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(mode);
        fs::set_permissions(path, permissions).map_err(|source| HubError::File {
            path: path.to_owned(),
            source,
        })?;
    }
    Ok(())
}
