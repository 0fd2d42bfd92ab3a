//! What counts as the same passphrase, and which ones are accepted.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::error::KeyError;

/// Fewest characters of a new passphrase, in any script.
pub const MINIMUM_CHARS: usize = 10;
/// Most characters of a passphrase: beyond it, something was pasted by mistake.
pub const MAXIMUM_CHARS: usize = 1024;

/// The form that is stretched: NFKC, with Arabic-Indic and Persian digits as Latin ones. The same
/// person meets both kinds of digit, and composed or decomposed letters, on different keyboards.
pub(super) fn normalise(typed: &str) -> Result<Zeroizing<String>, KeyError> {
    // Before normalising, so that a megabyte pasted by mistake costs nothing.
    if typed.chars().nth(MAXIMUM_CHARS).is_some() {
        return Err(KeyError::PassphraseTooLong {
            maximum: MAXIMUM_CHARS,
        });
    }
    // One character can become eighteen (U+FDFA): reserving for that keeps the string from moving
    // and leaving an unwiped copy behind.
    let mut folded = Zeroizing::new(String::with_capacity(typed.len() * 18));
    folded.extend(typed.nfkc().map(latin_digit));
    Ok(folded)
}

/// Refuses a new passphrase that is too short or too long.
///
/// # Errors
/// [`KeyError::PassphraseTooShort`], [`KeyError::PassphraseTooLong`].
pub fn check_new(typed: &str) -> Result<(), KeyError> {
    let folded = normalise(typed)?;
    // The smaller count, so that neither combining marks nor one ligature that unfolds into a
    // sentence passes for ten characters.
    if typed.chars().count().min(folded.chars().count()) < MINIMUM_CHARS {
        return Err(KeyError::PassphraseTooShort {
            minimum: MINIMUM_CHARS,
        });
    }
    Ok(())
}

/// Arabic-Indic (٠–٩) and Persian (۰–۹) digits as 0–9; any other character as it is.
pub(super) fn latin_digit(c: char) -> char {
    let digit = match c {
        '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(c) - 0x06F0,
        _ => return c,
    };
    char::from_digit(digit, 10).unwrap_or(c)
}
