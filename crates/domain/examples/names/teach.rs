//! Learns the tables and the weights from the training share.

use crate::belief;
use crate::data::{Data, Dice, Fold};
use crate::fit::logistic;
use crate::learn::{Letters, Op, learn};
use crate::samples::{self, Couple, Pool};
use jisr_domain::name::Matcher;
use jisr_domain::name::align::Table;
use jisr_domain::name::compare::{Kind, MEASURES, measures, pairs};
use jisr_domain::name::form::Off;
use jisr_domain::name::full::{self, Name};
use jisr_domain::name::letters::arabic;
use jisr_domain::name::parse::Part;
use std::collections::BTreeMap;
use std::fmt::Write;

type Entries = Vec<(Letters, Letters, f32)>;

pub fn teach(data: &Data, train: &[Fold], write: bool) -> std::io::Result<Matcher> {
    let pool = samples::pool(data, train);
    let mut matcher = Matcher::shipped().clone();
    let cross = tables(&pool.cross(), &belief::Cross::new(), false);
    let latin = tables(&pool.latin(), &belief::Latin::new(), true);
    let mut dice = Dice(7);
    matcher.cross = Table::new(cross.clone());
    matcher.latin = Table::new(latin.clone());
    let (cross, latin) = if std::env::var("PLAIN").is_ok() {
        (cross, latin)
    } else {
        (
            sharpen(&mut matcher, Kind::Cross, cross, &pool, &mut dice),
            sharpen(&mut matcher, Kind::Latin, latin, &pool, &mut dice),
        )
    };
    for (at, kind) in [Kind::Cross, Kind::Latin, Kind::Arabic]
        .into_iter()
        .enumerate()
    {
        matcher.part[at] = part_weights(&matcher, kind, &pool, &mut dice);
        matcher.part[at][0] += LEAN[at];
    }
    matcher.whole = whole_weights(&matcher, &pool, data, train, &mut dice);
    matcher.whole[0] += LEAN_WHOLE;
    if write {
        keep(&matcher, cross, latin)?;
    }
    println!("{:?}\n{:?}", matcher.part, matcher.whole);
    Ok(matcher)
}

fn single(written: &str) -> Option<Part> {
    let name = Name::read(written);
    match name.parts() {
        [one] if !one.initial => Some(one.clone()),
        _ => None,
    }
}

/// Learns a table; which readings stand against each other is chosen by what was learned the round before, and couples
/// that make no sense (an index errs too: *France* for يوسف) are left out after it.
fn tables(couples: &[Couple], belief: &dyn crate::learn::Belief, symmetric: bool) -> Entries {
    let parts: Vec<(Part, Part)> = couples
        .iter()
        .filter_map(|(a, b)| Some((single(a)?, single(b)?)))
        .collect();
    let mut ops: Vec<Op> = parts
        .iter()
        .filter_map(|(a, b)| first_reading(a, b))
        .collect();
    let mut entries = Vec::new();
    for round in 0..3 {
        entries = learn(&ops, belief, if round == 2 { 8 } else { 5 }, symmetric);
        let table = Table::new(entries.clone());
        ops = parts
            .iter()
            .filter_map(|(a, b)| {
                let best = pairs(a, b)
                    .into_iter()
                    .map(|(x, y, toll)| (table.align(&x.letters, &y.letters).total + toll, x, y))
                    .max_by(|x, y| x.0.total_cmp(&y.0))?;
                (best.0 > 2.0).then(|| (best.1.letters.clone(), best.2.letters.clone()))
            })
            .collect();
    }
    println!(
        "learned {} weights from {} couples of {}",
        entries.len(),
        ops.len(),
        parts.len()
    );
    entries
}

fn first_reading(a: &Part, b: &Part) -> Option<Op> {
    let all = pairs(a, b);
    let plain = all
        .iter()
        .find(|(x, y, _)| x.off == Off::Article && y.off == Off::Article);
    plain
        .or(all.first())
        .map(|(x, y, _)| (x.letters.clone(), y.letters.clone()))
}

/// Log-odds added so that a spelling seldom seen is still shown: set on the tuning share.
const LEAN: [f32; 3] = [1.7, 2.3, 0.5];

/// The same for whole names.
const LEAN_WHOLE: f32 = 1.0;

