//! The reference printed on a letter and typed back with the answer.

use crate::text::latin_digits;

/// Crockford's alphabet: no I, L, O, U, so that nothing is misread on paper.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// `R-7K3M-9QPT` from 40 random bits: opaque, says nothing of the person, short enough to be read out.
pub fn reference_code(random: [u8; 5]) -> String {
    let bits = random
        .iter()
        .fold(0u64, |bits, byte| (bits << 8) | u64::from(*byte));
    let mut code = String::from("R-");
    for place in (0..8u32).rev() {
        let index = usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0);
        code.push(ALPHABET.get(index).map_or('0', |byte| char::from(*byte)));
        if place == 4 {
            code.push('-');
        }
    }
    code
}

/// The reference as printed, from what somebody typed: any case, hyphens and spaces or none, Arabic-Indic
/// digits, O for 0, I or L for 1. `None` when it cannot be one.
pub fn read_reference(typed: &str) -> Option<String> {
    let mut places: Vec<char> = latin_digits(typed)
        .chars()
        .filter(|c| {
            !c.is_whitespace()
                && !matches!(
                    c,
                    '-' | '\u{2010}'..='\u{2015}' | '_' | '.' | '\u{200E}' | '\u{200F}'
                )
        })
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    if places.len() == 9 && places.first() == Some(&'R') {
        places.remove(0);
    }
    let readable = places.len() == 8
        && places
            .iter()
            .all(|c| u8::try_from(*c).is_ok_and(|c| ALPHABET.contains(&c)));
    let (head, tail) = places.split_at_checked(4).filter(|_| readable)?;
    Some(format!(
        "R-{}-{}",
        head.iter().collect::<String>(),
        tail.iter().collect::<String>()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_read_however_it_was_typed() {
        for typed in [
            "R-7K3M-9QPT",
            "r7k3m9qpt",
            "7k3m 9qpt",
            " R 7K3M-9QPT ",
            "r-٧k٣m-٩qpt",
        ] {
            assert_eq!(
                read_reference(typed).as_deref(),
                Some("R-7K3M-9QPT"),
                "{typed}"
            );
        }
        assert_eq!(
            read_reference("R-OIL0-0000").as_deref(),
            Some("R-0110-0000")
        );
        assert_eq!(
            read_reference("R-R000-0000").as_deref(),
            Some("R-R000-0000")
        );
        for typed in [
            "",
            "R-7K3M",
            "7K3M-9QPTX",
            "R-7K3M-9QPU",
            "KEN-2026-B-00042",
        ] {
            assert_eq!(read_reference(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_bit_counts() {
        assert_eq!(reference_code([0; 5]), "R-0000-0000");
        assert_eq!(reference_code([255; 5]), "R-ZZZZ-ZZZZ");
        assert_eq!(reference_code([0, 0, 0, 0, 1]), "R-0000-0001");
    }
}
