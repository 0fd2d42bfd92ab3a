//! English, as written in Britain: «and» before what is below a hundred.

use super::{at, parts};

const UNITS: [&str; 20] = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// «two thousand five hundred dirhams and fifty centimes».
pub(super) fn said(dirhams: u64, centimes: u64) -> String {
    let cents = || counted(centimes, "centime");
    match (dirhams, centimes) {
        (0, 0) => "zero dirhams".to_owned(),
        (0, _) => cents(),
        (_, 0) => counted(dirhams, "dirham"),
        _ => format!("{} and {}", counted(dirhams, "dirham"), cents()),
    }
}

fn counted(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", whole(number))
}

fn whole(number: u64) -> String {
    let [billions, millions, thousands, rest] = parts(number);
    let mut said: Vec<String> = [
        (billions, "billion"),
        (millions, "million"),
        (thousands, "thousand"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, name)| format!("{} {name}", below_thousand(count)))
    .collect();
    if rest > 0 {
        let joint = if rest < 100 && !said.is_empty() {
            "and "
        } else {
            ""
        };
        said.push(format!("{joint}{}", below_thousand(rest)));
    }
    said.join(" ")
}

fn below_thousand(number: u64) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let hundred = (hundreds > 0).then(|| format!("{} hundred", at(&UNITS, hundreds)));
    let small = (rest > 0).then(|| below_hundred(rest));
    [hundred, small]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" and ")
}

fn below_hundred(number: u64) -> String {
    match (number, number % 10) {
        (..20, _) => at(&UNITS, number).to_owned(),
        (_, 0) => at(&TENS, number / 10).to_owned(),
        (_, unit) => format!("{}-{}", at(&TENS, number / 10), at(&UNITS, unit)),
    }
}