/// How much the near misses weigh against the same names when the measures are weighed.
const NEAR: f64 = 1.0;
/// And those made by rule.
const MADE: f64 = 0.3;
/// And random strangers.
const RANDOM: f64 = 1.0;

fn part_weights(matcher: &Matcher, kind: Kind, pool: &Pool, dice: &mut Dice) -> [f32; MEASURES] {
    let at = kind as usize;
    let same = [pool.cross(), pool.latin(), pool.arabic()][at].clone();
    let near = pool.near(at);
    let random = pool.random(at, 20_000, dice);
    let mut examples = Vec::new();
    for (couples, is_same, weight) in [
        (&same, true, 1.0),
        (&near, false, NEAR),
        (&pool.made(at), false, MADE),
        (&random, false, RANDOM),
    ] {
        let each = weight / couples.len() as f64;
        for (a, b) in couples {
            if let (Some(a), Some(b)) = (single(a), single(b)) {
                let (l, r) = if a <= b { (&a, &b) } else { (&b, &a) };
                if l != r
                    && let Some((found, length)) = matcher.best_reading(kind, l, r)
                {
                    let m = measures(found, length);
                    // An index errs too; a couple that nothing explains teaches nothing.
                    if !is_same || m[1] > -1.0 {
                        examples.push((m, is_same, each));
                    }
                }
            }
        }
    }
    if std::env::var("LOUD").is_ok() {
        println!(
            "{kind:?}: {} same, {} near, {} random",
            same.len(),
            near.len(),
            random.len()
        );
    }
    logistic(&examples, 0.002)
}

fn whole_weights(
    matcher: &Matcher,
    pool: &Pool,
    data: &Data,
    train: &[Fold],
    dice: &mut Dice,
) -> [f32; full::MEASURES] {
    let (mut same, different) = samples::composed(pool, 6000, dice);
    let real: Vec<Couple> = data
        .full
        .iter()
        .filter(|(_, f)| train.contains(f))
        .map(|(r, _)| (r.arabic.clone(), r.latin.clone()))
        .collect();
    // Attested couples are few; they count several times.
    for _ in 0..4 {
        same.extend(real.iter().cloned());
    }
    let mut examples = Vec::new();
    for (couples, is_same, weight) in [(&same, true, 1.0), (&different, false, 1.0)] {
        let each = weight / couples.len() as f64;
        for (a, b) in couples {
            let (a, b) = (Name::read(a), Name::read(b));
            let (s, l) = if a.parts().len() <= b.parts().len() {
                (a.parts(), b.parts())
            } else {
                (b.parts(), a.parts())
            };
            if s.len() >= 2 {
                examples.push((matcher.whole_measures(s, l), is_same, each));
            }
        }
    }
    logistic(&examples, 0.002)
}

