//! Digits as typed, in Latin.

/// Arabic-Indic and Persian digits written as Latin digits; everything else untouched.
pub fn latin_digits(typed: &str) -> String {
    typed
        .chars()
        .map(|c| match c {
            '\u{0660}'..='\u{0669}' => digit(c, 0x0660),
            '\u{06F0}'..='\u{06F9}' => digit(c, 0x06F0),
            _ => c,
        })
        .collect()
}

fn digit(c: char, zero: u32) -> char {
    char::from_digit((c as u32).saturating_sub(zero), 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::latin_digits;

    #[test]
    fn digits_of_either_keyboard_are_read() {
        assert_eq!(latin_digits("٠٦١۲ فاطمة 9"), "0612 فاطمة 9");
    }
}
