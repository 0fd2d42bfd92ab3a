//! An amount as typed, read.

use crate::text::latin_digits;

/// The largest amount that is read, in centimes: a thousand million dirhams less one centime.
pub const LARGEST: i64 = 99_999_999_999;

/// What an amount as typed means, in centimes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It can mean one thing only.
    Clear(i64),
    /// «2.500»: two thousand five hundred, or two and a half. Whoever wrote it says which.
    Either {
        /// When the mark sets thousands apart.
        thousands: i64,
        /// When it comes before centimes.
        decimals: i64,
    },
}

/// Why an amount cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountProblem {
    /// Words, another currency, marks in places that mean nothing.
    #[error("not an amount in figures, in dirhams")]
    Unreadable,
    /// Below nothing.
    #[error("negative")]
    Negative,
    /// Smaller parts than a centime.
    #[error("smaller than a centime")]
    TooFine,
    /// Above [`LARGEST`].
    #[error("too large")]
    TooLarge,
}

/// How an amount is written without any doubt, for a field: `2500`, `2500,50`.
#[must_use]
pub fn written(centimes: i64) -> String {
    match centimes % 100 {
        0 => format!("{}", centimes / 100),
        rest => format!("{},{rest:02}", centimes / 100),
    }
}

/// Reads an amount in dirhams as people write it: digits of any of the keyboards, a decimal mark or none, thousands
/// set apart or not, the currency named or not. Number words («ألف», «mille», «3k») and other units (ريال, centimes, €)
/// are not read: who counts in ryals means a twentieth of what is written.
///
/// # Errors
/// Why it cannot be read.
pub fn read(typed: &str) -> Result<Reading, AmountProblem> {
    let text = plain(typed);
    let text = without_currency(text.trim());
    if let Some(rest) = text.strip_prefix(['-', '−', '–']) {
        let is_amount = read(rest).is_ok();
        return Err(if is_amount {
            AmountProblem::Negative
        } else {
            AmountProblem::Unreadable
        });
    }
    match split(text)? {
        (groups, marks) if marks.is_empty() => clear(&groups.concat(), ""),
        (groups, marks) => marked(&groups, &marks),
    }
}

/// Latin digits, one space for any of them, one mark for its twins, and nothing that is not seen.
fn plain(typed: &str) -> String {
    latin_digits(typed)
        .chars()
        .filter(|c| {
            !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{061C}' | '\u{2060}' | '\u{FEFF}' | '\u{0640}')
        })
        .map(|c| match c {
            c if c.is_whitespace() => ' ',
            // The comma of an Arabic keyboard, the low quotation mark that looks like one.
            '،' | '‚' | '\u{FF0C}' => ',',
            '٬' | '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
            '\u{FF10}'..='\u{FF19}' => char::from_digit(u32::from(c) - 0xFF10, 10).unwrap_or(c),
            c => c,
        })
        .collect()
}

/// The longest first: a name is taken away whole.
const CURRENCY: [&str; 12] = [
    "dirhams",
    "dirham",
    "dhs",
    "dh",
    "mad",
    "درهما",
    "درهمًا",
    "دراهم",
    "درهم",
    "د.م.",
    "د.م",
    "د م",
];

/// The amount without the name of the dirham before or after it.
fn without_currency(text: &str) -> &str {
    let lower = text.to_lowercase();
    for name in CURRENCY {
        // Lower case keeps the length of what these names are made of; anything else is no amount anyway.
        if lower.len() != text.len() {
            break;
        }
        if lower.ends_with(name) {
            return text
                .get(..text.len() - name.len())
                .unwrap_or(text)
                .trim_end();
        }
        if lower.starts_with(name) {
            let rest = text.get(name.len()..).unwrap_or(text);
            // «Dhs.2500»: the point is that of the name, not a mark before centimes.
            return rest.strip_prefix('.').unwrap_or(rest).trim_start();
        }
        if let Some(start) = lower
            .strip_suffix('.')
            .filter(|start| start.ends_with(name))
        {
            return text
                .get(..start.len() - name.len())
                .unwrap_or(text)
                .trim_end();
        }
    }
    text
}

