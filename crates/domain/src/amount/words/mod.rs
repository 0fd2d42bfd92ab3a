//! An amount in words, as a cheque says it.

mod arabic;
mod english;
mod french;

#[cfg(test)]
mod tests;

use crate::protocol::Label;

/// An amount of centimes in words, in the three languages. Below nothing it is said as nothing: no amount is.
#[must_use]
pub fn in_words(centimes: i64) -> Label {
    let centimes = u64::try_from(centimes).unwrap_or(0);
    let (dirhams, rest) = (centimes / 100, centimes % 100);
    Label {
        ar: arabic::said(dirhams, rest),
        fr: french::said(dirhams, rest),
        en: english::said(dirhams, rest),
    }
}

/// A number taken apart: thousands of millions, millions, thousands, and the rest.
fn parts(number: u64) -> [u64; 4] {
    [
        number / 1_000_000_000,
        number / 1_000_000 % 1000,
        number / 1000 % 1000,
        number % 1000,
    ]
}

/// The word at `place` of a list that is long enough.
fn at(words: &'static [&'static str], place: u64) -> &'static str {
    usize::try_from(place)
        .ok()
        .and_then(|place| words.get(place))
        .copied()
        .unwrap_or_default()
}
