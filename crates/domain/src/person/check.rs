//! What is asked of a person's fields before they are written. Formats of papers are warned about, never
//! refused (a typing error must not send anybody away); only what would make the record unreadable is.

use chrono::{Datelike, NaiveDate};

use super::PersonProblem;
use super::{BIRTH_UNKNOWN, DocumentType, Person, Sex, parse_birth};
use crate::text;

/// What to make sure of in a field as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonWarning {
    /// Not written as CNIE numbers usually are.
    Cnie,
    /// Not nine or ten digits (domain notes §4: in an unofficial text only).
    Idcs,
    /// Not written as passport numbers usually are.
    Passport,
    /// Not written as residence permit numbers usually are.
    ResidencePermit,
    /// Neither a Hijri nor a Gregorian year somebody alive was registered in.
    ActYear,
    /// No telephone number can be read in it.
    Phone,
}

impl PersonWarning {
    /// The code of the locales (`warning.…`).
    pub fn code(self) -> &'static str {
        match self {
            PersonWarning::Cnie => "cnie_unusual",
            PersonWarning::Idcs => "idcs_unusual",
            PersonWarning::Passport => "passport_unusual",
            PersonWarning::ResidencePermit => "residence_permit_unusual",
            PersonWarning::ActYear => "act_year_unusual",
            PersonWarning::Phone => "phone_unreadable",
        }
    }
}

