//! The learned weights, kept as text a person can read, and how they are read.
//!
//! `cross.txt` and `latin.txt` were learned by `examples/names` from the training share of the development names;
//! `arabic.txt` was set by hand from the rules of Moroccan clerks' Arabic; `weights.txt` turns an alignment's measures
//! into log-odds (logistic regression on the same share). Each line of a table: a left piece, then right pieces with
//! their weight in bits. `∅` is no letter, `^` and `$` are the ends of the name.

use crate::name::align::Table;
use crate::name::letters::arabic;
use crate::name::{compare, full};

/// Arabic pieces against Latin ones.
pub fn cross() -> Table {
    Table::new(entries(include_str!("cost/cross.txt")))
}

/// Latin pieces against Latin ones.
pub fn latin() -> Table {
    Table::new(entries(include_str!("cost/latin.txt")))
}

/// Arabic pieces against Arabic ones.
pub fn arabic() -> Table {
    Table::new(entries(include_str!("cost/arabic.txt")))
}

/// What the measures of a part weigh, for Arabic–Latin, Latin–Latin and Arabic–Arabic.
pub fn part() -> [[f32; compare::MEASURES]; 3] {
    [row("cross"), row("latin"), row("arabic")]
}

/// What the measures of a whole name weigh.
pub fn whole() -> [f32; full::MEASURES] {
    row("whole")
}

fn row<const N: usize>(name: &str) -> [f32; N] {
    let mut out = [0.0; N];
    for line in include_str!("cost/weights.txt").lines() {
        let mut words = line.split_whitespace();
        if words.next() == Some(name) {
            for (slot, word) in out.iter_mut().zip(words) {
                *slot = word.parse().unwrap_or(0.0);
            }
        }
    }
    out
}

/// The entries of a table; lines that begin with # tell how it was made.
pub fn entries(text: &str) -> Vec<(Vec<u8>, Vec<u8>, f32)> {
    let mut out = Vec::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let mut cells = line.split('\t');
        let Some(left) = cells.next() else { continue };
        for cell in cells {
            if let Some((right, weight)) = cell.split_once(' ')
                && let Ok(weight) = weight.parse()
            {
                out.push((letters(left), letters(right), weight));
            }
        }
    }
    out
}

/// The letters of a written piece.
pub fn letters(piece: &str) -> Vec<u8> {
    piece
        .chars()
        .filter_map(|c| match c {
            '∅' => None,
            'ٱ' => Some(arabic::ARTICLE),
            c if c.is_ascii() => Some(c as u8),
            c => arabic::letter(c),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read_whole() {
        for text in [
            include_str!("cost/cross.txt"),
            include_str!("cost/latin.txt"),
            include_str!("cost/arabic.txt"),
        ] {
            let cells: usize = text
                .lines()
                .filter(|l| !l.starts_with('#'))
                .map(|l| l.split('\t').count() - 1)
                .sum();
            assert_eq!(entries(text).len(), cells);
            assert!(cells > 30);
        }
        for weights in part() {
            assert!(weights.iter().all(|w| *w != 0.0));
        }
    }
}
