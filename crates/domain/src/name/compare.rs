//! Compares two parts of names: lays their readings side by side and turns what was found into a chance.

use crate::name::align::{Found, Table};
use crate::name::cost;
use crate::name::form::{Form, Off};
use crate::name::letters::Script;
use crate::name::parse::Part;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

/// What the desk is told of two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Two names.
    Different,
    /// Worth a look: the rest of the record must speak.
    Maybe,
    /// Spellings of one name.
    Same,
}

impl Verdict {
    /// The verdict of a score.
    pub fn of(score: f32) -> Self {
        if score >= SAME {
            Self::Same
        } else if score >= MAYBE {
            Self::Maybe
        } else {
            Self::Different
        }
    }

    /// The word of the command-line contract.
    pub fn word(self) -> &'static str {
        match self {
            Self::Different => "different",
            Self::Maybe => "maybe",
            Self::Same => "same",
        }
    }
}

/// Least score called *same*.
pub const SAME: f32 = 0.85;
/// Least score called *maybe*.
pub const MAYBE: f32 = 0.5;

/// How many measures an alignment gives: see [`measures`].
pub const MEASURES: usize = 8;

/// Which scripts stand against each other: each kind has its own costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Arabic against Latin.
    Cross,
    /// Latin against Latin.
    Latin,
    /// Arabic against Arabic.
    Arabic,
}

/// Learned weights and what they say of two names.
#[derive(Clone, Debug)]
pub struct Matcher {
    /// Arabic pieces against Latin pieces.
    pub cross: Table,
    /// Latin pieces against Latin pieces.
    pub latin: Table,
    /// Arabic pieces against Arabic pieces.
    pub arabic: Table,
    /// What the measures of a part weigh, by [`Kind`].
    pub part: [[f32; MEASURES]; 3],
    /// What the measures of a whole name weigh.
    pub whole: [f32; super::full::MEASURES],
}

impl Matcher {
    /// The engine as shipped.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Matcher> = OnceLock::new();
        SHIPPED.get_or_init(|| Self {
            cross: cost::cross(),
            latin: cost::latin(),
            arabic: cost::arabic(),
            part: cost::part(),
            whole: cost::whole(),
        })
    }

    /// Log-odds that two parts are spellings of one name; the same whichever comes first.
    pub fn part_odds(&self, one: &Part, other: &Part) -> f32 {
        // Arabic sorts before Latin, so the cross table always has Arabic on its left.
        let (left, right) = if one <= other {
            (one, other)
        } else {
            (other, one)
        };
        if let Some(odds) = plain_odds(left, right) {
            return odds;
        }
        let Some(kind) = kind(left, right) else {
            return -SURE;
        };
        let mut best = -SURE;
        for (found, length) in self.readings(kind, left, right) {
            let odds = dot(&self.part[kind as usize], &measures(found, length));
            best = best.max(odds);
        }
        best.clamp(-SURE, SURE)
    }

    /// Log-odds that `typed` is the beginning of a spelling of `word`: what a search box asks at every key.
    pub fn begins(&self, typed: &Part, word: &Part) -> f32 {
        let typed_first = typed <= word;
        let (left, right) = if typed_first {
            (typed, word)
        } else {
            (word, typed)
        };
        let Some(kind) = kind(left, right) else {
            return -SURE;
        };
        let table = self.table(kind);
        let open = |form: &'_ Form| form.letters[..form.letters.len().saturating_sub(1)].to_vec();
        let mut best = -SURE;
        for (a, b, toll) in pairs(left, right) {
            let (mut found, length) = if typed_first {
                (
                    table.align_start(&open(a), &b.letters, true),
                    a.bare().len(),
                )
            } else {
                (
                    table.align_start(&a.letters, &open(b), false),
                    b.bare().len(),
                )
            };
            found.total += toll;
            found.against += toll;
            let odds = dot(&self.part[kind as usize], &measures(found, length as f32));
            best = best.max(odds);
        }
        best.clamp(-SURE, SURE)
    }

    fn table(&self, kind: Kind) -> &Table {
        match kind {
            Kind::Cross => &self.cross,
            Kind::Latin => &self.latin,
            Kind::Arabic => &self.arabic,
        }
    }

    /// The best reading of two parts by bits, for learning: what was found and over how many letters.
    pub fn best_reading(&self, kind: Kind, left: &Part, right: &Part) -> Option<(Found, f32)> {
        self.readings(kind, left, right)
            .into_iter()
            .max_by(|a, b| a.0.total.total_cmp(&b.0.total))
    }

    fn readings(&self, kind: Kind, left: &Part, right: &Part) -> Vec<(Found, f32)> {
        let table = self.table(kind);
        pairs(left, right)
            .into_iter()
            .map(|(a, b, toll)| {
                let mut found = table.align(&a.letters, &b.letters);
                found.total += toll;
                found.against += toll;
                (found, (a.bare().len() + b.bare().len()) as f32 / 2.0)
            })
            .collect()
    }
}

