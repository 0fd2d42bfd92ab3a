//! From bytes to letters: UTF-8 and UTF-16, and the two encodings of Moroccan offices before them.

use encoding_rs::{
    Encoding, ISO_8859_6, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256,
};

use crate::{ListError, Result};

/// The text, and the name of the encoding it was in.
///
/// # Errors
/// [`ListError::Damaged`] for a text of two bytes a letter that cannot be one.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, &'static str)> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if bytes.contains(&0) {
        return whole(wide(bytes).ok_or(ListError::NotAList)?, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), UTF_8.name())),
        // Letters of several bytes up to the end, and the last one cut: the file is not whole.
        Err(error)
            if error.error_len().is_none() && !bytes.is_ascii() && error.valid_up_to() > 64 =>
        {
            Err(ListError::Damaged)
        }
        Err(_) => {
            let encoding = of_one_byte(bytes);
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            Ok((text.into_owned(), encoding.name()))
        }
    }
}

/// What somebody's eyes may find readable when what was guessed is not: the two usual ones first, then older machines.
const OFFICES: [&Encoding; 5] = [UTF_8, WINDOWS_1256, WINDOWS_1252, ISO_8859_6, MACINTOSH];

/// The text in the encoding named, as [`decode`] names it.
///
/// # Errors
/// [`ListError::NotAList`] when none has that name.
pub(crate) fn decode_in(bytes: &[u8], name: &str) -> Result<(String, &'static str)> {
    let encoding = Encoding::for_label(name.as_bytes()).ok_or(ListError::NotAList)?;
    let mark = Encoding::for_bom(bytes).map_or(0, |(_, mark)| mark);
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
    Ok((text.into_owned(), encoding.name()))
}

/// In what else than the encoding named every byte is a letter, the next to try first. Nothing for a text that says
/// itself how it is written, or has only letters all write alike.
pub(crate) fn others(bytes: &[u8], name: &str) -> Vec<&'static str> {
    if bytes.is_ascii() || bytes.contains(&0) || Encoding::for_bom(bytes).is_some() {
        return Vec::new();
    }
    let after = OFFICES.iter().position(|one| one.name() == name);
    let (before, next) = OFFICES.split_at(after.map_or(0, |place| place + 1));
    next.iter()
        .chain(before)
        .filter(|one| one.name() != name && !one.decode_without_bom_handling(bytes).1)
        .map(|one| one.name())
        .collect()
}

fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Result<(String, &'static str)> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(|text| (text.into_owned(), encoding.name()))
        .ok_or(ListError::Damaged)
}

/// Which of the two orders of bytes a text without a mark is in, when it is one: line ends and separators have a zero
/// on one side, always the same.
pub(crate) fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut little = 0_usize;
    let mut big = 0_usize;
    for pair in bytes.chunks_exact(2) {
        match pair {
            [byte, 0] if byte.is_ascii() && *byte != 0 => little += 1,
            [0, byte] if byte.is_ascii() && *byte != 0 => big += 1,
            // No text has a letter that is nothing.
            [0, 0] => return None,
            _ => {}
        }
    }
    let pairs = bytes.len() / 2;
    if little * 20 > pairs && big * 20 < little {
        Some(UTF_16LE)
    } else if big * 20 > pairs && little * 20 < big {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// windows-1256 or windows-1252. The first was made so that French can be written in it: small accented letters stand
/// at the same places. They differ where 1252 has its capitals, which stand beside other Latin letters (`École`), and
/// 1256 its Arabic ones, which stand beside each other.
fn of_one_byte(bytes: &[u8]) -> &'static Encoding {
    let mut arabic = 0_usize;
    let mut latin = 0_usize;
    for word in bytes.split(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic()) {
        let high = word.iter().filter(|byte| differs(**byte)).count();
        if high == 0 {
            continue;
        }
        if word.iter().any(u8::is_ascii_alphabetic) {
            latin += high;
        } else {
            arabic += high;
        }
    }
    if arabic >= latin {
        WINDOWS_1256
    } else {
        WINDOWS_1252
    }
}

/// Whether a byte is an Arabic letter in windows-1256 and another sign in windows-1252.
fn differs(byte: u8) -> bool {
    let one = [byte];
    let (letter, _) = WINDOWS_1256.decode_without_bom_handling(&one);
    letter.chars().any(|c| matches!(c, '\u{0600}'..='\u{06FF}'))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use proptest::prelude::*;

    use super::*;

    const ARABIC: &str = "الاسم;النسب\nأمينة;بنعلي\nمحمد;الإدريسي\n";
    const FRENCH: &str = "Prénom;Nom;Commune\nAïcha;BENALI;Salé\nHélène;ÉL FASSI;Témara\n";

    #[test]
    fn each_office_is_read_as_it_wrote() {
        for (text, encoding) in [
            (ARABIC, UTF_8),
            (ARABIC, WINDOWS_1256),
            (FRENCH, UTF_8),
            (FRENCH, WINDOWS_1252),
        ] {
            let (bytes, _, lost) = encoding.encode(text);
            assert!(!lost);
            assert_eq!(decode(&bytes).unwrap(), (text.to_owned(), encoding.name()));
        }
    }

    #[test]
    fn french_in_an_arabic_list_stays_french() {
        let text = "الاسم,Prénom\nزينب,Zoé\nفاطمة,Aïcha\n";
        let (bytes, ..) = WINDOWS_1256.encode(text);
        assert_eq!(decode(&bytes).unwrap().0, text);
    }

    #[test]
    fn two_bytes_a_letter_with_and_without_a_mark() {
        for text in [ARABIC, FRENCH] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for (mark, bytes) in [
                (&[][..], &little),
                (&[0xFF, 0xFE][..], &little),
                (&[][..], &big),
                (&[0xFE, 0xFF][..], &big),
            ] {
                let file = [mark, bytes].concat();
                assert_eq!(decode(&file).unwrap().0, text);
            }
        }
    }

    #[test]
    fn a_text_cut_within_a_letter_is_told() {
        let long = ARABIC.repeat(3);
        assert_eq!(
            decode(&long.as_bytes()[..long.len() - 2]).err(),
            Some(ListError::Damaged)
        );
    }

    #[test]
    fn what_cannot_be_read_is_tried_otherwise_until_it_can() {
        let (bytes, ..) = WINDOWS_1256.encode(ARABIC);
        let mut name = WINDOWS_1252.name();
        let mut tried = 0;
        while decode_in(&bytes, name).unwrap().0 != ARABIC {
            name = others(&bytes, name)[0];
            tried += 1;
            assert!(tried < OFFICES.len());
        }
        assert_eq!(name, WINDOWS_1256.name());
        assert!(others(&bytes, name).iter().all(|other| *other != name));
        assert!(!others(&bytes, name).contains(&UTF_8.name()));
        assert!(others(b"Nom;Commune", UTF_8.name()).is_empty());
    }

    proptest! {
        #[test]
        fn arabic_words_come_through_windows_1256(
            words in proptest::collection::vec("[ء-غف-ي]{2,9}", 1..30)
        ) {
            let text = words.join(";");
            let (bytes, _, lost) = WINDOWS_1256.encode(&text);
            prop_assume!(!lost && std::str::from_utf8(&bytes).is_err());
            prop_assert_eq!(decode(&bytes).expect("a text").0, text);
        }
    }
}
