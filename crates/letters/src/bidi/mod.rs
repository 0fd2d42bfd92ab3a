//! How a text of two scripts stands on a line.
//!
//! Left to itself the bidirectional algorithm reads a line of Arabic with a telephone, a French word and a bracket
//! in it otherwise than whoever wrote it: groups of digits change places, «12 bis» becomes «bis 12», a bracket after
//! a name of the other script runs away with it. So the parts of the other direction are found here and isolated
//! (UAX 9, LRI and RLI): what belongs together stays together, everything else keeps the order it was written in.
//!
//! A number goes with the word it touches: with a Latin one first (`CSU 2`, `n° 12`, `12 bis`), else with an Arabic one
//! (`قسم 3`, `2 مارس`), else with the line.

const LRI: char = '\u{2066}';
const RLI: char = '\u{2067}';
const PDI: char = '\u{2069}';
const NO_BREAK_SPACE: char = '\u{00A0}';

/// A number or code no longer than this stays on one line.
const KEPT_WHOLE: usize = 28;
/// A word no longer than this, followed by a point and a number, is shortened: `art. 12`.
const SHORTENED: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Letters of a script that runs this way, with the digits among Latin ones (`CSU2`, `1er`).
    Word(Side),
    /// Digits with what joins them (`06 12 34`, `2026-11-20`, `15 %`), and the word's side they go with, if any.
    Number(Option<Side>),
    Opening,
    Closing,
    /// Any other sign, and spaces.
    Sign,
}

struct Token<'a> {
    part: Part,
    text: &'a [char],
}

/// The text with its parts isolated, as a whole that nothing beside it can turn round.
pub fn isolated(text: &str, right_to_left: bool) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = tokens(&letters);
    sides(&mut tokens);
    let line = if right_to_left {
        Side::Right
    } else {
        Side::Left
    };
    let mut out = String::with_capacity(text.len() + 16);
    let mut quotes = 0;
    out.push(opening(line));
    let mut at = 0;
    while at < tokens.len() {
        let end = run_end(&tokens, at, line);
        if end > at {
            let side = other(line);
            out.push(opening(side));
            for token in &tokens[at..end] {
                write(&mut out, token, side, &mut quotes);
            }
            out.push(PDI);
            at = end;
        } else {
            write(&mut out, &tokens[at], line, &mut quotes);
            at += 1;
        }
    }
    out.push(PDI);
    out
}

/// Whether a text runs from right to left, whatever column it stands in: its first letter decides (UAX 9, P2), but for
/// Arabic that begins with a name, `CSU 2 بالقنيطرة`, which ends in Arabic and has more letters of it. What stands in
/// brackets decides only where there is nothing else; without a letter, the column's language.
pub fn runs_right_to_left(text: &str, otherwise: bool) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let (mut open, mut outside, mut inside) = (0usize, Vec::new(), Vec::new());
    for token in tokens(&letters) {
        match token.part {
            Part::Opening => open += 1,
            Part::Closing => open = open.saturating_sub(1),
            Part::Word(side) if open == 0 => outside.push((side, token.text.len())),
            Part::Word(side) => inside.push((side, token.text.len())),
            Part::Number(_) | Part::Sign => {}
        }
    }
    let words = if outside.is_empty() { inside } else { outside };
    let (Some((first, _)), Some((last, _))) = (words.first(), words.last()) else {
        return otherwise;
    };
    let of = |side| -> usize {
        let letters = words.iter().filter(|(of, _)| *of == side);
        letters.map(|(_, letters)| letters).sum()
    };
    *first == Side::Right || *last == Side::Right && of(Side::Right) > of(Side::Left)
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

fn opening(side: Side) -> char {
    match side {
        Side::Left => LRI,
        Side::Right => RLI,
    }
}

fn other(side: Side) -> Side {
    match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
    }
}

fn write(out: &mut String, token: &Token<'_>, side: Side, quotes: &mut usize) {
    match token.part {
        Part::Number(_) => {
            // Groups keep their order in Arabic too; digits alone need no help.
            let apart = side == Side::Right && token.text.iter().any(|c| !is_digit(*c));
            if apart {
                out.push(LRI);
            }
            write_number(out, token.text);
            if apart {
                out.push(PDI);
            }
        }
        _ => {
            for c in token.text {
                out.push(match c {
                    // Unlike «» and brackets these have no twin the typesetter puts in their place: in Arabic the one
                    // at the right opens.
                    '“' | '”' => {
                        *quotes += 1;
                        match (side, *quotes % 2) {
                            (Side::Left, _) => *c,
                            (Side::Right, 1) => '”',
                            (Side::Right, _) => '“',
                        }
                    }
                    _ => *c,
                });
            }
        }
    }
}

