//! The reference printed on a letter and typed back with the answer.

/// Crockford's alphabet: no I, L, O, U, so that nothing is misread on paper.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// `R-7K3M-9QPT` from 40 random bits: opaque, says nothing of the person, short enough to be read out.
pub fn reference_code(random: [u8; 5]) -> String {
    let bits = random.iter().fold(0u64, |bits, byte| (bits << 8) | u64::from(*byte));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bit_counts() {
        assert_eq!(reference_code([0; 5]), "R-0000-0000");
        assert_eq!(reference_code([255; 5]), "R-ZZZZ-ZZZZ");
        assert_eq!(reference_code([0, 0, 0, 0, 1]), "R-0000-0001");
    }
}
