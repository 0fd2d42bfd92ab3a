//! Folding of written names to letters that can be compared. What a person typed is never changed: a fold is a key.

pub mod arabic;
pub mod latin;

use unicode_normalization::UnicodeNormalization;

/// The writing a token is in, which decides how it is folded and which costs compare it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Script {
    /// Arabic letters.
    Arabic,
    /// Latin letters, with or without accents.
    Latin,
    /// Anything else (Tifinagh, Cyrillic, digits alone): compared by equality only.
    Other,
}

/// Longest input read, in characters. No name is so long; a pasted document must not stall the desk.
pub const LONGEST: usize = 400;

/// Splits a written name into lower-case words: spaces, hyphens and punctuation part words; apostrophes, marks of
/// direction, vowel signs and tatweel vanish inside them.
pub fn words(written: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in written
        .chars()
        .take(LONGEST)
        .nfkc()
        .flat_map(char::to_lowercase)
    {
        if is_silent(c) {
            continue;
        }
        if c.is_alphanumeric() || is_combining(c) {
            word.push(c);
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The script most of a word's letters are in.
pub fn script(word: &str) -> Script {
    let (mut arabic, mut latin) = (0_usize, 0_usize);
    for c in word.chars() {
        if arabic::letter(c).is_some() {
            arabic += 1;
        } else if c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c) {
            latin += 1;
        }
    }
    match (arabic, latin) {
        (0, 0) => Script::Other,
        (a, l) if a > l => Script::Arabic,
        _ => Script::Latin,
    }
}

/// Signs that carry no letter and may stand anywhere in a pasted name.
fn is_silent(c: char) -> bool {
    matches!(c,
        '\'' | '`' | '´' | '’' | '‘' | 'ʼ' | 'ʿ' | 'ʾ' | 'ʻ' | '′'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}')
}

/// Latin accents left alone by composition: dropped when the word is folded.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_direction_and_vowel_signs_do_not_make_another_name() {
        assert_eq!(words("\u{200f}مُحَمَّد\u{200e}"), words("محمد"));
        assert_eq!(words("فـاطـمة"), words("فاطمة"));
    }

    #[test]
    fn hyphens_part_and_apostrophes_join() {
        assert_eq!(words("El-Idrissi  M'Hamed"), ["el", "idrissi", "mhamed"]);
    }

    #[test]
    fn each_word_knows_its_script() {
        assert_eq!(script("محمد"), Script::Arabic);
        assert_eq!(script("saïd"), Script::Latin);
        assert_eq!(script("2024"), Script::Other);
    }
}
