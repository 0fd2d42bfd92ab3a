//! Births, as lists write them: `14/03/1991`, `1991-03-14`, «14 مارس 1991», `14 mars 91`, a number Excel counts days by,
//! a year, `00/00/1991`. In Morocco the day stands first.

use chrono::{Datelike, Days, NaiveDate};
use jisr_domain::text::label_key;
use jisr_lists::Cell;

use super::month::month_in;
use super::{Doubt, Read};

/// Nobody received was born before.
const FIRST_YEAR: i32 = 1900;
/// Years of the Hijri calendar somebody living may have been born in.
const HIJRI: std::ops::RangeInclusive<i32> = 1318..=1460;

/// The birth a cell says, `YYYY-MM-DD` or `YYYY`; `from_1904` when numbers of the workbook count days from there.
pub fn read_birth(cell: &Cell, from_1904: bool, today: NaiveDate) -> Read<String> {
    match cell {
        Cell::Day(day) => believed(*day, None, today),
        Cell::Number(number) => of_number(*number, from_1904, today),
        Cell::Text(text) => of_text(text, today),
        Cell::Empty | Cell::Flag(_) => Read::none(Doubt::BirthUnreadable),
    }
}

/// A day somebody living may have been born on.
fn believed(day: NaiveDate, doubt: Option<Doubt>, today: NaiveDate) -> Read<String> {
    if day > today || day.year() < FIRST_YEAR {
        return Read::none(Doubt::BirthUnreadable);
    }
    Read {
        value: Some(day.format("%Y-%m-%d").to_string()),
        doubt,
    }
}

fn of_year(year: i32, doubt: Option<Doubt>, today: NaiveDate) -> Read<String> {
    if (FIRST_YEAR..=today.year()).contains(&year) {
        return Read {
            value: Some(year.to_string()),
            doubt,
        };
    }
    if HIJRI.contains(&year) {
        return Read::doubted(ours(year).to_string(), Doubt::Hijri);
    }
    Read::none(Doubt::BirthUnreadable)
}

/// The year of our calendar in which most of a Hijri year lies.
fn ours(hijri: i32) -> i32 {
    // It is eleven days shorter than ours, and the first began in July 622.
    622 + (hijri - 1) * 970_224 / 1_000_000
}

fn of_number(number: f64, from_1904: bool, today: NaiveDate) -> Read<String> {
    if !(1.0..=99_999_999.0).contains(&number) {
        return Read::none(Doubt::BirthUnreadable);
    }
    #[allow(clippy::cast_possible_truncation, reason = "bounded above")]
    let whole = number as i32;
    if number.fract() == 0.0 && (1_300..=today.year()).contains(&whole) {
        return of_year(whole, None, today);
    }
    if whole > 1_000_000 {
        return of_text(&whole.to_string(), today);
    }
    of_serial(whole, from_1904, today)
}

/// A day as Excel counts them. It believes that 1900 was a leap year, so that from March on its first day is the 30th of
/// December before.
fn of_serial(days: i32, from_1904: bool, today: NaiveDate) -> Read<String> {
    let first = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else if days < 60 {
        NaiveDate::from_ymd_opt(1899, 12, 31)
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30)
    };
    let day = first
        .zip(u64::try_from(days).ok())
        .and_then(|(first, days)| first.checked_add_days(Days::new(days)));
    match day {
        // Below ten thousand it may be anything: a number of order, a file.
        Some(day) if days >= 1_000 => believed(day, Some(Doubt::DayNumber), today),
        _ => Read::none(Doubt::BirthUnreadable),
    }
}

fn of_text(text: &str, today: NaiveDate) -> Read<String> {
    let key = label_key(&spaced(text));
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    let numbers: Vec<(usize, &str)> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.bytes().all(|byte| byte.is_ascii_digit()))
        .map(|(place, word)| (place, *word))
        .collect();
    if let Some((month, place)) = month_in(&words) {
        return with_named_month(month, place, &numbers, today);
    }
    match numbers.as_slice() {
        [(_, one)] => of_one(one, words.len() == 1, today),
        [(_, a), (_, b), (_, c), time @ ..] if time.iter().all(|(_, word)| word.len() <= 6) => {
            of_three(a, b, c, today)
        }
        // «03/1991»: a month and a year, of which the year can be kept.
        [(_, month), (_, year)] if year.len() == 4 && month.len() <= 2 => year_of(year, today)
            .map_or(Read::none(Doubt::BirthUnreadable), |year| {
                of_year(year, Some(Doubt::YearOnly), today)
            }),
        _ => Read::none(Doubt::BirthUnreadable),
    }
}

