//! Enrolment codes: short enough to be read out, checked against slips, kept only as a hash.

use crate::surroundings::Surroundings;

/// Crockford's base 32: no I, L, O or U to be misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Random characters: 55 bits, for a code that lives minutes.
const RANDOM: usize = 11;
const GROUP: usize = 4;

/// A new code, as printed: `7K3M-9QPT-2XCV`, its last character checking the others.
pub fn new(around: &dyn Surroundings) -> String {
    let mut bytes = [0; RANDOM];
    around.random(&mut bytes);
    let mut digits: Vec<u8> = bytes.iter().map(|byte| byte & 31).collect();
    digits.push(check(&digits));
    let letters: Vec<char> = digits.iter().map(|digit| letter(*digit)).collect();
    letters
        .chunks(GROUP)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("-")
}

/// Hash of a code as typed: any case, spaces and dashes anywhere, O for 0, I or L for 1. Nothing when it was
/// mistyped.
pub fn hash(typed: &str) -> Option<String> {
    let digits: Vec<u8> = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '\u{200e}' | '\u{200f}'))
        .map(digit)
        .collect::<Option<_>>()?;
    let (last, random) = digits.split_last()?;
    if random.len() != RANDOM || *last != check(random) {
        return None;
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"jisr enrolment code 1\0");
    hasher.update(&digits);
    Some(hasher.finalize().to_hex().to_string())
}

/// Finds any single wrong character and any two neighbours swapped: a polynomial over the field of 32.
fn check(digits: &[u8]) -> u8 {
    times(digits.iter().fold(0, |sum, digit| times(sum) ^ digit))
}

/// Times the generator, modulo x⁵ + x² + 1.
fn times(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 {
        shifted
    } else {
        (shifted ^ 0b10_0101) & 31
    }
}

fn letter(digit: u8) -> char {
    ALPHABET
        .get(usize::from(digit))
        .map_or('0', |byte| char::from(*byte))
}

fn digit(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET
        .iter()
        .position(|byte| char::from(*byte) == c)
        .and_then(|place| u8::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    struct Counting;
    impl Surroundings for Counting {
        fn now_ms(&self) -> u64 {
            0
        }
        fn random(&self, bytes: &mut [u8]) {
            for (place, byte) in (0u8..).zip(bytes) {
                *byte = place * 23 + 7;
            }
        }
    }

    #[test]
    fn a_code_is_read_however_it_is_typed_and_a_slip_is_found() {
        let code = new(&Counting);
        let known = hash(&code).unwrap();
        assert_eq!(code.len(), 14);
        assert_eq!(hash(&code.to_lowercase().replace('-', " ")).unwrap(), known);
        let plain: Vec<char> = code.replace('-', "").chars().collect();
        for place in 0..plain.len() {
            let mut wrong = plain.clone();
            wrong[place] = if wrong[place] == '7' { '8' } else { '7' };
            assert_eq!(hash(&wrong.iter().collect::<String>()), None);
            if place > 0 && plain[place] != plain[place - 1] {
                let mut swapped = plain.clone();
                swapped.swap(place, place - 1);
                assert_eq!(hash(&swapped.iter().collect::<String>()), None);
            }
        }
    }
}