fn write_number(out: &mut String, number: &[char]) {
    let whole = number.len() <= KEPT_WHOLE;
    for c in number {
        match c {
            ' ' if whole => out.push(NO_BREAK_SPACE),
            _ => out.push(*c),
        }
    }
}

/// Where the run of the other direction that begins at `start` ends; `start` itself when none begins there. It ends with
/// a word or a number of its own, or with the bracket that closes one opened in it.
fn run_end(tokens: &[Token<'_>], start: usize, line: Side) -> usize {
    let wanted = other(line);
    if side_of(tokens[start].part) != Some(wanted) {
        return start;
    }
    let (mut end, mut open, mut inside) = (start + 1, 0usize, false);
    for (at, token) in tokens.iter().enumerate().skip(start + 1) {
        match token.part {
            Part::Opening => open += 1,
            Part::Closing if open == 0 => break,
            Part::Closing => {
                open -= 1;
                if open == 0 && inside {
                    end = at + 1;
                }
            }
            // An Arabic comma parts Latin words as it parts Arabic ones.
            Part::Sign
                if wanted == Side::Left && token.text.iter().any(|c| is_right_to_left(*c)) =>
            {
                break;
            }
            Part::Sign | Part::Number(None) => {}
            part if side_of(part) == Some(wanted) => {
                inside = open > 0;
                if !inside {
                    end = at + 1;
                }
            }
            _ => break,
        }
    }
    end
}

fn side_of(part: Part) -> Option<Side> {
    match part {
        Part::Word(side) => Some(side),
        Part::Number(side) => side,
        _ => None,
    }
}

/// Says of each number which word it goes with: the nearest, the Latin one of two as near.
fn sides(tokens: &mut [Token<'_>]) {
    let before = nearest(tokens.iter());
    let mut after = nearest(tokens.iter().rev());
    after.reverse();
    for ((token, before), after) in tokens.iter_mut().zip(before).zip(after) {
        if let Part::Number(side) = &mut token.part {
            *side = match (before, after) {
                (Some((a, near)), Some((b, nearer))) => match near.cmp(&nearer) {
                    std::cmp::Ordering::Less => Some(a),
                    std::cmp::Ordering::Greater => Some(b),
                    std::cmp::Ordering::Equal if a == b => Some(a),
                    std::cmp::Ordering::Equal => Some(Side::Left),
                },
                (one, two) => one.or(two).map(|(side, _)| side),
            };
        }
    }
}

/// For each token the word met last, and how far away it is: 0 with no space between, 1 after a space, more with signs
/// besides. What parts (a bracket, a comma) ends it.
fn nearest<'t, 'a: 't>(tokens: impl Iterator<Item = &'t Token<'a>>) -> Vec<Option<(Side, usize)>> {
    let mut last: Option<(Side, usize, bool)> = None;
    tokens
        .map(|token| {
            let met = last.map(|(side, signs, spaced)| (side, if spaced { 1 + signs } else { 0 }));
            match (token.part, token.text) {
                (Part::Word(side), _) => last = Some((side, 0, false)),
                (Part::Number(_), _) => {}
                (Part::Sign, [sign]) if sign.is_whitespace() => {
                    last = last.map(|(side, signs, _)| (side, signs, true));
                }
                (Part::Sign, [sign]) if !parts(*sign) => {
                    last = last.map(|(side, signs, spaced)| (side, signs + 1, spaced));
                }
                _ => last = None,
            }
            met
        })
        .collect()
}

/// Signs that end a phrase.
fn parts(sign: char) -> bool {
    matches!(sign, ',' | ';' | '!' | '…' | '•' | '|') || is_right_to_left(sign)
}

fn tokens(letters: &[char]) -> Vec<Token<'_>> {
    let straight = letters.iter().filter(|c| **c == '"').count();
    let mut seen = 0;
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let (part, length) = match letters[at] {
            c if is_digit(c) || c == '+' || is_minus(letters, at) => number_or_word(letters, at),
            c if c.is_alphabetic() => word(letters, at),
            '(' | '[' | '{' | '«' | '‹' => (Part::Opening, 1),
            ')' | ']' | '}' | '»' | '›' => (Part::Closing, 1),
            // Straight ones open and close in turn; one left alone is a mere sign.
            '"' => {
                seen += 1;
                let part = match seen % 2 {
                    1 if seen == straight => Part::Sign,
                    1 => Part::Opening,
                    _ => Part::Closing,
                };
                (part, 1)
            }
            _ => (Part::Sign, 1),
        };
        tokens.push(Token {
            part,
            text: &letters[at..at + length],
        });
        at += length;
    }
    tokens
}