/// A digit and a letter side by side are two words: «14مارس1991», `1991-03-14T00:00`.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 4);
    let mut before: Option<char> = None;
    for c in jisr_domain::text::latin_digits(text).chars() {
        if before.is_some_and(|before| {
            before.is_ascii_digit() && c.is_alphabetic()
                || before.is_alphabetic() && c.is_ascii_digit()
        }) {
            spaced.push(' ');
        }
        spaced.push(c);
        before = Some(c);
    }
    spaced
}

fn with_named_month(
    month: u32,
    place: usize,
    numbers: &[(usize, &str)],
    today: NaiveDate,
) -> Read<String> {
    let (day, year) = match numbers {
        // «14 مارس 1991», `March 14, 1991`, `1991 mars 14`.
        [(_, one), (_, two), ..] if one.len() == 4 => (Some(*two), *one),
        [(_, one), (_, two), ..] => (Some(*one), *two),
        [(at, one)] if *at > place || one.len() == 4 => (None, *one),
        _ => return Read::none(Doubt::BirthUnreadable),
    };
    let Some((year, short)) = full_year(year, today) else {
        return Read::none(Doubt::BirthUnreadable);
    };
    match day.and_then(|day| day.parse().ok()) {
        Some(day) => on(
            year,
            month,
            day,
            short.then_some(Doubt::TwoDigitYear),
            today,
        ),
        None => of_year(year, Some(Doubt::YearOnly), today),
    }
}

fn of_one(number: &str, alone: bool, today: NaiveDate) -> Read<String> {
    let at =
        |range: std::ops::Range<usize>| number.get(range).and_then(|part| part.parse::<u32>().ok());
    match number.len() {
        // «حوالي 1960», «né vers 1960»: the year, and that it was not said plainly.
        4 => year_of(number, today).map_or(Read::none(Doubt::BirthUnreadable), |year| {
            of_year(year, (!alone).then_some(Doubt::YearOnly), today)
        }),
        // Days of Excel, saved as text.
        5 if alone => number
            .parse()
            .map_or(Read::none(Doubt::BirthUnreadable), |days| {
                of_serial(days, false, today)
            }),
        8 if alone => {
            let year_first = at(0..4).zip(at(4..6)).zip(at(6..8));
            let year_last = at(4..8).zip(at(2..4)).zip(at(0..2));
            for ((year, month), day) in [year_last, year_first].into_iter().flatten() {
                let year = i32::try_from(year).unwrap_or(0);
                if (FIRST_YEAR..=today.year()).contains(&year)
                    && let Some(date) = NaiveDate::from_ymd_opt(year, month, day)
                {
                    return believed(date, None, today);
                }
            }
            Read::none(Doubt::BirthUnreadable)
        }
        _ => Read::none(Doubt::BirthUnreadable),
    }
}

fn of_three(a: &str, b: &str, c: &str, today: NaiveDate) -> Read<String> {
    let number = |text: &str| text.parse::<u32>().ok();
    let (year, month, day) = if a.len() == 4 {
        (a, number(b), number(c))
    } else {
        (c, number(b), number(a))
    };
    let (Some((year, short)), Some(month), Some(day)) = (full_year(year, today), month, day) else {
        return Read::none(Doubt::BirthUnreadable);
    };
    let doubt = short.then_some(Doubt::TwoDigitYear);
    if day == 0 || month == 0 {
        return of_year(year, Some(doubt.unwrap_or(Doubt::YearOnly)), today);
    }
    if month > 12 && day <= 12 {
        return on(year, day, month, Some(Doubt::MonthFirst), today);
    }
    on(year, month, day, doubt, today)
}

/// A day; of one that never was, the year is kept.
fn on(year: i32, month: u32, day: u32, doubt: Option<Doubt>, today: NaiveDate) -> Read<String> {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) if (FIRST_YEAR..=today.year()).contains(&year) => believed(date, doubt, today),
        _ => of_year(year, Some(Doubt::YearOnly), today),
    }
}

fn year_of(text: &str, today: NaiveDate) -> Option<i32> {
    full_year(text, today).map(|(year, _)| year)
}