/// The runs of digits and the marks between them. Spaces around another mark are no mark.
fn split(text: &str) -> Result<(Vec<&str>, Vec<char>), AmountProblem> {
    let is_mark = |c: char| matches!(c, ' ' | '.' | ',' | '\'' | '٫');
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || is_mark(c)) {
        return Err(AmountProblem::Unreadable);
    }
    let (mut groups, mut marks) = (vec![], vec![]);
    let mut rest = text;
    loop {
        let end = rest.find(is_mark).unwrap_or(rest.len());
        let (group, after) = rest.split_at(end);
        groups.push(group);
        let next = after.trim_start_matches(is_mark);
        if after.is_empty() {
            return Ok((groups, marks));
        }
        let between = after
            .get(..after.len() - next.len())
            .unwrap_or_default()
            .trim();
        let mut between = between.chars();
        marks.push(between.next().unwrap_or(' '));
        if between.next().is_some() {
            return Err(AmountProblem::Unreadable);
        }
        rest = next;
    }
}

fn marked(groups: &[&str], marks: &[char]) -> Result<Reading, AmountProblem> {
    let (Some((last, before)), Some((mark, earlier))) = (groups.split_last(), marks.split_last())
    else {
        return Err(AmountProblem::Unreadable);
    };
    // «2500.», half typed: the mark says nothing yet.
    if last.is_empty() {
        return match earlier {
            [] => clear(&before.concat(), ""),
            earlier => marked(before, earlier),
        };
    }
    let as_thousands = in_thousands(groups, marks).then(|| groups.concat());
    let may_be_decimal = matches!(mark, '.' | ',' | '٫');
    let is_alone = !earlier.contains(mark);
    let as_decimal =
        (may_be_decimal && is_alone && (earlier.is_empty() || in_thousands(before, earlier)))
            .then(|| before.concat());
    match (as_thousands, as_decimal) {
        (Some(whole), None) => clear(&whole, ""),
        (None, Some(whole)) => decimal(&whole, last, earlier.is_empty()),
        (Some(whole), Some(part)) => match (clear(&whole, ""), clear(&part, last)) {
            (Ok(Reading::Clear(thousands)), Ok(Reading::Clear(decimals))) => Ok(Reading::Either {
                thousands,
                decimals,
            }),
            (thousands, _) => thousands,
        },
        (None, None) => Err(AmountProblem::Unreadable),
    }
}

/// A mark that cannot set thousands apart as it stands. «2500.000» may have been meant to: it is asked about too.
fn decimal(whole: &str, part: &str, is_only_mark: bool) -> Result<Reading, AmountProblem> {
    let read = clear(whole, part)?;
    match (read, part.len()) {
        (Reading::Clear(decimals), 3)
            if is_only_mark && !whole.trim_start_matches('0').is_empty() =>
        {
            let Reading::Clear(thousands) = clear(&format!("{whole}{part}"), "")? else {
                return Ok(read);
            };
            Ok(Reading::Either {
                thousands,
                decimals,
            })
        }
        (_, ..=2) => Ok(read),
        _ if whole.trim_start_matches('0').is_empty() => Ok(read),
        _ => Err(AmountProblem::Unreadable),
    }
}

/// Whether the marks set thousands apart: one and the same, groups of three after the first, which is no nought.
fn in_thousands(groups: &[&str], marks: &[char]) -> bool {
    let Some((first, rest)) = groups.split_first() else {
        return false;
    };
    let same = marks.windows(2).all(|pair| pair.first() == pair.last());
    same && !marks.contains(&'٫')
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3)
}