/// Letters of one direction; among Latin ones digits too, the sign of `n°`, and the point of `art. 12`.
fn word(letters: &[char], start: usize) -> (Part, usize) {
    let right = is_right_to_left(letters[start]);
    let belongs = |c: char| {
        is_mark(c)
            || (c.is_alphabetic() && is_right_to_left(c) == right)
            || (!right && (is_digit(c) || c == '°'))
    };
    let length = letters[start..].iter().take_while(|c| belongs(**c)).count();
    if right {
        return (Part::Word(Side::Right), length);
    }
    let after = &letters[start + length..];
    let shortened = length <= SHORTENED
        && letters[start + length - 1].is_lowercase()
        && matches!(after, ['.', ' ', digit, ..] if is_digit(*digit));
    (Part::Word(Side::Left), length + usize::from(shortened))
}

/// Whether a number below nothing begins here: not a dash between two words or two numbers.
fn is_minus(letters: &[char], at: usize) -> bool {
    let begins = at.checked_sub(1).is_none_or(|before| {
        matches!(letters[before], '(' | '[' | '«') || letters[before].is_whitespace()
    });
    begins && matches!(letters[at], '-' | '−') && letters.get(at + 1).is_some_and(|c| is_digit(*c))
}

/// A number from its first digit or its sign; a Latin word when letters follow its digits (`12bis`); a sign when there
/// is nothing but a `+`.
fn number_or_word(letters: &[char], start: usize) -> (Part, usize) {
    let digits = |from: usize| {
        letters[from.min(letters.len())..]
            .iter()
            .take_while(|c| is_digit(**c))
            .count()
    };
    let signed = usize::from(matches!(letters[start], '+' | '-' | '−'));
    let mut end = start + signed + digits(start + signed);
    if end == start + signed {
        return (Part::Sign, 1);
    }
    loop {
        let joint = match &letters[end..] {
            [' ', '/', ' ', ..] => 3,
            [
                ' ' | NO_BREAK_SPACE | '-' | '/' | '.' | '_' | ':' | ',' | '٫' | '٬',
                ..,
            ] => 1,
            _ => 0,
        };
        let more = digits(end + joint);
        if joint == 0 || more == 0 {
            break;
        }
        end += joint + more;
    }
    // Letters that touch the last digits make a word of those digits, and of them alone.
    if let Some(letter) = letters.get(end)
        && letter.is_alphabetic()
        && !is_right_to_left(*letter)
    {
        let last = letters[start..end]
            .iter()
            .rposition(|c| !is_digit(*c))
            .map_or(start, |at| start + at + 1);
        if last == start || (signed == 1 && last == start + 1) {
            let digits = end - start;
            return (Part::Word(Side::Left), digits + word(letters, end).1);
        }
        // The joint before them stays outside the number.
        let joint = letters[start..last]
            .iter()
            .rev()
            .take_while(|c| !is_digit(**c))
            .count();
        return (Part::Number(None), last - joint - start);
    }
    let unit = match &letters[end..] {
        [' ' | NO_BREAK_SPACE, '%' | '‰' | '€', ..] => 2,
        ['%' | '‰' | '€' | '°', ..] => 1,
        _ => 0,
    };
    (Part::Number(None), end + unit - start)
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

/// What is written on a letter or between two: vowels, joiners, the place where a long word may be broken.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || matches!(c, 'ـ' | '\u{200B}'..='\u{200D}')
}

#[cfg(test)]
mod tests;
