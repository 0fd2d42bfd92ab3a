//! What is asked of a person's fields before they are written. Formats of papers are warned about, never
//! refused (a typing error must not send anybody away); only what would make the record unreadable is.

use chrono::{Datelike, NaiveDate};

use super::{Person, parse_birth};
use crate::text;

/// Why a person cannot be registered as typed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonProblem {
    /// Neither a name in one script, nor a nickname for an anonymous person.
    #[error("a name in one script is needed, or a nickname")]
    NameMissing,
    /// The birth is neither `YYYY` nor `YYYY-MM-DD`, lies in the future or before 1900.
    #[error("the date of birth cannot be read")]
    BirthUnreadable,
}

impl Person {
    /// *Registered* needs one name in one script, or a nickname; birth readable when given.
    ///
    /// # Errors
    /// The first problem found.
    pub fn check(&self, today: NaiveDate) -> Result<(), PersonProblem> {
        let named = [
            &self.given_name_ar,
            &self.family_name_ar,
            &self.given_name_lat,
            &self.family_name_lat,
            &self.nickname,
        ]
        .into_iter()
        .flatten()
        .any(|name| !name.trim().is_empty());
        if !named {
            return Err(PersonProblem::NameMissing);
        }
        if let Some(birth) = self.birth_date.as_deref() {
            let (year, day) = parse_birth(birth).ok_or(PersonProblem::BirthUnreadable)?;
            if year < 1900 || year > today.year() || day.is_some_and(|day| day > today) {
                return Err(PersonProblem::BirthUnreadable);
            }
        }
        Ok(())
    }

    /// The name shown first: Arabic, else Latin, else the nickname.
    pub fn shown_name(&self) -> String {
        let join = |given: &Option<String>, family: &Option<String>| {
            let parts: Vec<&str> = [given, family]
                .into_iter()
                .flatten()
                .map(|s| s.trim())
                .filter(|s| !s.is_empty())
                .collect();
            parts.join(" ")
        };
        let arabic = join(&self.given_name_ar, &self.family_name_ar);
        if !arabic.is_empty() {
            return arabic;
        }
        let latin = join(&self.given_name_lat, &self.family_name_lat);
        if !latin.is_empty() {
            latin
        } else {
            self.nickname.clone().unwrap_or_default()
        }
    }
}

/// CNIE as kept and compared: digits of any script in Latin, upper case, no space, dot or hyphen.
pub fn fold_cnie(typed: &str) -> String {
    text::latin_digits(typed)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// Whether `cnie` (folded) looks as CNIE numbers usually do: one or two letters, one to seven digits.
/// Warn when not; never refuse (domain notes §4: no check digit, packages disagree on the pattern).
pub fn cnie_is_usual(cnie: &str) -> bool {
    let letters = cnie.chars().take_while(char::is_ascii_uppercase).count();
    let digits = cnie.len().saturating_sub(letters);
    (1..=2).contains(&letters)
        && (1..=7).contains(&digits)
        && cnie.chars().skip(letters).all(|c| c.is_ascii_digit())
}

/// A telephone as kept, E.164, from any usual writing (`06 12…`, `+212…`, `00212…`, Arabic digits).
/// Numbers that are merely *possible* pass: the metadata calls some real Moroccan numbers invalid
/// (domain notes §4). `None` when no number can be read.
pub fn normalise_phone(typed: &str) -> Option<String> {
    let typed = text::latin_digits(typed);
    let number = phonenumber::parse(Some(phonenumber::country::Id::MA), typed.trim()).ok()?;
    let national = number.national().value();
    let plausible = if number.code().value() == 212 {
        (500_000_000..=899_999_999).contains(&national)
    } else {
        (10_000..=999_999_999_999_999).contains(&national)
    };
    plausible.then(|| number.format().mode(phonenumber::Mode::E164).to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_phone_is_the_same_however_it_is_written() {
        for typed in [
            "0612345678",
            "06 12 34 56 78",
            "+212 6 12 34 56 78",
            "00212612345678",
            "٠٦١٢٣٤٥٦٧٨",
            "06.12.34.56.78",
        ] {
            assert_eq!(
                normalise_phone(typed).as_deref(),
                Some("+212612345678"),
                "{typed}"
            );
        }
        assert_eq!(
            normalise_phone("0535123456").as_deref(),
            Some("+212535123456")
        );
        assert_eq!(normalise_phone("12"), None);
        assert_eq!(normalise_phone("<script>"), None);
    }

    #[test]
    fn a_cnie_is_folded_and_odd_ones_only_warned_about() {
        assert_eq!(fold_cnie("gb 12-34٥٦"), "GB123456");
        assert!(cnie_is_usual("GB123456") && cnie_is_usual("A1"));
        assert!(!cnie_is_usual("123456") && !cnie_is_usual("GBX123456"));
    }

    #[test]
    fn a_nickname_is_enough_and_a_birth_tomorrow_is_not() {
        let today: NaiveDate = "2026-11-22".parse().unwrap();
        let mut person = Person {
            nickname: Some("با علال".into()),
            ..Person::default()
        };
        assert_eq!(person.check(today), Ok(()));
        person.birth_date = Some("2026-11-23".into());
        assert_eq!(person.check(today), Err(PersonProblem::BirthUnreadable));
        assert_eq!(
            Person::default().check(today),
            Err(PersonProblem::NameMissing)
        );
    }
}
