//! Splits the development names by name, learns on the training share only, and judges on the rest.
//!
//! `cargo run --release --example names -- tune` learns on the inner share and reports on the tuning share;
//! `… held [--write]` learns on all of training and reports on the held-out names; `--write` keeps the tables;
//! `… shipped` judges the tables as shipped on the held-out names.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a program that prints a table and times itself"
)]

mod belief;
mod data;
mod fit;
mod learn;
mod report;
mod samples;
mod teach;

use data::Fold;
use jisr_domain::name::Matcher;

/// The development names.
const NAMES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/names");

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let has = |word: &str| args.iter().any(|a| a == word);
    let data = data::load(NAMES, 2)?;
    let (train, judged): (&[Fold], &[Fold]) = if has("swap") {
        (&[Fold::Tune, Fold::Tune], &[Fold::Fit])
    } else if has("tune") {
        (&[Fold::Fit], &[Fold::Tune])
    } else if has("all") {
        (&[Fold::Fit, Fold::Tune, Fold::Held], &[Fold::Held])
    } else {
        (&[Fold::Fit, Fold::Tune], &[Fold::Held])
    };
    println!(
        "{} unit rows in {} groups (largest {}), {} full names; learning on {:?}, judging on {:?}",
        data.units.len(),
        data.groups,
        data.largest,
        data.full.len(),
        train,
        judged
    );
    let matcher = if has("shipped") {
        Matcher::shipped().clone()
    } else {
        teach::teach(&data, train, has("--write"))?
    };
    report::report(&matcher, &data, judged, has("-v"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use data::Dice;
    use jisr_domain::name::Verdict;
    use samples::Couple;

    /// Share of couples called same or maybe, in hundredths of a percent.
    fn flagged(couples: &[Couple]) -> usize {
        let matcher = Matcher::shipped();
        let called = couples
            .iter()
            .filter(|(a, b)| matcher.compare(a, b).verdict >= Verdict::Maybe);
        10_000 * called.count() / couples.len().max(1)
    }

    #[test]
    fn names_never_learned_from_are_found_and_strangers_are_not() {
        let data = data::load(NAMES, 2).unwrap();
        let held = [Fold::Held];
        let pool = samples::pool(&data, &held);
        let mut dice = Dice(20_26);
        assert!(flagged(&pool.cross()) >= 9_500);
        assert!(flagged(&pool.latin()) >= 9_500);
        let full: Vec<Couple> = data
            .full
            .iter()
            .filter(|(_, fold)| held.contains(fold))
            .map(|(row, _)| (row.arabic.clone(), row.latin.clone()))
            .collect();
        assert!(full.len() > 100 && flagged(&full) >= 9_500);
        assert!(flagged(&samples::composed(&pool, 2_000, &mut dice).0) >= 9_500);
        for kind in 0..3 {
            assert!(flagged(&pool.random(kind, 5_000, &mut dice)) <= 30);
        }
        assert!(flagged(&samples::traps()) <= 5_000);
    }
}
