//! Names: which script they are in, and whole names divided.

/// A script names are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Arabic.
    Arabic,
    /// Latin.
    Latin,
}

/// The script most letters of `text` are in; none without letters.
pub fn script_of(text: &str) -> Option<Script> {
    let arabic = text
        .chars()
        .filter(|c| c.is_alphabetic() && matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FEFF}'))
        .count();
    let all = text.chars().filter(|c| c.is_alphabetic()).count();
    match (arabic, all) {
        (_, 0) => None,
        (arabic, all) if arabic * 2 >= all => Some(Script::Arabic),
        _ => Some(Script::Latin),
    }
}

/// Words that are no name by themselves: they belong to the one after them.
const JOINED: &[&str] = &[
    "عبد",
    "بن",
    "ابن",
    "بنت",
    "بو",
    "أبو",
    "ابو",
    "أيت",
    "آيت",
    "ايت",
    "ولد",
    "أم",
    "ام",
    "ذو",
    "سيدي",
    "مولاي",
    "لالة",
    "لالا",
    "abd",
    "abdel",
    "abdal",
    "abdou",
    "ben",
    "bin",
    "ibn",
    "bent",
    "bou",
    "abou",
    "ait",
    "aït",
    "ould",
    "oulad",
    "el",
    "al",
    "er",
    "es",
    "ez",
    "ech",
    "en",
    "et",
    "ed",
    "moulay",
    "my",
    "sidi",
    "lalla",
    "oum",
    "de",
    "du",
];
/// Words that close the name before them.
const CLOSING: &[&str] = &[
    "الله",
    "الدين",
    "الزهراء",
    "allah",
    "eddine",
    "dine",
    "zahra",
    "zohra",
];

/// A whole name in its two parts, and whether it took a decision: three names or more may be divided elsewhere.
pub fn read_full_name(text: &str, family_first: bool) -> (String, String, bool) {
    let names = units(text);
    if names.len() < 2 {
        return (names.concat(), String::new(), false);
    }
    // `BENALI Fatima`: capitals say which is the family name, wherever it stands.
    let capital = |name: &String| {
        name.chars().any(char::is_uppercase) && !name.chars().any(char::is_lowercase)
    };
    let (upper, lower): (Vec<String>, Vec<String>) = names.iter().cloned().partition(capital);
    if !upper.is_empty() && !lower.is_empty() {
        return (lower.join(" "), upper.join(" "), false);
    }
    let at = if family_first { 1 } else { names.len() - 1 };
    let (first, last) = names.split_at(at);
    let (first, last) = (first.join(" "), last.join(" "));
    let unsure = names.len() > 2;
    if family_first {
        (last, first, unsure)
    } else {
        (first, last, unsure)
    }
}

/// The names of a whole name, with the words that belong to them.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut open = false;
    for word in text.split_whitespace() {
        let plain = word.to_lowercase();
        let closes = CLOSING.contains(&plain.as_str());
        match units.last_mut() {
            Some(last) if open || closes => {
                last.push(' ');
                last.push_str(word);
            }
            _ => units.push(word.to_owned()),
        }
        open = JOINED.contains(&plain.trim_end_matches(['.', '-', '\'']));
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_are_divided_where_people_would() {
        for (text, family_first, given, family) in [
            ("أمينة بنعلي", false, "أمينة", "بنعلي"),
            ("محمد بن عبد الله", false, "محمد", "بن عبد الله"),
            ("عبد الرحيم آيت عمي", false, "عبد الرحيم", "آيت عمي"),
            ("فاطمة الزهراء العلوي", false, "فاطمة الزهراء", "العلوي"),
            ("العلوي محمد", true, "محمد", "العلوي"),
            (
                "El Idrissi Mohamed Amine",
                true,
                "Mohamed Amine",
                "El Idrissi",
            ),
            ("Fatima BENALI", true, "Fatima", "BENALI"),
            ("AIT OMAR Fatima Zahra", false, "Fatima Zahra", "AIT OMAR"),
            ("نعيمة", false, "نعيمة", ""),
        ] {
            let (one, other, _) = read_full_name(text, family_first);
            assert_eq!((one.as_str(), other.as_str()), (given, family), "{text}");
        }
        assert!(read_full_name("محمد أمين العلوي", false).2);
    }

    #[test]
    fn a_name_is_of_the_script_of_its_letters() {
        assert_eq!(script_of("أمينة"), Some(Script::Arabic));
        assert_eq!(script_of("Amina أ"), Some(Script::Latin));
        assert_eq!(script_of("12-3"), None);
    }
}
