//! Births, sexes and telephones held against each other.

use chrono::{Datelike, NaiveDate};

use super::facts::{Birth, Facts};
use super::paper::one_slip;
use super::reason::ReasonCode;
use super::sum::{Sum, odds};

use crate::person::Sex;

pub(super) fn births(one: Option<Birth>, other: Option<Birth>, sum: &mut Sum) {
    use ReasonCode::{BirthNear, BirthOther, BirthSame, BirthSwapped, BirthYearSame};
    let (Some(one), Some(other)) = (one, other) else {
        return;
    };
    let apart = one.year().abs_diff(other.year());
    let (code, found) = match (one, other) {
        (Birth::Day(a), Birth::Day(b)) if a == b => (BirthSame, odds(0.86, 0.01, 5e-5)),
        (Birth::Day(a), Birth::Day(b)) if swapped(a, b) => (BirthSwapped, odds(0.03, 5e-5, 5e-5)),
        (Birth::Day(a), Birth::Day(b)) if near(a, b) => (BirthNear, odds(0.05, 3e-3, 3e-3)),
        (Birth::Day(_), Birth::Day(_)) if apart == 0 => (BirthYearSame, odds(0.02, 0.02, 0.015)),
        (Birth::Day(_), Birth::Day(_)) => (BirthOther, odds(0.04, 0.96, 0.98)),
        (Birth::About(_), _) | (_, Birth::About(_)) => match apart {
            0..=2 => (BirthYearSame, odds(0.6, 0.12, 0.08)),
            3..=5 => (BirthYearSame, odds(0.25, 0.12, 0.1)),
            _ => (BirthOther, odds(0.15, 0.76, 0.82)),
        },
        _ => match apart {
            0 => (BirthYearSame, odds(0.93, 0.03, 0.018)),
            1 => (BirthNear, odds(0.03, 0.07, 0.035)),
            _ => (BirthOther, odds(0.04, 0.9, 0.95)),
        },
    };
    sum.add(code, found);
}

/// Day and month in each other's place.
fn swapped(a: NaiveDate, b: NaiveDate) -> bool {
    a.year() == b.year() && a.month() == b.day() && a.day() == b.month()
}

/// Two of day, month and year agree, the third is a slip.
fn near(a: NaiveDate, b: NaiveDate) -> bool {
    let (day, month, year) = (
        a.day() == b.day(),
        a.month() == b.month(),
        a.year() == b.year(),
    );
    match (day, month, year) {
        (false, true, true) | (true, false, true) => true,
        (true, true, false) => {
            a.year().abs_diff(b.year()) == 1
                || one_slip(&a.year().to_string(), &b.year().to_string())
        }
        _ => false,
    }
}

pub(super) fn sexes(one: Option<Sex>, other: Option<Sex>, sum: &mut Sum) {
    match (one, other) {
        (Some(a), Some(b)) if a != b => sum.add(ReasonCode::SexOther, odds(0.01, 0.5, 0.5)),
        // Agreement is every second stranger's: it counts, and is not worth a word.
        (Some(_), Some(_)) => sum.same += 1.0,
        _ => {}
    }
}

pub(super) fn phones(one: &Facts, other: &Facts, sum: &mut Sum) {
    let (Some(a), Some(b)) = (&one.phone, &other.phone) else {
        return;
    };
    if a == b {
        sum.add(ReasonCode::PhoneSame, odds(0.55, 0.4, 5e-5));
    } else if one_slip(a, b) {
        sum.add(ReasonCode::PhoneNear, odds(0.04, 0.004, 2e-5));
    } else {
        // Numbers are changed often: too little to tell.
        sum.same += (0.41_f32 / 1.0).log2();
        sum.relative += (0.6_f32 / 1.0).log2();
    }
}
