//! Weighs whole names: which part answers which, what is missing, what stands in another order.

use crate::name::compare::{Matcher, SURE, Verdict, chance, dot};
use crate::name::form::Form;
use crate::name::parse::{self, Part};

/// How many measures a whole name gives: see [`Matcher::whole_measures`].
pub const MEASURES: usize = 7;

/// What two names weigh against each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighed {
    /// 0 to 1.
    pub score: f32,
    /// What the score is called.
    pub verdict: Verdict,
}

/// A name ready to be compared many times.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    parts: Vec<Part>,
    /// The entry itself, trimmed: for names without letters we know.
    written: String,
}

impl Name {
    /// Reads a name as written, in either script, alone or in full.
    pub fn read(written: &str) -> Self {
        let kept = written
            .trim()
            .chars()
            .take(crate::name::letters::LONGEST)
            .collect();
        Self {
            parts: parse::parts(written),
            written: kept,
        }
    }

    /// Its parts, titles off.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }
}

impl Matcher {
    /// Weighs two names as written.
    pub fn compare(&self, one: &str, other: &str) -> Weighed {
        self.weigh(&Name::read(one), &Name::read(other))
    }

    /// Weighs two names already read; the same whichever comes first.
    pub fn weigh(&self, one: &Name, other: &Name) -> Weighed {
        let score = chance(self.odds(one, other)).clamp(0.0, 1.0);
        Weighed {
            score,
            verdict: Verdict::of(score),
        }
    }

    /// Log-odds that two names are one.
    pub fn odds(&self, one: &Name, other: &Name) -> f32 {
        let (left, right) = if one <= other {
            (one, other)
        } else {
            (other, one)
        };
        if left.written == right.written || (left.parts == right.parts && !left.parts.is_empty()) {
            return if left.written.is_empty() { -SURE } else { SURE };
        }
        let (short, long) = if left.parts.len() <= right.parts.len() {
            (&left.parts, &right.parts)
        } else {
            (&right.parts, &left.parts)
        };
        let mut best = self.arranged(short, long);
        // *Fatima Zahra* and *Fatimazahra*: where one side has a part more, two neighbours may be one word.
        if long.len() > short.len() && long.len() <= 5 {
            for at in 0..long.len() - 1 {
                if let Some(joined) = joined(&long[at], &long[at + 1]) {
                    let mut parts = long.clone();
                    parts.splice(at..at + 2, [joined]);
                    let (a, b) = if parts.len() < short.len() {
                        (&parts, short)
                    } else {
                        (short, &parts)
                    };
                    best = best.max(self.arranged(a, b) - 0.5);
                }
            }
        }
        best
    }

    fn arranged(&self, short: &[Part], long: &[Part]) -> f32 {
        match (short, long) {
            ([], _) => -SURE,
            ([a], [b]) => self.part_odds(a, b),
            // One name against a full one: a caseworker who knows only the family name should see it, never be sure.
            ([a], _) => {
                let best = long
                    .iter()
                    .map(|b| self.part_odds(a, b))
                    .fold(-SURE, f32::max);
                (best - 2.5 - 0.5 * (long.len() as f32 - 2.0)).min(1.2)
            }
            _ => dot(&self.whole, &self.whole_measures(short, long)).clamp(-SURE, SURE),
        }
    }

    /// The measures of two names of two parts or more: bias; least odds of the parts that answer each other; second
    /// least; mean; parts left over; pairs out of order; parts that agree.
    pub fn whole_measures(&self, short: &[Part], long: &[Part]) -> [f32; MEASURES] {
        let mut odds: Vec<(f32, usize, usize)> = Vec::with_capacity(short.len() * long.len());
        for (i, a) in short.iter().enumerate() {
            for (j, b) in long.iter().enumerate() {
                odds.push((self.part_odds(a, b), i, j));
            }
        }
        // Best pairs first; of equal ones, those nearest to their place.
        odds.sort_by(|x, y| {
            y.0.total_cmp(&x.0)
                .then(x.1.abs_diff(x.2).cmp(&y.1.abs_diff(y.2)))
                .then(x.1.cmp(&y.1))
        });
        let (mut left, mut right) = (vec![false; short.len()], vec![false; long.len()]);
        let mut taken: Vec<(f32, usize, usize)> = Vec::with_capacity(short.len());
        for &(z, i, j) in &odds {
            if !left[i] && !right[j] {
                left[i] = true;
                right[j] = true;
                taken.push((z, i, j));
            }
        }
        let crossed = taken
            .iter()
            .enumerate()
            .any(|(at, x)| taken[at + 1..].iter().any(|y| (x.1 < y.1) != (x.2 < y.2)));
        let mut zs: Vec<f32> = taken.iter().map(|t| t.0.clamp(-6.0, 6.0)).collect();
        zs.sort_by(f32::total_cmp);
        let least = zs.first().copied().unwrap_or(-SURE);
        let second = zs.get(1).copied().unwrap_or(least);
        let mean = zs.iter().sum::<f32>() / zs.len().max(1) as f32;
        let over = (long.len() - short.len()) as f32;
        let agreeing = zs.iter().filter(|z| **z > 0.0).count() as f32;
        [
            1.0,
            least,
            second,
            mean,
            over,
            if crossed { 1.0 } else { 0.0 },
            agreeing.min(3.0),
        ]
    }
}

/// Two neighbouring parts as one word, if their script allows it.
fn joined(one: &Part, other: &Part) -> Option<Part> {
    if one.script != other.script || one.initial || other.initial {
        return None;
    }
    let (a, b) = (one.forms.first()?, other.forms.first()?);
    let mut letters = a.bare().to_vec();
    letters.extend(b.bare());
    Some(Part {
        script: one.script,
        forms: vec![Form::whole(letters)],
        initial: false,
    })
}