impl Person {
    /// What every record of a person needs, whoever writes it: one name in one script, a nickname, or to be received
    /// without a name; birth readable when given. A list brought in may know no more than this.
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
        if !named && self.anonymous != Some(true) {
            return Err(PersonProblem::NameMissing);
        }
        if let Some(birth) = self.known_birth() {
            let (year, day) = parse_birth(birth).ok_or(PersonProblem::BirthUnreadable)?;
            if year < 1900 || year > today.year() || day.is_some_and(|day| day > today) {
                return Err(PersonProblem::BirthUnreadable);
            }
        }
        Ok(())
    }

    /// What is asked besides of somebody registered at the desk: sex, and birth, each of which may be said to be unknown.
    /// Who is received without a name has no birth to tell. Everything else may come later.
    ///
    /// # Errors
    /// The first problem found, those of [`Person::check`] before.
    pub fn check_registered(&self, today: NaiveDate) -> Result<(), PersonProblem> {
        self.check(today)?;
        if self.sex.is_none() {
            return Err(PersonProblem::SexMissing);
        }
        let told = self.birth_date.is_some() || self.estimated_age.is_some();
        if !told && self.anonymous != Some(true) {
            return Err(PersonProblem::BirthMissing);
        }
        Ok(())
    }

    /// The birth as written, unless it was said to be unknown.
    pub fn known_birth(&self) -> Option<&str> {
        self.birth_date
            .as_deref()
            .filter(|birth| *birth != BIRTH_UNKNOWN)
    }

    /// The sex, unless it was said to be unknown.
    pub fn known_sex(&self) -> Option<Sex> {
        self.sex.filter(|sex| *sex != Sex::Unknown)
    }

    /// What looks unusual, each on its field. A typing error is worth a word and never sends anybody away.
    pub fn warnings(&self, today: NaiveDate) -> Vec<(&'static str, PersonWarning)> {
        let mut warnings = Vec::new();
        let mut odd =
            |field: &'static str, value: &Option<String>, usual: fn(&str) -> bool, warning| {
                if value.as_deref().is_some_and(|value| !usual(value)) {
                    warnings.push((field, warning));
                }
            };
        odd("cnie", &self.cnie, cnie_is_usual, PersonWarning::Cnie);
        odd("idcs", &self.idcs, idcs_is_usual, PersonWarning::Idcs);
        let paper = |document_type| {
            (self.document_type == Some(document_type))
                .then(|| self.document_number.clone())
                .flatten()
        };
        odd(
            "document_number",
            &paper(DocumentType::Passport),
            passport_is_usual,
            PersonWarning::Passport,
        );
        odd(
            "document_number",
            &paper(DocumentType::ResidencePermit),
            permit_is_usual,
            PersonWarning::ResidencePermit,
        );
        // A number that could be read is kept in E.164; anything else stayed as typed.
        odd(
            "phone",
            &self.phone,
            |phone| phone.starts_with('+'),
            PersonWarning::Phone,
        );
        let year = i64::from(today.year());
        // Hijri years run about 579 behind, and a little faster.
        let hijri = (year - 622) * 33 / 32;
        if self.act_year.is_some_and(|act| {
            let act = i64::from(act);
            !((1900..=year).contains(&act) || (hijri - 140..=hijri + 1).contains(&act))
        }) {
            warnings.push(("act_year", PersonWarning::ActYear));
        }
        warnings
    }

    /// Given and family name in Arabic script, then in Latin script; empty where there is none.
    pub fn names_by_script(&self) -> [String; 2] {
        let join = |given: &Option<String>, family: &Option<String>| {
            let parts: Vec<&str> = [given, family]
                .into_iter()
                .flatten()
                .map(|s| s.trim())
                .filter(|s| !s.is_empty())
                .collect();
            parts.join(" ")
        };
        [
            join(&self.given_name_ar, &self.family_name_ar),
            join(&self.given_name_lat, &self.family_name_lat),
        ]
    }

    /// The name shown first: Arabic, else Latin, else the nickname.
    pub fn shown_name(&self) -> String {
        self.names_by_script()
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_else(|| self.nickname.clone().unwrap_or_default())
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

fn idcs_is_usual(idcs: &str) -> bool {
    let digits: Vec<char> = idcs.chars().filter(|c| !c.is_whitespace()).collect();
    (9..=10).contains(&digits.len()) && digits.iter().all(char::is_ascii_digit)
}

/// Six to nine letters and digits: a Moroccan one has two letters and seven digits, others what their State chose.
fn passport_is_usual(number: &str) -> bool {
    is_serial(number, 6..=9)
}

/// Letters and digits of the prefecture that issued it.
fn permit_is_usual(number: &str) -> bool {
    is_serial(number, 5..=12)
}

fn is_serial(number: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    let signs: Vec<char> = number.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    length.contains(&signs.len())
        && signs.iter().all(char::is_ascii_alphanumeric)
        && signs.iter().any(char::is_ascii_digit)
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
    fn registering_asks_for_sex_and_birth_and_takes_unknown_for_an_answer() {
        let today = "2026-11-22".parse().unwrap();
        let mut person = Person {
            given_name_lat: Some("Fatma".into()),
            ..Person::default()
        };
        assert_eq!(person.check(today), Ok(()), "a list may know no more");
        assert_eq!(
            person.check_registered(today),
            Err(PersonProblem::SexMissing)
        );
        person.sex = Some(Sex::Unknown);
        assert_eq!(
            person.check_registered(today),
            Err(PersonProblem::BirthMissing)
        );
        person.estimated_age = Some(40);
        assert_eq!(person.check_registered(today), Ok(()));
        person.estimated_age = None;
        person.birth_date = Some(BIRTH_UNKNOWN.into());
        assert_eq!(person.check_registered(today), Ok(()));
        assert_eq!(person.known_birth(), None);
        person.birth_date = None;
        person.anonymous = Some(true);
        assert_eq!(person.check_registered(today), Ok(()));
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
        let unnamed = Person {
            anonymous: Some(true),
            ..Person::default()
        };
        assert_eq!(unnamed.check(today), Ok(()));
    }

    fn warned(person: Person) -> Vec<&'static str> {
        let today: NaiveDate = "2026-11-22".parse().unwrap();
        let warnings = person.warnings(today);
        warnings
            .into_iter()
            .map(|(_, warning)| warning.code())
            .collect()
    }

    #[test]
    fn papers_are_warned_about_each_after_its_kind_and_refused_never() {
        let papers = |document_type, number: &str| Person {
            document_type: Some(document_type),
            document_number: Some(number.into()),
            ..Person::default()
        };
        assert_eq!(warned(papers(DocumentType::Passport, "AB1234567")), [""; 0]);
        assert_eq!(
            warned(papers(DocumentType::Passport, "رقم")),
            ["passport_unusual"]
        );
        assert_eq!(
            warned(papers(DocumentType::ResidencePermit, "C-012 345 6")),
            [""; 0]
        );
        assert_eq!(
            warned(papers(DocumentType::ResidencePermit, "12")),
            ["residence_permit_unusual"]
        );
        assert_eq!(warned(papers(DocumentType::None, "12")), [""; 0]);
        let mistyped = Person {
            cnie: Some("123".into()),
            idcs: Some("12".into()),
            phone: Some("عند الجارة".into()),
            ..Person::default()
        };
        assert_eq!(
            warned(mistyped),
            ["cnie_unusual", "idcs_unusual", "phone_unreadable"]
        );
    }

    #[test]
    fn a_birth_act_is_of_a_hijri_or_a_gregorian_year() {
        for (year, usual) in [
            (1991, true),
            (1411, true),
            (1448, true),
            (1600, false),
            (2030, false),
            (91, false),
        ] {
            let person = Person {
                act_year: Some(year),
                ..Person::default()
            };
            assert_eq!(warned(person).is_empty(), usual, "{year}");
        }
    }
}