/// So many dirhams, and the digits after the mark.
fn clear(whole: &str, part: &str) -> Result<Reading, AmountProblem> {
    if whole.is_empty() && part.is_empty() {
        return Err(AmountProblem::Unreadable);
    }
    let (cents, finer) = part.split_at(part.len().min(2));
    if finer.contains(|c| c != '0') {
        return Err(AmountProblem::TooFine);
    }
    let whole = whole.trim_start_matches('0');
    if whole.len() > 12 {
        return Err(AmountProblem::TooLarge);
    }
    let centimes = format!("{whole}{cents:0<2}")
        .parse()
        .map_err(|_| AmountProblem::Unreadable)?;
    if centimes > LARGEST {
        return Err(AmountProblem::TooLarge);
    }
    Ok(Reading::Clear(centimes))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_amount_is_read_as_it_is_written_with_either_mark_and_any_digits() {
        for (typed, centimes) in [
            ("2500", 250_000),
            ("2500.00", 250_000),
            ("2500,00", 250_000),
            ("2500.5", 250_050),
            ("2500,50", 250_050),
            ("2 500", 250_000),
            ("2\u{a0}500", 250_000),
            ("2\u{202f}500,00", 250_000),
            ("2,500.00", 250_000),
            ("2.500,00", 250_000),
            ("2'500.00", 250_000),
            ("2’500", 250_000),
            ("1 250 000,75", 125_000_075),
            ("1.250.000", 125_000_000),
            ("1,250,000", 125_000_000),
            ("٢٥٠٠", 250_000),
            ("٢٥٠٠٫٥٠", 250_050),
            ("٢٬٥٠٠٫٥٠", 250_050),
            ("٢٥٠٠،٥٠", 250_050),
            ("۲۵۰۰", 250_000),
            ("\u{200f}2500\u{200f}", 250_000),
            ("2500 DH", 250_000),
            ("2500dhs.", 250_000),
            ("DH 2500", 250_000),
            ("MAD 2,500.00", 250_000),
            ("Dhs.2500", 250_000),
            ("DH. 2 500,00", 250_000),
            ("د.م.2500", 250_000),
            ("2 500,00 dirhams", 250_000),
            ("٢٥٠٠ درهم", 250_000),
            ("2500 د.م.", 250_000),
            ("2500 د.م", 250_000),
            ("2 500 دراهم", 250_000),
            ("2500.", 250_000),
            ("2500 ,", 250_000),
            ("2 500 , 5", 250_050),
            (",5", 50),
            ("0.5", 50),
            ("0,500", 50),
            ("0500", 50_000),
            ("0", 0),
            ("12,50", 1_250),
            ("2.575", 257_500),
            ("999 999 999,99", LARGEST),
        ] {
            assert_eq!(read(typed), Ok(Reading::Clear(centimes)), "{typed}");
        }
    }

    #[test]
    fn what_can_mean_two_things_is_said_to() {
        for (typed, thousands, decimals) in [
            ("2.500", 250_000, 250),
            ("2,500", 250_000, 250),
            ("٢،٥٠٠", 250_000, 250),
            ("25.000 DH", 2_500_000, 2_500),
            ("1,250", 125_000, 125),
            ("2,500.", 250_000, 250),
            ("٢٫٥٠٠", 250_000, 250),
            ("2500.000", 250_000_000, 250_000),
            ("2500,500", 250_050_000, 250_050),
        ] {
            let either = Reading::Either {
                thousands,
                decimals,
            };
            assert_eq!(read(typed), Ok(either), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_why_and_is_never_guessed() {
        use AmountProblem::{Negative, TooFine, TooLarge, Unreadable};
        for (typed, why) in [
            ("", Unreadable),
            (" ", Unreadable),
            (".", Unreadable),
            ("DH", Unreadable),
            ("ألف", Unreadable),
            ("2 آلاف", Unreadable),
            ("deux mille", Unreadable),
            ("3k", Unreadable),
            ("50000 ريال", Unreadable),
            ("2500 €", Unreadable),
            ("250000 centimes", Unreadable),
            ("2.500.00", Unreadable),
            ("25 00", Unreadable),
            ("1,00,000", Unreadable),
            ("1.250,000.00", Unreadable),
            ("2..500", Unreadable),
            ("2500/00", Unreadable),
            ("2-500", Unreadable),
            ("1e3", Unreadable),
            ("+2500", Unreadable),
            ("0.505", TooFine),
            ("2500.505", TooFine),
            ("2500.1234", TooFine),
            ("-5", Negative),
            ("−2500,00", Negative),
            ("--5", Unreadable),
            ("1000000000", TooLarge),
            ("99999999999999999999999999", TooLarge),
        ] {
            assert_eq!(read(typed), Err(why), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_the_program_writes_it_reads_again(centimes in 0..=LARGEST) {
            prop_assert_eq!(read(&written(centimes)), Ok(Reading::Clear(centimes)));
        }

        #[test]
        fn nothing_typed_makes_it_fall(typed in "\\PC{0,24}") {
            let _ = read(&typed);
        }

        #[test]
        fn grouping_never_changes_an_amount(dirhams in 1_000_000..=999_999_999_i64, cents in 0..100_i64) {
            let (m, k, r) = (dirhams / 1_000_000, dirhams / 1000 % 1000, dirhams % 1000);
            for typed in [
                format!("{m} {k:03} {r:03},{cents:02}"),
                format!("{m}.{k:03}.{r:03},{cents:02}"),
                format!("{m},{k:03},{r:03}.{cents:02}"),
                format!("{m}٬{k:03}٬{r:03}٫{cents:02}"),
            ] {
                prop_assert_eq!(read(&typed), Ok(Reading::Clear(dirhams * 100 + cents)));
            }
        }
    }
}
