//! What people typed, made safe to print: nothing that is not a letter, a mark or a sign can hide in a printed line,
//! turn its order round or push the rest off the page.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::LettersError;
use crate::world::has_glyph;

/// The longest one-line text (a name, a place, an item), in characters. A longer one is cut and ends in `…`.
pub const LINE_LIMIT: usize = 160;
/// The longest reason, in characters. A longer one is refused: a cut reason says something else.
pub const REASON_LIMIT: usize = 4_000;
/// The longest code or telephone, in characters. A longer one is refused.
pub const CODE_LIMIT: usize = 40;
/// The most items a list may hold. A longer one is refused.
pub const LIST_LIMIT: usize = 20;

/// Combining marks kept on one letter: enough for a vowelled and doubled letter, not for a tower over other lines.
const MARKS_LIMIT: usize = 4;
/// A word longer than this may be broken anywhere, so that it cannot run into the other language's column.
const WORD_LIMIT: usize = 24;
const WORD_PIECE: usize = 12;
/// Zero-width space: a place where a line may break.
const BREAK: char = '\u{200B}';

/// A one-line text: trimmed, on one line, at most [`LINE_LIMIT`] characters and `…`.
pub fn line(typed: &str) -> String {
    // One character past the limit tells a cut text from a whole one; the rest of a huge text is never read.
    let kept: Vec<char> = visible(typed).take(LINE_LIMIT + 1).collect();
    let cut = kept.len() > LINE_LIMIT;
    let mut text: String = kept.iter().take(LINE_LIMIT).collect::<String>();
    text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if cut {
        text.push('…');
    }
    breakable(&text)
}

/// The paragraphs of a long text, each on its own, empty ones left out.
pub fn paragraphs(
    field: &'static str,
    typed: &str,
    limit: usize,
) -> Result<Vec<String>, LettersError> {
    let text: String = visible(typed).take(limit + 1).collect();
    if text.chars().count() > limit {
        return Err(LettersError::TooLong { field, limit });
    }
    let whole = |p: &str| breakable(&p.split_whitespace().collect::<Vec<_>>().join(" "));
    Ok(text
        .split('\n')
        .map(whole)
        .filter(|p| !p.is_empty())
        .collect())
}

/// A telephone: digits of any keyboard written as Latin digits, order untouched. Empty gives none.
pub fn phone(field: &'static str, typed: &str) -> Result<Option<String>, LettersError> {
    let text: String = visible(typed)
        .take(CODE_LIMIT + 1)
        .map(latin_digit)
        .collect();
    if text.chars().count() > CODE_LIMIT {
        return Err(LettersError::TooLong {
            field,
            limit: CODE_LIMIT,
        });
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok((!text.is_empty()).then_some(text))
}

/// A code: printable ASCII without spaces, at most `limit` characters.
pub fn code(field: &'static str, given: &str, limit: usize) -> Result<String, LettersError> {
    if given.is_empty() {
        return Err(LettersError::Missing { field });
    }
    if given.len() > limit {
        return Err(LettersError::TooLong { field, limit });
    }
    if !given.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(LettersError::BadCode { field });
    }
    Ok(given.to_owned())
}

/// A digit of the Arabic or Persian keyboard as a Latin one; any other character as it is.
pub fn latin_digit(c: char) -> char {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return c,
    };
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

/// The characters that may be printed: line ends made one kind, tabs made spaces, what is hidden left out, and a letter
/// whose mark no font has (ḥ) printed without it.
fn visible(typed: &str) -> impl Iterator<Item = char> + '_ {
    let mut marks = 0;
    typed.nfc().filter_map(move |c| {
        if is_combining_mark(c) {
            marks += 1;
            return (marks <= MARKS_LIMIT && has_glyph(c)).then_some(c);
        }
        marks = 0;
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' | '\u{000B}' | '\u{000C}' => Some(' '),
            _ if c.is_control() || is_hidden(c) => None,
            _ if c.is_ascii() || has_glyph(c) => Some(c),
            _ => c.nfd().next().filter(|base| has_glyph(*base)).or(Some(c)),
        }
    })
}

/// Characters that show nothing and change what is around them: order marks and overrides, breaks and joins of words,
/// tags, noncharacters. The two joiners stay: Arabic script spells with them.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{180B}'..='\u{180F}' | '\u{200B}'
        | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{FDD0}'..='\u{FDEF}' | '\u{E000}'..='\u{F8FF}' | '\u{E0000}'..='\u{10FFFF}'
    ) || (c as u32) & 0xFFFE == 0xFFFE
}

fn breakable(text: &str) -> String {
    let word = |w: &str| {
        let letters: Vec<char> = w.chars().collect();
        if letters.len() <= WORD_LIMIT {
            return w.to_owned();
        }
        let pieces: Vec<String> = letters
            .chunks(WORD_PIECE)
            .map(|p| p.iter().collect())
            .collect();
        pieces.join(&BREAK.to_string())
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn a_name_keeps_its_letters_vowels_and_joiners() {
        assert_eq!(line("  مُحَمَّد   أيت‌علي "), "مُحَمَّد أيت‌علي");
        assert_eq!(line("ⴰⵣⵓⵍ Ouâdghîrî"), "ⴰⵣⵓⵍ Ouâdghîrî");
    }

    #[test]
    fn a_letter_no_font_has_prints_as_its_plain_letter() {
        assert_eq!(line("Ḥmad Aṭa h\u{323}"), "Hmad Ata h");
        assert_eq!(line("Be\u{301}ni Œuvre ç"), "Béni Œuvre ç");
    }

    #[test]
    fn hidden_characters_do_not_print_and_cannot_turn_a_line_round() {
        assert_eq!(
            line("A\u{202E}mina\u{2066}\0\u{7}\u{200F}\u{E0041}\u{FFFE} 1"),
            "Amina 1"
        );
    }

    #[test]
    fn a_long_line_is_cut_where_the_reader_sees_it() {
        let cut = line(&"ب ".repeat(500_000));
        assert!(cut.ends_with('…') && cut.chars().count() <= LINE_LIMIT + 1);
    }

    #[test]
    fn a_long_reason_is_refused_not_cut() {
        let refused = paragraphs("reason", &"ب".repeat(1_000_000), REASON_LIMIT);
        assert_eq!(
            refused,
            Err(LettersError::TooLong {
                field: "reason",
                limit: REASON_LIMIT
            })
        );
        assert_eq!(paragraphs("reason", "أ\r\n\r\nب", 10).unwrap(), ["أ", "ب"]);
    }

    #[test]
    fn a_word_without_end_may_be_broken_and_marks_do_not_pile_up() {
        assert!(line(&"W".repeat(60)).contains(BREAK));
        assert_eq!(
            line(&format!("e{}", "\u{0301}".repeat(90))).chars().count(),
            1 + MARKS_LIMIT
        );
    }

    #[test]
    fn phones_come_out_in_latin_digits() {
        assert_eq!(
            phone("phone", "٠٦ ۱۲ 34").unwrap().as_deref(),
            Some("06 12 34")
        );
        assert_eq!(phone("phone", " \u{200E} ").unwrap(), None);
    }

    #[test]
    fn codes_hold_no_text() {
        assert_eq!(
            code("qr", "Amina Idrissi", 99),
            Err(LettersError::BadCode { field: "qr" })
        );
        assert_eq!(
            code("qr", "", 99),
            Err(LettersError::Missing { field: "qr" })
        );
    }
}
