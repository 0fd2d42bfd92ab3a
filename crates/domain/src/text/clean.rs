//! What every text field passes before it is written.

/// Longest text kept in one field, in characters. A listening session fits many times.
pub const LONGEST: usize = 20_000;

/// Why a text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// Longer than [`LONGEST`].
    #[error("the text is longer than {LONGEST} characters")]
    TooLong,
}

/// `typed` without what would lie about what it shows: NUL and control characters (line breaks and tabs
/// stay), bidirectional overrides and embeddings (U+202A–202E, U+2066–2069), which could make a name or a
/// number read as another. Markup is kept as typed: it is only ever shown as text.
///
/// # Errors
/// [`TextProblem::TooLong`]; nothing is cut silently.
pub fn clean(typed: &str) -> Result<String, TextProblem> {
    if typed.chars().take(LONGEST + 1).count() > LONGEST {
        return Err(TextProblem::TooLong);
    }
    Ok(typed
        .chars()
        .filter(|c| !is_unwelcome(*c))
        .collect::<String>()
        .trim()
        .to_owned())
}

fn is_unwelcome(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_and_nul_go_markup_and_words_stay() {
        assert_eq!(
            clean(" a\u{0}b\u{202E}c <script>x</script>\n").as_deref(),
            Ok("abc <script>x</script>")
        );
        assert_eq!(
            clean(&"م".repeat(LONGEST)).map(|t| t.chars().count()),
            Ok(LONGEST)
        );
        assert_eq!(clean(&"x".repeat(1_000_000)), Err(TextProblem::TooLong));
    }
}
