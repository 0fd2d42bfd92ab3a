use zeroize::Zeroizing;

use super::Randomness;
use super::error::KeyError;
use super::passphrase::latin_digit;
use super::seal::{Key, recovery_key};

const CODE_BYTES: usize = 20;
const CODE_DIGITS: usize = 32;
const GROUP: usize = 4;

/// Crockford's base 32: no I, L, O or U to be misread.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The 160 random bits printed for the director, which open the database when passphrases are
/// forgotten. Wiped when dropped; cannot be printed by accident.
pub struct RecoveryCode(Zeroizing<[u8; CODE_BYTES]>);

impl RecoveryCode {
    pub(super) fn random(rng: &mut dyn Randomness) -> Self {
        let mut bytes = Zeroizing::new([0; CODE_BYTES]);
        rng.fill(bytes.as_mut());
        Self(bytes)
    }

    /// The code as printed: eight groups of four and a check character,
    /// `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-X`.
    pub fn printed(&self) -> Zeroizing<String> {
        let digits = self.digits();
        let check = digits
            .iter()
            .fold(0, |check, digit| times_alpha(check) ^ digit);
        let mut text = Zeroizing::new(String::with_capacity(CODE_DIGITS + CODE_DIGITS / GROUP + 1));
        for group in digits.chunks(GROUP) {
            text.extend(group.iter().map(|d| letter(*d)));
            text.push('-');
        }
        text.push(letter(times_alpha(check)));
        text
    }

    /// Reads a code as someone types it from paper: any case, spaces and dashes anywhere, O for 0, I or
    /// L for 1, Arabic-Indic digits, invisible direction marks.
    ///
    /// # Errors
    /// [`KeyError::RecoveryCodeMalformed`] when characters are missing, foreign or do not fit the check
    /// character. It finds any single wrong character and any two neighbours swapped.
    pub fn parse(typed: &str) -> Result<Self, KeyError> {
        let mut digits = Zeroizing::new(Vec::with_capacity(CODE_DIGITS + 1));
        for c in typed.chars().filter(|c| !is_separator(*c)) {
            if digits.len() > CODE_DIGITS {
                return Err(KeyError::RecoveryCodeMalformed);
            }
            digits.push(digit(c).ok_or(KeyError::RecoveryCodeMalformed)?);
        }
        let check = digits
            .iter()
            .fold(0, |check, digit| times_alpha(check) ^ digit);
        if digits.len() != CODE_DIGITS + 1 || check != 0 {
            return Err(KeyError::RecoveryCodeMalformed);
        }
        let mut bytes = Zeroizing::new([0; CODE_BYTES]);
        // Eight digits of five bits are five bytes.
        for (five, eight) in bytes.chunks_mut(5).zip(digits.chunks(8)) {
            let bits = eight
                .iter()
                .fold(0_u64, |bits, digit| bits << 5 | u64::from(*digit));
            five.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        Ok(Self(bytes))
    }

    pub(super) fn key(&self) -> Key {
        recovery_key(self.0.as_ref())
    }

    fn digits(&self) -> Zeroizing<Vec<u8>> {
        let mut digits = Zeroizing::new(Vec::with_capacity(CODE_DIGITS));
        for five in self.0.chunks(5) {
            let bits = five
                .iter()
                .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            digits.extend((0..8).rev().map(|i| (bits >> (5 * i) & 31) as u8));
        }
        digits
    }
}

/// Multiplies by a generator of GF(32), reduced by x⁵ + x² + 1: the check character makes the whole
/// code a polynomial with that generator as a root.
fn times_alpha(digit: u8) -> u8 {
    let shifted = digit << 1;
    if shifted & 0b10_0000 == 0 {
        shifted
    } else {
        shifted ^ 0b10_0101
    }
}

#[allow(clippy::indexing_slicing, reason = "five bits, and thirty-two letters")]
fn letter(digit: u8) -> char {
    char::from(ALPHABET[usize::from(digit & 31)])
}

fn digit(typed: char) -> Option<u8> {
    let c = match latin_digit(typed).to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    let at = ALPHABET
        .iter()
        .position(|letter| char::from(*letter) == c)?;
    u8::try_from(at).ok()
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{0640}'
            // Direction marks and zero-width characters, which come along when a code is copied.
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}' | '\u{FEFF}'
        )
}
