//! Birth known exactly, by its year, or not at all.

use chrono::{Datelike, NaiveDate};

/// What stands for a birth somebody was asked about and does not know, where nothing at all means: not asked yet.
/// A value of the one field, not a field of its own: two devices can then never say «unknown» and a day at once.
pub const BIRTH_UNKNOWN: &str = "unknown";

/// Reads `YYYY` or `YYYY-MM-DD`; gives the year and, where known, the day. `None` when it is neither: unknown,
/// or nonsense.
pub fn parse_birth(text: &str) -> Option<(i32, Option<NaiveDate>)> {
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return (text.len() == 10).then_some((day.year(), Some(day)));
    }
    (text.len() == 4)
        .then(|| text.parse::<u16>().ok())
        .flatten()
        .map(|year| (i32::from(year), None))
}

/// Age in full years on `today`; from a year alone, the age reached in that year.
pub fn age_on(
    birth_date: Option<&str>,
    estimated: Option<(u32, NaiveDate)>,
    today: NaiveDate,
) -> Option<u32> {
    if let Some((year, day)) = birth_date.and_then(parse_birth) {
        return match day {
            Some(day) => today.years_since(day),
            None => u32::try_from(today.year() - year).ok(),
        };
    }
    estimated.map(|(age, on)| age + today.years_since(on).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_birthday_counts_from_the_day_itself() {
        assert_eq!(
            age_on(Some("1991-03-14"), None, day("2026-03-13")),
            Some(34)
        );
        assert_eq!(
            age_on(Some("1991-03-14"), None, day("2026-03-14")),
            Some(35)
        );
    }

    #[test]
    fn a_year_alone_gives_the_age_of_the_year_and_nonsense_gives_none() {
        assert_eq!(age_on(Some("1991"), None, day("2026-01-01")), Some(35));
        assert_eq!(age_on(Some("91"), None, day("2026-01-01")), None);
        assert_eq!(age_on(Some("2030"), None, day("2026-01-01")), None);
        assert_eq!(
            age_on(None, Some((40, day("2024-11-22"))), day("2026-11-22")),
            Some(42)
        );
    }
}
