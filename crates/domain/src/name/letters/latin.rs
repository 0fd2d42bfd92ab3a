//! Latin words as plain letters: accents off, doubled consonants single, arabizi digits read as the letters they mean.

use unicode_normalization::UnicodeNormalization;

/// Lower-case ASCII letters of a word, doubled letters kept: the sun-letter article (*Essaidi*) shows only in them.
pub fn plain(word: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(word.len());
    let letters = word.chars().any(char::is_alphabetic);
    for c in word.nfd() {
        match c {
            'a'..='z' => out.push(c as u8),
            'A'..='Z' => out.push((c as u8).to_ascii_lowercase()),
            'œ' => out.extend(b"oe"),
            'æ' => out.extend(b"ae"),
            'ø' => out.push(b'o'),
            'ı' => out.push(b'i'),
            'ł' => out.push(b'l'),
            'ß' => out.extend(b"ss"),
            'đ' | 'ð' => out.push(b'd'),
            // ç is c and a cedilla once decomposed; the c before it was an s.
            '\u{327}' => {
                if let Some(last) = out.last_mut()
                    && *last == b'c'
                {
                    *last = b's';
                }
            }
            // People who text in Arabic with digits type them into forms too: 7assan, Sa3id.
            '7' if letters => out.push(b'h'),
            '9' if letters => out.push(b'q'),
            '5' if letters => out.extend(b"kh"),
            '3' if letters => out.push(b'a'),
            _ => {}
        }
    }
    out
}

/// Folds plain letters for comparison: *ee* is i, *oo* and *ou* are u, other doubled letters count once. Shadda is written or
/// not at the clerk's pleasure, so a double consonant says nothing, and *aa* is a: it may write ع or a long a or neither.
pub fn fold(plain: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(plain.len());
    let mut at = 0;
    while at < plain.len() {
        let c = plain[at];
        let twice = plain.get(at + 1) == Some(&c);
        match c {
            b'e' if twice => {
                out.push(b'i');
                at += 2;
            }
            // One sound, three spellings; kept as two letters *ou* would count double against a lone a or i.
            b'o' if twice || plain.get(at + 1) == Some(&b'u') => {
                out.push(b'u');
                at += 2;
            }
            _ => {
                // *Khaddouj*, *Mohammed*; and *Echcharif*, *Bouchhcha*: a doubled digraph is a doubled letter too.
                if out.last() != Some(&c) {
                    out.push(c);
                }
                at += 1;
                let pair = [c, plain.get(at).copied().unwrap_or(0)];
                if is_digraph(pair) && plain.get(at + 1..at + 3) == Some(&pair[..]) {
                    out.push(pair[1]);
                    at += 3;
                }
            }
        }
    }
    out
}

/// Two letters that write one sound.
fn is_digraph(pair: [u8; 2]) -> bool {
    matches!(&pair, b"ch" | b"sh" | b"kh" | b"gh" | b"dh" | b"th")
}

/// Whether the letter is a vowel in Moroccan Latin spelling (y and w are not: they stand for consonants as often).
pub fn is_vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> String {
        String::from_utf8_lossy(&fold(&plain(word))).into_owned()
    }

    #[test]
    fn accents_doubles_and_arabizi_fold_away() {
        assert_eq!(folded("saïd"), "said");
        assert_eq!(folded("fayçal"), "faysal");
        assert_eq!(folded("mohammed"), "mohamed");
        assert_eq!(folded("saeed"), "said");
        assert_eq!(folded("7assan"), "hasan");
        assert_eq!(folded("echcharif"), "echarif");
    }
}