/// Log-odds at which nothing more can be learned.
pub const SURE: f32 = 9.0;

/// The answers that need no alignment: the same letters, a lone initial, a script nothing was learned of.
fn plain_odds(left: &Part, right: &Part) -> Option<f32> {
    if left == right {
        return Some(SURE);
    }
    if left.initial || right.initial {
        let (Some(a), Some(b)) = (left.forms.first(), right.forms.first()) else {
            return Some(-SURE);
        };
        let agree = left.script == right.script && a.bare().first() == b.bare().first();
        // An initial that agrees is no proof; one that cannot be read across scripts is no disproof.
        return Some(if agree || left.script != right.script {
            1.0
        } else {
            -4.0
        });
    }
    (left.script == Script::Other || right.script == Script::Other).then_some(-SURE)
}

/// Which costs compare two parts, or none.
pub fn kind(left: &Part, right: &Part) -> Option<Kind> {
    match (left.script, right.script) {
        (Script::Arabic, Script::Latin) => Some(Kind::Cross),
        (Script::Latin, Script::Latin) => Some(Kind::Latin),
        (Script::Arabic, Script::Arabic) => Some(Kind::Arabic),
        _ => None,
    }
}

/// Which readings are laid against each other, and the toll in bits for what one side has and the other lacks.
///
/// When both names are a servant's (عبد …), or both end in الدين, only what distinguishes them is compared: else the
/// long common stretch would make عبد الكريم and عبد الكبير one name.
pub fn pairs<'a>(left: &'a Part, right: &'a Part) -> Vec<(&'a Form, &'a Form, f32)> {
    let mut chosen = Vec::new();
    for shared in [Off::Servant, Off::Faith] {
        let both = |p: &Part| p.forms.iter().any(|f| f.off == shared);
        if both(left) && both(right) {
            for a in left.forms.iter().filter(|f| f.off == shared) {
                chosen.extend(
                    right
                        .forms
                        .iter()
                        .filter(|f| f.off == shared)
                        .map(|b| (a, b, 0.0)),
                );
            }
            return chosen;
        }
    }
    for a in &left.forms {
        for b in &right.forms {
            let toll = match (a.off, b.off) {
                (Off::Nothing, Off::Nothing)
                | (Off::Article, Off::Article | Off::Glued)
                | (Off::Glued, Off::Article) => 0.0,
                // The article comes and goes between papers.
                (Off::Article, Off::Nothing) | (Off::Nothing, Off::Article) => -0.5,
                // What looks like a glued article may be the name's own first letters.
                (Off::Glued, Off::Nothing) | (Off::Nothing, Off::Glued) => -1.0,
                _ => continue,
            };
            chosen.push((a, b, toll));
        }
    }
    chosen
}

/// The measures of an alignment, in the order of the weights.
pub fn measures(found: Found, length: f32) -> [f32; MEASURES] {
    let length = length.max(1.0);
    [
        1.0,
        found.total / 10.0,
        found.total / length,
        found.worst,
        found.against,
        found.consonants,
        found.against / length,
        found.ends,
    ]
}

/// Sum of products.
pub fn dot<const N: usize>(weights: &[f32; N], measures: &[f32; N]) -> f32 {
    weights.iter().zip(measures).map(|(w, m)| w * m).sum()
}

/// The chance that log-odds stand for.
pub fn chance(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}
