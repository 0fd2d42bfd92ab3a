//! Learns piece weights from couples of spellings: expectation–maximisation of a joint model of pieces.

use std::collections::BTreeMap;

pub type Letters = Vec<u8>;
pub type Op = (Letters, Letters);

/// What may stand against what, and how likely it is thought before any name was seen (0: never).
pub trait Belief {
    fn prior(&self, left: &[u8], right: &[u8]) -> f64;
    /// Longest pieces.
    fn reach(&self) -> (usize, usize);
    /// Occurrences imagined for a rule of the trade, so that one that training did not show is still known.
    fn imagined(&self, left: &[u8], right: &[u8]) -> f64;
    /// The rules of the trade.
    fn rules(&self) -> &[Op];
}

/// Learns from couples of bounded spellings; returns weights in bits.
pub fn learn(
    couples: &[Op],
    belief: &dyn Belief,
    rounds: usize,
    symmetric: bool,
) -> Vec<(Letters, Letters, f32)> {
    let mut weight: BTreeMap<Op, f64> = BTreeMap::new();
    let lattices: Vec<Vec<(usize, usize, usize, usize)>> = couples
        .iter()
        .map(|c| lattice(c, belief, &mut weight))
        .collect();
    for (left, right) in belief.rules() {
        weight
            .entry((left.clone(), right.clone()))
            .or_insert(belief.prior(left, right));
    }
    let mut counts = weight.clone();
    for _ in 0..rounds {
        counts = weight
            .keys()
            .map(|op| (op.clone(), belief.imagined(&op.0, &op.1)))
            .collect();
        for (couple, steps) in couples.iter().zip(&lattices) {
            expect(couple, steps, &weight, &mut counts);
        }
        if symmetric {
            let turned: Vec<(Op, f64)> = counts
                .iter()
                .map(|(op, n)| ((op.1.clone(), op.0.clone()), *n))
                .collect();
            for (op, n) in turned {
                *counts.entry(op).or_default() += n;
            }
        }
        counts.retain(|op, n| *n > 0.02 || belief.imagined(&op.0, &op.1) > 0.0);
        let all: f64 = counts.values().sum();
        weight = counts.iter().map(|(op, n)| (op.clone(), n / all)).collect();
    }
    let chance = |side: usize| {
        let mut n: BTreeMap<u8, f64> = (0..=255_u8).map(|c| (c, 0.0)).collect();
        let mut all = 0.0;
        for couple in couples {
            let (a, b) = if symmetric {
                (1.0, 1.0)
            } else if side == 0 {
                (1.0, 0.0)
            } else {
                (0.0, 1.0)
            };
            for (letters, w) in [(&couple.0, a), (&couple.1, b)] {
                for &c in letters {
                    *n.entry(c).or_default() += w;
                    all += w;
                }
            }
        }
        n.into_iter()
            .map(|(c, k)| (c, (k + 0.5) / (all + 15.0)))
            .collect::<BTreeMap<u8, f64>>()
    };
    let (left, right) = (chance(0), chance(1));
    let keep = if symmetric { 2.0 } else { 1.0 };
    counts
        .iter()
        .filter(|(op, n)| **n >= keep * 0.75 || belief.imagined(&op.0, &op.1) > 0.0)
        .map(|(op, _)| {
            let p = weight.get(op).copied().unwrap_or(1e-9);
            let null: f64 = op.0.iter().map(|c| left[c].log2()).sum::<f64>()
                + op.1.iter().map(|c| right[c].log2()).sum::<f64>();
            (op.0.clone(), op.1.clone(), (p.log2() - null) as f32)
        })
        .collect()
}

/// Every allowed step between two spellings: (from left, from right, to left, to right).
fn lattice(
    couple: &Op,
    belief: &dyn Belief,
    weight: &mut BTreeMap<Op, f64>,
) -> Vec<(usize, usize, usize, usize)> {
    let (l, r) = couple;
    let (far_l, far_r) = belief.reach();
    let mut steps = Vec::new();
    for i in 0..=l.len() {
        for j in 0..=r.len() {
            for di in 0..=far_l.min(l.len() - i) {
                for dj in 0..=far_r.min(r.len() - j) {
                    if di + dj == 0 {
                        continue;
                    }
                    let (a, b) = (&l[i..i + di], &r[j..j + dj]);
                    let has = |s: &[u8], c: u8| s.contains(&c);
                    if has(a, b'^') != has(b, b'^') || has(a, b'$') != has(b, b'$') {
                        continue;
                    }
                    if last_vowel(a, b, r.get(j + dj)) || last_vowel(b, a, l.get(i + di)) {
                        continue;
                    }
                    if let ([v], [w]) = (a, b)
                        && jisr_domain::name::align::last_change(*v, *w, l.get(i + 1), r.get(j + 1))
                    {
                        continue;
                    }
                    let prior = belief.prior(a, b);
                    if prior > 0.0 {
                        weight.entry((a.to_vec(), b.to_vec())).or_insert(prior);
                        steps.push((i, j, i + di, j + dj));
                    }
                }
            }
        }
    }
    steps
}

/// A last vowel against nothing: it must answer the end itself (`$` against `a$`), for it makes رشيد or رشيدة.
fn last_vowel(none: &[u8], vowel: &[u8], next: Option<&u8>) -> bool {
    none.is_empty()
        && next == Some(&b'$')
        && vowel
            .iter()
            .any(|&c| jisr_domain::name::letters::latin::is_vowel(c))
}

fn expect(
    couple: &Op,
    steps: &[(usize, usize, usize, usize)],
    weight: &BTreeMap<Op, f64>,
    counts: &mut BTreeMap<Op, f64>,
) {
    let (l, r) = couple;
    let w = r.len() + 1;
    let of = |s: &(usize, usize, usize, usize)| {
        weight
            .get(&(l[s.0..s.2].to_vec(), r[s.1..s.3].to_vec()))
            .copied()
            .unwrap_or(0.0)
    };
    let values: Vec<f64> = steps.iter().map(of).collect();
    let mut ahead = vec![0.0_f64; (l.len() + 1) * w];
    let mut behind = ahead.clone();
    ahead[0] = 1.0;
    for (s, p) in steps.iter().zip(&values) {
        ahead[s.2 * w + s.3] += ahead[s.0 * w + s.1] * p;
    }
    let end = l.len() * w + r.len();
    behind[end] = 1.0;
    for (s, p) in steps.iter().zip(&values).rev() {
        behind[s.0 * w + s.1] += behind[s.2 * w + s.3] * p;
    }
    if ahead[end] <= 0.0 {
        return;
    }
    for (s, p) in steps.iter().zip(&values) {
        let share = ahead[s.0 * w + s.1] * p * behind[s.2 * w + s.3] / ahead[end];
        if share > 1e-4 {
            *counts
                .entry((l[s.0..s.2].to_vec(), r[s.1..s.3].to_vec()))
                .or_default() += share;
        }
    }
}