/// A year, and whether only its two last digits were written: then the last such year that is not to come.
fn full_year(text: &str, today: NaiveDate) -> Option<(i32, bool)> {
    let number: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some((number, false)),
        2 => {
            let this = today.year() % 100;
            let century = today.year() - this;
            let year = if number > this {
                century - 100
            } else {
                century
            } + number;
            Some((year, true))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::month::MONTHS;
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }

    fn text(typed: &str) -> Read<String> {
        read_birth(&Cell::Text(typed.into()), false, today())
    }

    #[test]
    fn a_day_is_the_same_day_however_it_is_written() {
        for typed in [
            "14/03/1991",
            "14-03-1991",
            "14.03.1991",
            "14 03 1991",
            "1991-03-14",
            "1991/3/14",
            "14/3/1991",
            "١٤/٠٣/١٩٩١",
            "14 مارس 1991",
            "١٤ مارس ١٩٩١",
            "14 mars 1991",
            "14-mars-1991",
            "14 Mars 1991",
            "March 14, 1991",
            "14مارس1991",
            "14 آذار 1991",
            "14 mar. 1991",
            "1991-03-14 00:00:00",
            "1991-03-14T00:00:00",
            "14/03/1991 00:00",
            "14031991",
            "19910314",
            "\u{200F}14/03/1991",
            " 14 / 03 / 1991 ",
            "الخميس 14 مارس 1991",
        ] {
            assert_eq!(text(typed), Read::sure("1991-03-14".into()), "{typed}");
        }
        assert_eq!(text("1 غشت 1985").value.unwrap(), "1985-08-01");
        assert_eq!(text("2 août 1985").value.unwrap(), "1985-08-02");
        assert_eq!(text("31 دجنبر 1999").value.unwrap(), "1999-12-31");
        assert_eq!(text("5 كانون الثاني 1970").value.unwrap(), "1970-01-05");
    }

    #[test]
    fn what_was_not_said_plainly_is_told() {
        for (typed, birth, doubt) in [
            ("14/03/91", Some("1991-03-14"), Doubt::TwoDigitYear),
            ("14 mars 91", Some("1991-03-14"), Doubt::TwoDigitYear),
            ("14/03/20", Some("2020-03-14"), Doubt::TwoDigitYear),
            ("03/14/1991", Some("1991-03-14"), Doubt::MonthFirst),
            ("00/00/1991", Some("1991"), Doubt::YearOnly),
            ("00/03/1991", Some("1991"), Doubt::YearOnly),
            ("31/02/1991", Some("1991"), Doubt::YearOnly),
            ("مارس 1991", Some("1991"), Doubt::YearOnly),
            ("03/1991", Some("1991"), Doubt::YearOnly),
            ("حوالي 1960", Some("1960"), Doubt::YearOnly),
            ("présumé né en 1960", Some("1960"), Doubt::YearOnly),
            ("1411", Some("1990"), Doubt::Hijri),
            ("33311", Some("1991-03-14"), Doubt::DayNumber),
            ("22/11/2027", None, Doubt::BirthUnreadable),
            ("14/03/1850", None, Doubt::BirthUnreadable),
            ("غير معروف", None, Doubt::BirthUnreadable),
            ("12", None, Doubt::BirthUnreadable),
        ] {
            let read = text(typed);
            assert_eq!(
                (read.value.as_deref(), read.doubt),
                (birth, Some(doubt)),
                "{typed}"
            );
        }
        assert_eq!(text("1991"), Read::sure("1991".into()));
    }

    #[test]
    fn numbers_of_a_workbook_count_from_its_own_epoch() {
        let number =
            |number, from_1904| read_birth(&Cell::Number(number), from_1904, today()).value;
        assert_eq!(number(33_311.0, false).unwrap(), "1991-03-14");
        assert_eq!(number(33_311.0 - 1_462.0, true).unwrap(), "1991-03-14");
        assert_eq!(number(1991.0, false).unwrap(), "1991");
        assert_eq!(number(14_031_991.0, false).unwrap(), "1991-03-14");
        assert_eq!(number(f64::MAX, false), None);
        assert_eq!(number(-1.0, false), None);
    }

    proptest! {
        #[test]
        fn every_day_comes_back_in_each_writing(days in 0_u64..46_000) {
            let day = NaiveDate::from_ymd_opt(1900, 3, 1).unwrap() + Days::new(days);
            let month = MONTHS[day.month0() as usize];
            let mut written = vec![
                day.format("%d/%m/%Y").to_string(), day.format("%Y-%m-%d").to_string(), day.format("%-d.%-m.%Y").to_string(),
            ];
            written.extend(month.split('|').map(|name| format!("{} {name} {}", day.day(), day.year())));
            for one in written {
                prop_assert_eq!(text(&one), Read::sure(day.to_string()), "{}", one);
            }
            let serial = i32::try_from(days).unwrap() + 61;
            if serial > 2_100 {
                let read = read_birth(&Cell::Number(f64::from(serial)), false, today()).value;
                prop_assert_eq!(read, Some(day.to_string()));
            }
        }

        #[test]
        fn nothing_written_breaks_it_and_what_is_read_can_be_registered(typed in "\\PC{0,40}") {
            if let Some(birth) = text(&typed).value {
                prop_assert!(jisr_domain::person::parse_birth(&birth).is_some(), "{}", birth);
            }
        }
    }
}