/// Bends the weights, a little, to where near misses and same names part: gradient steps on the chance of each training
/// couple, held to what was learned by counting.
fn sharpen(
    matcher: &mut Matcher,
    kind: Kind,
    mut entries: Entries,
    pool: &Pool,
    dice: &mut Dice,
) -> Entries {
    let at = kind as usize;
    let same = [pool.cross(), pool.latin()][at].clone();
    let near = pool.near(at);
    let random = pool.random(at, 4000, dice);
    let counted: Vec<f32> = entries.iter().map(|e| e.2).collect();
    let index: BTreeMap<Op, usize> = entries
        .iter()
        .enumerate()
        .map(|(k, e)| ((e.0.clone(), e.1.clone()), k))
        .collect();
    for _ in 0..STEPS {
        let beta = part_weights(matcher, kind, pool, dice);
        matcher.part[at] = beta;
        let mut slope = vec![0.0_f32; entries.len()];
        for (couples, is_same, weight) in [
            (&same, 1.0, 1.0),
            (&near, 0.0, 1.0),
            (&pool.made(at), 0.0, MADE as f32),
            (&random, 0.0, 0.5),
        ] {
            let each = weight * 1000.0 / couples.len() as f32;
            for (a, b) in couples {
                let (Some(a), Some(b)) = (single(a), single(b)) else {
                    continue;
                };
                let (l, r) = if a <= b { (&a, &b) } else { (&b, &a) };
                let table = if at == 0 {
                    &matcher.cross
                } else {
                    &matcher.latin
                };
                let Some((x, y, toll, found)) = pairs(l, r)
                    .into_iter()
                    .map(|(x, y, toll)| (x, y, toll, table.align(&x.letters, &y.letters)))
                    .max_by(|p, q| (p.3.total + p.2).total_cmp(&(q.3.total + q.2)))
                else {
                    continue;
                };
                let length = ((x.bare().len() + y.bare().len()) as f32 / 2.0).max(1.0);
                let mut f = found;
                f.total += toll;
                f.against += toll;
                let m = measures(f, length);
                if is_same > 0.5 && m[1] <= -1.0 {
                    continue;
                }
                let miss = is_same
                    - jisr_domain::name::compare::chance(jisr_domain::name::compare::dot(
                        &beta, &m,
                    ));
                for (p, q, w) in table.pieces(&x.letters, &y.letters) {
                    let Some(&k) = index.get(&(p.to_vec(), q.to_vec())) else {
                        continue;
                    };
                    let mut pull = beta[1] / 10.0 + beta[2] / length;
                    if w < 0.0 {
                        pull += beta[4] + beta[6] / length;
                        if p.iter()
                            .chain(q)
                            .any(|&c| !jisr_domain::name::align::is_weak(c))
                        {
                            pull += beta[5];
                        }
                    }
                    if (w - found.worst).abs() < 1e-4 {
                        pull += beta[3];
                    }
                    if q.last() == Some(&b'$') {
                        pull += beta[7];
                    }
                    slope[k] += miss * pull * each;
                }
            }
        }
        for (k, e) in entries.iter_mut().enumerate() {
            let step = (RATE * (slope[k] - HOLD * (e.2 - counted[k]))).clamp(-0.5, 0.5);
            e.2 = (e.2 + step).clamp(counted[k] - 3.0, counted[k] + 3.0);
        }
        if kind == Kind::Latin {
            let turned: BTreeMap<Op, f32> = entries
                .iter()
                .map(|e| ((e.1.clone(), e.0.clone()), e.2))
                .collect();
            for e in &mut entries {
                if let Some(w) = turned.get(&(e.0.clone(), e.1.clone())) {
                    e.2 = (e.2 + w) / 2.0;
                }
            }
        }
        let table = Table::new(entries.clone());
        if at == 0 {
            matcher.cross = table
        } else {
            matcher.latin = table
        }
    }
    entries
}

const STEPS: usize = 20;
const RATE: f32 = 0.05;
const HOLD: f32 = 1.0;

fn keep(matcher: &Matcher, cross: Entries, latin: Entries) -> std::io::Result<()> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/name/cost");
    std::fs::write(
        format!("{folder}/cross.txt"),
        table(
            cross,
            "Arabic against Latin: bits, learned by examples/names on the training share.",
        ),
    )?;
    std::fs::write(
        format!("{folder}/latin.txt"),
        table(
            latin,
            "Latin against Latin: bits, learned by examples/names on the training share.",
        ),
    )?;
    let row = |name: &str, w: &[f32]| {
        format!(
            "{name} {}\n",
            w.iter()
                .map(|w| format!("{w:.4}"))
                .collect::<Vec<_>>()
                .join(" ")
        )
    };
    let mut text = String::from(
        "# Logistic weights. Parts: 1, bits/10, bits a letter, worst piece, bits against, of them consonants, against a letter.\n# Whole names: 1, least odds, second least, mean, parts over, order crossed, parts agreeing.\n",
    );
    for (name, w) in ["cross", "latin", "arabic"].iter().zip(&matcher.part) {
        text += &row(name, w);
    }
    text += &row("whole", &matcher.whole);
    std::fs::write(format!("{folder}/weights.txt"), text)
}

fn table(entries: Entries, title: &str) -> String {
    let mut lines: BTreeMap<Letters, Entries> = BTreeMap::new();
    for e in entries {
        lines.entry(e.0.clone()).or_default().push(e);
    }
    let mut out = format!("# {title}\n");
    for (left, mut cells) in lines {
        cells.sort_by(|a, b| b.2.total_cmp(&a.2));
        out += &shown(&left);
        for (_, right, weight) in cells {
            let _ = write!(out, "\t{} {weight:.2}", shown(&right));
        }
        out.push('\n');
    }
    out
}

fn shown(letters: &[u8]) -> String {
    if letters.is_empty() {
        return "∅".into();
    }
    letters
        .iter()
        .map(|&c| arabic::show(c).unwrap_or(c as char))
        .collect()
}
