//! Telephones, as they are read.

/// A Moroccan telephone as it is dialled and read aloud, `05 23 45 80 12`; others as kept.
pub fn dialled(phone: &str) -> String {
    let Some(national) = phone
        .strip_prefix("+212")
        .filter(|rest| rest.len() == 9 && rest.bytes().all(|b| b.is_ascii_digit()))
    else {
        return phone.to_owned();
    };
    let digits: Vec<char> = format!("0{national}").chars().collect();
    digits
        .chunks(2)
        .map(|pair| pair.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_is_printed_as_it_is_dialled() {
        assert_eq!(dialled("+212523458012"), "05 23 45 80 12");
        assert_eq!(dialled("+33612345678"), "+33612345678");
    }
}
