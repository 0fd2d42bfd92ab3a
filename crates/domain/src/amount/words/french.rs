//! French: «vingt» and «cent» take an s when multiplied and last, «mille» never; «million» is a noun.

use super::{at, parts};

const UNITS: [&str; 20] = [
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
const TENS: [&str; 10] = [
    "",
    "",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
];

/// «deux mille cinq cents dirhams et cinquante centimes».
pub(super) fn said(dirhams: u64, centimes: u64) -> String {
    let cents = || counted(centimes, "centime");
    match (dirhams, centimes) {
        (0, 0) => "zéro dirham".to_owned(),
        (0, _) => cents(),
        (_, 0) => counted(dirhams, "dirham"),
        _ => format!("{} et {}", counted(dirhams, "dirham"), cents()),
    }
}

/// In French the plural begins at two.
fn counted(number: u64, noun: &str) -> String {
    let plural = if number >= 2 { "s" } else { "" };
    // «un million de dirhams», but «un million deux cents dirhams».
    let joint = match number % 1_000_000 {
        0 if number > 0 => " de",
        _ => "",
    };
    format!("{}{joint} {noun}{plural}", whole(number))
}

fn whole(number: u64) -> String {
    let [billions, millions, thousands, rest] = parts(number);
    let mut said: Vec<String> = Vec::new();
    for (count, name) in [(billions, "milliard"), (millions, "million")] {
        if count > 0 {
            let plural = if count >= 2 { "s" } else { "" };
            said.push(format!("{} {name}{plural}", below_thousand(count, true)));
        }
    }
    match thousands {
        0 => {}
        1 => said.push("mille".to_owned()),
        more => said.push(format!("{} mille", below_thousand(more, false))),
    }
    if rest > 0 {
        said.push(below_thousand(rest, true));
    }
    said.join(" ")
}

/// `is_last`: nothing but a noun follows, before which «cents» and «quatre-vingts» take their s.
fn below_thousand(number: u64, is_last: bool) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let plural = if is_last && rest == 0 { "s" } else { "" };
    let hundred = match hundreds {
        0 => None,
        1 => Some("cent".to_owned()),
        more => Some(format!("{} cent{plural}", at(&UNITS, more))),
    };
    let small = (rest > 0).then(|| below_hundred(rest, is_last));
    [hundred, small]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn below_hundred(number: u64, is_last: bool) -> String {
    let ten = at(&TENS, number / 10);
    match (number, number % 10) {
        (..20, _) => at(&UNITS, number).to_owned(),
        (80, _) if is_last => "quatre-vingts".to_owned(),
        (20 | 30 | 40 | 50 | 60 | 80, _) => ten.to_owned(),
        (71, _) => "soixante et onze".to_owned(),
        (70..80 | 90..100, unit) => format!("{ten}-{}", at(&UNITS, 10 + unit)),
        (81, _) => "quatre-vingt-un".to_owned(),
        (_, 1) => format!("{ten} et un"),
        (_, unit) => format!("{ten}-{}", at(&UNITS, unit)),
    }
}
