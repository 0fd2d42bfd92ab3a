//! Dates as the administration writes them: Maghrebi months in Arabic, «1er» in French.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::LettersError;
use crate::clean::latin_digit;

const MONTHS_AR: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
/// From Monday.
const DAYS_AR: [&str; 7] = [
    "الاثنين",
    "الثلاثاء",
    "الأربعاء",
    "الخميس",
    "الجمعة",
    "السبت",
    "الأحد",
];
const DAYS_FR: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

/// One date in words: (Arabic, French).
pub type Words = (String, String);

/// «22 نونبر 2026», « 22 novembre 2026 ».
pub fn date(field: &'static str, iso: &str) -> Result<Words, LettersError> {
    Ok(in_words(parse(field, iso)?))
}

/// «الأحد 22 نونبر 2026», « dimanche 22 novembre 2026 ».
pub fn date_with_day(field: &'static str, iso: &str) -> Result<Words, LettersError> {
    let day = parse(field, iso)?;
    let (ar, fr) = in_words(day);
    let weekday = day.weekday().num_days_from_monday() as usize;
    Ok((
        format!("{} {ar}", named(&DAYS_AR, weekday)),
        format!("{} {fr}", named(&DAYS_FR, weekday)),
    ))
}

/// A birth: a full date, or the year alone when that is all that is known. Empty gives none.
pub fn birth(field: &'static str, iso: &str) -> Result<Option<Words>, LettersError> {
    let text = plain(iso);
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(Some((text.clone(), text)));
    }
    date(field, &text).map(Some)
}

/// An hour, `HH:MM`. Empty gives none.
pub fn hour(field: &'static str, given: &str) -> Result<Option<String>, LettersError> {
    let text = plain(given);
    if text.is_empty() {
        return Ok(None);
    }
    match NaiveTime::parse_from_str(&text, "%H:%M") {
        Ok(time) => Ok(Some(time.format("%H:%M").to_string())),
        Err(_) => Err(LettersError::BadDate { field }),
    }
}

fn in_words(day: NaiveDate) -> Words {
    let month = day.month0() as usize;
    let first = if day.day() == 1 { "er" } else { "" };
    (
        format!("{} {} {}", day.day(), named(&MONTHS_AR, month), day.year()),
        format!(
            "{}{first} {} {}",
            day.day(),
            named(&MONTHS_FR, month),
            day.year()
        ),
    )
}

fn parse(field: &'static str, iso: &str) -> Result<NaiveDate, LettersError> {
    let text = plain(iso);
    if text.is_empty() {
        return Err(LettersError::Missing { field });
    }
    let day = NaiveDate::parse_from_str(&text, "%Y-%m-%d")
        .map_err(|_| LettersError::BadDate { field })?;
    // A year of five digits or before our era is a typing error, and would not fit its place.
    if (1800..=2999).contains(&day.year()) {
        Ok(day)
    } else {
        Err(LettersError::BadDate { field })
    }
}

/// At most the length of a date, so that a huge text costs nothing; ٠-٩ read as digits.
fn plain(text: &str) -> String {
    text.trim().chars().take(16).map(latin_digit).collect()
}

fn named(names: &[&'static str], index: usize) -> &'static str {
    names.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn dates_read_as_in_a_moroccan_office() {
        let words = |iso| date("date", iso).unwrap();
        assert_eq!(
            words("2026-11-22"),
            ("22 نونبر 2026".into(), "22 novembre 2026".into())
        );
        assert_eq!(
            words("2026-08-01"),
            ("1 غشت 2026".into(), "1er août 2026".into())
        );
        assert_eq!(
            date_with_day("date", "2026-11-30").unwrap().0,
            "الاثنين 30 نونبر 2026"
        );
        assert_eq!(
            date_with_day("date", "2026-11-22").unwrap().1,
            "dimanche 22 novembre 2026"
        );
    }

    #[test]
    fn a_birth_may_be_a_year_or_nothing() {
        assert_eq!(
            birth("birth", "1987").unwrap(),
            Some(("1987".into(), "1987".into()))
        );
        assert_eq!(birth("birth", "").unwrap(), None);
        assert_eq!(
            birth("birth", "١٩٩٤-٠٥-١٤").unwrap().unwrap().0,
            "14 ماي 1994"
        );
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for wrong in [
            "2026-02-30",
            "22/11/2026",
            "hier",
            "+12026-01-01",
            "2026-11-22T10:00",
        ] {
            assert_eq!(
                date("date", wrong),
                Err(LettersError::BadDate { field: "date" }),
                "{wrong}"
            );
        }
        assert_eq!(hour("time", "9:05").unwrap().as_deref(), Some("09:05"));
        assert_eq!(
            hour("time", "25:00"),
            Err(LettersError::BadDate { field: "time" })
        );
    }
}
