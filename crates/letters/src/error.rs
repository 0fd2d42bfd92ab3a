//! Why a letter could not be printed.

/// Why a letter could not be printed. No message carries what a field held: a letter is about a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LettersError {
    /// A field the letter cannot do without is empty in both languages.
    #[error("the letter needs {field}")]
    Missing {
        /// The field's name in its struct (both languages share the name without its ending).
        field: &'static str,
    },
    /// A text, code or list is longer than the letter takes, and cutting it would change what it says.
    #[error("{field} is longer than {limit}")]
    TooLong {
        /// The field's name in its struct.
        field: &'static str,
        /// The most it may hold: characters for a text, items for a list.
        limit: usize,
    },
    /// A date that is neither `YYYY-MM-DD` nor, for a birth, `YYYY`; or an hour that is not `HH:MM`.
    #[error("{field} is not a date or an hour the letter can write")]
    BadDate {
        /// The field's name in its struct.
        field: &'static str,
    },
    /// A code holding characters that codes do not have: it would be misread or would carry a text.
    #[error("{field} is not a code")]
    BadCode {
        /// The field's name in its struct.
        field: &'static str,
    },
    /// The typesetter refused the page: a fault of the program, not of what was typed.
    #[error("the typesetter failed: {0}")]
    Typesetter(String),
}

impl LettersError {
    /// The code the interface translates (`letters.*`), stable across versions.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "letters.missing",
            Self::TooLong { .. } => "letters.too_long",
            Self::BadDate { .. } => "letters.bad_date",
            Self::BadCode { .. } => "letters.bad_code",
            Self::Typesetter(_) => "letters.typesetter",
        }
    }
}
