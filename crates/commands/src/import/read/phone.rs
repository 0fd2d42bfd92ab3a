//! Telephones.

use jisr_domain::person::normalise_phone;
use jisr_domain::text::latin_digits;

use super::{Doubt, Read};

/// The telephone of a cell, and the numbers beside it. What is no number is kept as written.
pub fn read_phone(typed: &str) -> (Read<String>, Vec<String>) {
    let plain = latin_digits(typed.trim());
    if let Some(phone) = normalise_phone(&plain) {
        return (Read::sure(phone), Vec::new());
    }
    let parts: Vec<&str> = plain
        .split(['/', '\\', ';', ',', '،', '|', '\n'])
        .flat_map(|part| part.split(" و "))
        .flat_map(|part| part.split(" et "))
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let numbers: Vec<String> = parts
        .iter()
        .filter_map(|part| normalise_phone(part))
        .collect();
    match numbers.split_first() {
        Some((first, others)) if parts.len() > 1 => {
            // In a line of words a `+` would stand at the wrong end of its number.
            let others = others
                .iter()
                .map(|phone| match phone.strip_prefix("+212") {
                    Some(national) => format!("0{national}"),
                    None => phone.clone(),
                })
                .collect();
            (Read::doubted(first.clone(), Doubt::PhoneSeveral), others)
        }
        _ => (Read::doubted(plain, Doubt::PhoneUnreadable), Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_neither_their_zero_nor_their_neighbours() {
        for typed in [
            "0612345678",
            "612345678",
            "06.12.34.56.78",
            "٠٦١٢٣٤٥٦٧٨",
            "+212 6 12 34 56 78",
        ] {
            assert_eq!(
                read_phone(typed).0,
                Read::sure("+212612345678".to_owned()),
                "{typed}"
            );
        }
        let (read, others) = read_phone("0612345678 / 0661000000");
        assert_eq!(
            read,
            Read::doubted("+212612345678".to_owned(), Doubt::PhoneSeveral)
        );
        assert_eq!(others, ["0661000000"]);
        assert_eq!(
            read_phone("عند الجارة").0.doubt,
            Some(Doubt::PhoneUnreadable)
        );
    }
}
