//! What short labels are compared by: headings of lists, names of places, words for a sex or a month.

use unicode_normalization::UnicodeNormalization;

use super::latin_digits;

/// Key of a label in either script: lower case without accents, harakat, tatweel, invisible marks or punctuation; alef,
/// ya, ta marbuta and hamza in one writing each; the article ال left out; one space between words. Unlike the keys of names it keeps every
/// letter: `date` and `dette` are two labels.
pub fn label_key(typed: &str) -> String {
    let folded: String = latin_digits(typed)
        .nfkd()
        .filter(|c| !is_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' | 'ی' | 'ئ' => 'ي',
            'ة' => 'ه',
            'ؤ' => 'و',
            'ک' | 'گ' | 'ڭ' => 'ك',
            'œ' => 'o',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    let mut key = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        let bare = word
            .strip_prefix("ال")
            .filter(|rest| rest.chars().count() >= 2)
            .unwrap_or(word);
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(bare);
    }
    key
}

/// Accents, harakat, tatweel, joiners and marks of direction: `é` and its two letters are one.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_label_however_it_is_written() {
        for (one, other) in [
            ("Prénom", "PRENOM"),
            ("تاريخ الإزدياد", "تَاريخ اﻻزدياد"),
            ("رقم البطاقة الوطنيّة :", "رقم بطاقه الوطنيه"),
            ("Date_naissance", "date  naissance"),
            ("N° Tél.", "N Tel"),
        ] {
            assert_eq!(label_key(one), label_key(other), "{one} {other}");
        }
        assert_ne!(label_key("date"), label_key("dette"));
    }
}
