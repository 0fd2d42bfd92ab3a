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
/// number read as another. Markup is kept as typed: it is only ever shown as text. A text in which there is
/// nothing to be seen is empty: a name of joiners and soft hyphens is no name.
///
/// # Errors
/// [`TextProblem::TooLong`]; nothing is cut silently.
pub fn clean(typed: &str) -> Result<String, TextProblem> {
    if typed.chars().take(LONGEST + 1).count() > LONGEST {
        return Err(TextProblem::TooLong);
    }
    let text: String = typed.chars().filter(|c| !is_unwelcome(*c)).collect();
    if text.chars().all(is_invisible) {
        return Ok(String::new());
    }
    Ok(text.trim().to_owned())
}

/// Spaces, and what Unicode calls ignorable where it is not drawn: joiners, marks of direction, variation
/// selectors, fillers, tags. Within a text they have their use.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{2800}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
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

    #[test]
    fn a_text_of_which_nothing_is_seen_is_empty_and_joiners_within_words_stay() {
        for unseen in [
            "\u{200B}",
            " \u{200D}\u{AD} ",
            "\u{3164}\u{2800}",
            "\u{E0041}\u{FE0F}",
        ] {
            assert_eq!(clean(unseen).as_deref(), Ok(""), "{unseen:?}");
        }
        for seen in ["می\u{200C}خواهم", "👩\u{200D}🦽", "أ\u{200F}."] {
            assert_eq!(clean(seen).as_deref(), Ok(seen));
        }
    }
}
