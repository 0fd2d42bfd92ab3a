//! Errors, as they cross to whoever asked: a code for the locales, its arguments, whether trying again helps.

use std::collections::BTreeMap;

use jisr_client::ClientError;
use jisr_store::StoreError;
use jisr_store::key::KeyError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

/// What went wrong in a command.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// No such command.
    #[error("no command is called {0}")]
    Unknown(String),
    /// Nobody unlocked the program.
    #[error("the program is locked")]
    Locked,
    /// The role of the session may not.
    #[error("this is not for your role")]
    Forbidden,
    /// The argument does not have the expected shape.
    #[error("the argument cannot be read: {0}")]
    Argument(#[source] serde_json::Error),
    /// The answer cannot be written.
    #[error("the answer cannot be written: {0}")]
    Answer(#[source] serde_json::Error),
    /// A field is missing or cannot be taken: the code says why.
    #[error("{field}: {code}")]
    Field {
        /// Which field.
        field: &'static str,
        /// Code of the locales.
        code: &'static str,
    },
    /// No such record, or none this person may know of: the two are not told apart.
    #[error("not found")]
    NotFound,
    /// A rule of the trade says no: the code says which.
    #[error("{0}")]
    Rule(&'static str),
    /// A round with the hub failed: the code says how. Nothing was lost.
    #[error("the round with the hub failed: {0}")]
    Round(String),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The keys.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The hub, or the way to it.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// A printed document could not be made.
    #[error(transparent)]
    Letter(#[from] jisr_letters::LettersError),
    /// A thread died while it held a lock.
    #[error("the program must be started again")]
    Poisoned,
}

/// The form in which an error crosses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ErrorBody {
    /// Code of the locales, `error.<code>`.
    pub code: String,
    /// What the words need.
    #[ts(type = "Record<string, unknown>")]
    pub args: BTreeMap<String, Value>,
    /// Trying again, later or with other input, can succeed.
    pub retry: bool,
}

impl CommandError {
    pub(crate) fn argument(error: serde_json::Error) -> Self {
        Self::Argument(error)
    }
    pub(crate) fn answer(error: serde_json::Error) -> Self {
        Self::Answer(error)
    }

    /// As it crosses.
    pub fn body(&self) -> ErrorBody {
        let (code, args, retry) = match self {
            CommandError::Unknown(name) => (
                "unknown_command".to_owned(),
                vec![("command", json!(name))],
                false,
            ),
            CommandError::Locked => ("locked".to_owned(), vec![], true),
            CommandError::Forbidden => ("forbidden".to_owned(), vec![], false),
            CommandError::Argument(error) => (
                "argument".to_owned(),
                vec![("detail", json!(error.to_string()))],
                false,
            ),
            CommandError::Answer(_) => ("internal".to_owned(), vec![], false),
            CommandError::Field { field, code } => {
                ((*code).to_owned(), vec![("field", json!(field))], true)
            }
            CommandError::NotFound => ("not_found".to_owned(), vec![], false),
            CommandError::Rule(code) => ((*code).to_owned(), vec![], false),
            CommandError::Round(code) => (code.clone(), vec![], true),
            CommandError::Store(error) => (error.code().to_owned(), vec![], false),
            CommandError::Key(error) => key(error),
            CommandError::Client(error) => (error.code().to_owned(), vec![], !error.is_permanent()),
            CommandError::Letter(_) => ("letter_failed".to_owned(), vec![], false),
            CommandError::Poisoned => ("restart_needed".to_owned(), vec![], false),
        };
        ErrorBody {
            code,
            args: args
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            retry,
        }
    }
}

fn key(error: &KeyError) -> (String, Vec<(&'static str, Value)>, bool) {
    let (code, args, retry) = match error {
        KeyError::NoProfile => ("no_profile", vec![], false),
        KeyError::AlreadyExists => ("profile_exists", vec![], false),
        KeyError::NoSuchUser => ("no_such_user", vec![], false),
        KeyError::UserExists => ("user_exists", vec![], false),
        KeyError::LastUser => ("last_user", vec![], false),
        KeyError::WrongPassphrase {
            retry_after_seconds,
            attempts,
        } => (
            "wrong_passphrase",
            vec![
                ("retry_after_seconds", json!(retry_after_seconds)),
                ("attempts", json!(attempts)),
            ],
            true,
        ),
        KeyError::TooSoon {
            retry_after_seconds,
        } => (
            "too_soon",
            vec![("retry_after_seconds", json!(retry_after_seconds))],
            true,
        ),
        KeyError::PassphraseTooShort { minimum } => {
            ("weak_passphrase", vec![("minimum", json!(minimum))], true)
        }
        KeyError::PassphraseTooLong { maximum } => (
            "passphrase_too_long",
            vec![("maximum", json!(maximum))],
            true,
        ),
        KeyError::RecoveryCodeMalformed => ("recovery_code_malformed", vec![], true),
        KeyError::WrongRecoveryCode => ("wrong_recovery_code", vec![], true),
        KeyError::RekeyPending | KeyError::StaleKey => ("rekey_pending", vec![], true),
        KeyError::Damaged => ("keys_damaged", vec![], false),
        KeyError::NewerFormat { .. } => ("newer_version", vec![], false),
        KeyError::NotEnoughMemory { .. } => ("not_enough_memory", vec![], true),
        KeyError::Io(_) => ("disk", vec![], true),
    };
    (code.to_owned(), args, retry)
}
