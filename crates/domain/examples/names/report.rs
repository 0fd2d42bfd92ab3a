//! The confusion table by kind.

use crate::data::{Data, Dice, Fold};
use crate::samples::{self, Couple};
use jisr_domain::name::full::Name;
use jisr_domain::name::key;
use jisr_domain::name::{Matcher, Verdict};
use std::time::Instant;

pub fn report(matcher: &Matcher, data: &Data, judged: &[Fold], verbose: bool) {
    let pool = samples::pool(data, judged);
    let mut dice = Dice(20_26);
    println!(
        "{:<44}{:>8}{:>8}{:>8}{:>11}{:>10}",
        "kind", "pairs", "same", "maybe", "different", "flagged"
    );
    let line = |title: &str, couples: &[Couple], show: bool| {
        let mut n = [0_usize; 3];
        let mut at = [0_usize; 4];
        for (a, b) in couples {
            let w = matcher.compare(a, b);
            n[w.verdict as usize] += 1;
            for (k, t) in [0.4, 0.3, 0.2, 0.1].into_iter().enumerate() {
                at[k] += usize::from(w.score >= t);
            }
            if verbose && ((w.verdict == Verdict::Different) == show) {
                println!("      {:.3}  {a} | {b}", w.score);
            }
        }
        let all = couples.len().max(1) as f64;
        println!(
            "{title:<44}{:>8}{:>8}{:>8}{:>11}{:>9.2}%   at .4 .3 .2 .1: {:?}",
            couples.len(),
            n[2],
            n[1],
            n[0],
            100.0 * (n[1] + n[2]) as f64 / all,
            at.map(|k| (1e4 * k as f64 / all).round() / 100.0)
        );
    };
    line("same: cross-script", &pool.cross(), true);
    line("same: Latin–Latin", &pool.latin(), true);
    line("same: Arabic–Arabic spelling (made)", &pool.arabic(), true);
    let full: Vec<Couple> = data
        .full
        .iter()
        .filter(|(_, f)| judged.contains(f))
        .map(|(r, _)| (r.arabic.clone(), r.latin.clone()))
        .collect();
    line("same: full names, attested", &full, true);
    let (same, different) = samples::composed(&pool, 5000, &mut dice);
    line("same: full names, composed", &same, same.len() < 10);
    for (kind, title) in [
        "random: cross-script",
        "random: Latin–Latin",
        "random: Arabic–Arabic",
    ]
    .iter()
    .enumerate()
    {
        line(title, &pool.random(kind, 60_000, &mut dice), false);
    }
    let names: Vec<(&str, &str)> = data
        .full
        .iter()
        .filter(|(_, f)| judged.contains(f))
        .map(|(r, _)| (r.arabic.as_str(), r.latin.as_str()))
        .collect();
    let mut random = Vec::new();
    while random.len() < 60_000 && names.len() > 3 {
        let (a, b) = (
            names[dice.below(names.len())],
            names[dice.below(names.len())],
        );
        if a.0 != b.0 && a.1 != b.1 {
            random.push(if dice.below(2) == 0 {
                (a.0.to_string(), b.1.to_string())
            } else {
                (a.1.to_string(), b.1.to_string())
            });
        }
    }
    line("random: full names, attested", &random, false);
    line("different: composed, most share a part", &different, false);
    for (kind, title) in [
        "near: cross-script",
        "near: Latin–Latin",
        "near: Arabic–Arabic",
    ]
    .iter()
    .enumerate()
    {
        line(title, &pool.near(kind), false);
    }
    for (kind, title) in [
        "near, made: cross-script",
        "near, made: Latin–Latin",
        "near, made: Arabic–Arabic",
    ]
    .iter()
    .enumerate()
    {
        line(title, &pool.made(kind), false);
    }
    line("near: Annex B traps", &samples::traps(), false);
    filed(&pool.cross(), "cross-script");
    filed(&pool.latin(), "Latin–Latin");
    filed(&full, "full names");
    let reads: Vec<Name> = pool
        .cross()
        .iter()
        .take(800)
        .flat_map(|(a, l)| [Name::read(a), Name::read(l)])
        .collect();
    let start = Instant::now();
    let (mut count, mut sum) = (0_u32, 0.0_f32);
    for _ in 0..150_000 {
        sum += matcher.odds(
            &reads[dice.below(reads.len())],
            &reads[dice.below(reads.len())],
        );
        count += 1;
    }
    println!(
        "{:.0} comparisons a second of names already read (sum {sum:.0})",
        f64::from(count) / start.elapsed().as_secs_f64()
    );
}

/// How many same names share a key, and how many strangers would come along.
fn filed(couples: &[Couple], title: &str) {
    let parts = |s: &str| -> Vec<String> {
        Name::read(s)
            .parts()
            .iter()
            .flat_map(key::of_part)
            .collect()
    };
    let (mut one, mut head, mut two, mut both) = (0, 0, 0, 0);
    for (a, b) in couples {
        let (x, y) = (parts(a), parts(b));
        let shared = |x: &[String], y: &[String], len: usize| {
            x.iter().any(|k| {
                y.iter()
                    .any(|m| k.chars().take(len).eq(m.chars().take(len)))
            })
        };
        one += usize::from(shared(&x, &y, 99));
        head += usize::from(shared(&x, &y, 3));
        let (x, y) = (key::of_pairs(&Name::read(a)), key::of_pairs(&Name::read(b)));
        if !x.is_empty() && !y.is_empty() {
            both += 1;
            two += usize::from(shared(&x, &y, 99));
        }
    }
    let names: Vec<Vec<String>> = couples.iter().map(|(a, _)| parts(a)).collect();
    let (mut met, mut of) = (0_usize, 0_usize);
    for (i, x) in names.iter().enumerate() {
        for (y, couple) in names[i + 1..].iter().zip(&couples[i + 1..]) {
            if couple.0 != couples[i].0 {
                of += 1;
                met += usize::from(x.iter().any(|k| y.contains(k)));
            }
        }
    }
    let share = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
    println!(
        "keys, {title}: a part key shared {:.1}%, its first three {:.1}%, a pair key {:.1}% of {both}; strangers sharing a part key {:.3}%",
        share(one, couples.len()),
        share(head, couples.len()),
        share(two, both),
        share(met, of)
    );
}
