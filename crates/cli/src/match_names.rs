//! `jisr-cli match-names`: whether two written names are one.

use std::io::{self, BufRead, Write};

use jisr_domain::name::Matcher;

/// Reads `left<TAB>right` lines and writes `score<TAB>same|maybe|different`, one answer a line, in order. A line
/// without a tab is a name against none. What is not UTF-8 is read as far as it can be.
///
/// # Errors
/// Reading and writing.
pub fn match_names(mut input: impl BufRead, mut out: impl Write) -> io::Result<()> {
    let matcher = Matcher::shipped();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return out.flush();
        }
        let text = String::from_utf8_lossy(&line);
        let text = text
            .trim_start_matches('\u{feff}')
            .trim_end_matches(['\n', '\r']);
        let (left, right) = text.split_once('\t').unwrap_or((text, ""));
        let weighed = matcher.compare(left, right);
        writeln!(out, "{:.4}\t{}", weighed.score, weighed.verdict.word())?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_its_answer_in_order() {
        let pairs = "\u{feff}محمد\tMohamed\r\nRachid\tRachida\n\nno tab\nفاطمة الزهراء العلوي\tAlaoui Fatima-Zahra".as_bytes();
        let mut out = Vec::new();
        match_names(pairs, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let verdicts: Vec<&str> = text
            .lines()
            .filter_map(|line| line.split('\t').nth(1))
            .collect();
        assert_eq!(
            verdicts,
            ["same", "different", "different", "different", "same"]
        );
    }
}
