//! Reading and changing settings.

use jisr_store::Local;

use super::{Language, Settings};
use crate::code::Code;
use crate::core::AUTO_LOCK_MINUTES;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// The settings in force.
///
/// # Errors
/// Those of the database.
pub fn get(session: &Session<'_>, _args: Empty) -> Result<Settings, CommandError> {
    session.read(|reader| {
        Ok(Settings {
            language: reader
                .setting("language")?
                .and_then(|code| Language::from_code(&code)),
            theme: reader.setting("theme")?,
            auto_lock_minutes: Some(
                reader
                    .setting("auto_lock_minutes")?
                    .and_then(|minutes| minutes.parse().ok())
                    .unwrap_or(AUTO_LOCK_MINUTES),
            ),
        })
    })
}

/// Changes those that are given.
///
/// # Errors
/// A theme or a number of minutes that does not exist; those of the database.
pub fn set(session: &Session<'_>, args: Settings) -> Result<Settings, CommandError> {
    let mut values: Vec<(&str, String)> = Vec::new();
    if let Some(language) = args.language {
        values.push(("language", language.code().to_owned()));
    }
    if let Some(theme) = &args.theme {
        if !["light", "dark", "system"].contains(&theme.as_str()) {
            return Err(CommandError::Field {
                field: "theme",
                code: Code::UnknownValue,
            });
        }
        values.push(("theme", theme.clone()));
    }
    if let Some(minutes) = args.auto_lock_minutes {
        if !(1..=60).contains(&minutes) {
            return Err(CommandError::Field {
                field: "auto_lock_minutes",
                code: Code::UnknownValue,
            });
        }
        values.push(("auto_lock_minutes", minutes.to_string()));
    }
    for (name, value) in values {
        session.set_setting(name, Some(&value))?;
    }
    session.touch(Local::Settings.code());
    get(session, Empty {})
}
