//! What a person chose about the program itself. Kept on the device, not synced.

use jisr_store::{Reader, StoreError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod change;

pub use change::{get, set};

/// Language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Arabic as used by the Moroccan administration.
    #[default]
    Ar,
    /// French.
    Fr,
    /// English.
    En,
}

impl Language {
    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Language::Ar => "ar",
            Language::Fr => "fr",
            Language::En => "en",
        }
    }

    /// The language written `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        [Language::Ar, Language::Fr, Language::En]
            .into_iter()
            .find(|language| language.code() == code)
    }
}

/// The language of this device.
///
/// # Errors
/// The database.
pub fn language_of(reader: &Reader<'_>) -> Result<Language, StoreError> {
    Ok(reader
        .setting("language")?
        .and_then(|code| Language::from_code(&code))
        .unwrap_or_default())
}

/// `settings.get`, `settings.set`: absent fields stay as they are.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS, JsonSchema)]
#[serde(default)]
pub struct Settings {
    /// Language.
    pub language: Option<Language>,
    /// `light`, `dark` or `system`.
    pub theme: Option<String>,
    /// Minutes without a key after which the program locks: 1 to 60.
    pub auto_lock_minutes: Option<u32>,
}
