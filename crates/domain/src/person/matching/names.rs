//! Names held against each other, in whatever scripts and boxes they stand.

use super::evidence::{Bearers, Sought};
use super::reason::ReasonCode;
use super::sum::{Reading, Sum};
use super::traits::{Traits, Written};
use crate::name::{Matcher, Name, key};
use crate::person::Sex;

impl Sought {
    pub(super) fn names(&self, other: &Traits, sum: &mut Sum) {
        let mine = &self.traits;
        let given = between(mine, other, |w| w.given.as_ref(), |w| w.given.as_ref());
        let family = between(mine, other, |w| w.family.as_ref(), |w| w.family.as_ref());
        let mut best: Option<Reading> = None;
        let mut take = |same: f32, relative: f32, reasons: Vec<(ReasonCode, f32)>| {
            if best.as_ref().is_none_or(|kept| same > kept.same) {
                best = Some(Reading {
                    same,
                    relative,
                    reasons,
                });
            }
        };
        if let (Some(given), Some(family)) = (given, family) {
            let g = self.given_bits(given);
            let (f, r) = self.family_bits(family);
            take(g + f, r, told(given, family, g, f));
            if g > 0.0 && f > 0.0 {
                return sum.names(best);
            }
            // مصطفى and Alaoui each in the other's box: one record in fifty.
            let crossed = between(mine, other, |w| w.given.as_ref(), |w| w.family.as_ref());
            if let Some(one) = crossed.filter(|one| self.given_bits(*one) > 0.0)
                && let Some(two) = between(mine, other, |w| w.family.as_ref(), |w| w.given.as_ref())
            {
                let g = self.given_bits(one) - SWAP;
                let (f, r) = self.family_bits(two);
                take(g + f, r - SWAP, vec![(ReasonCode::NameSwapped, g + f)]);
            }
        } else if let Some(given) = given {
            let g = self.given_bits(given);
            let code = if g > 0.0 {
                name_code(given)
            } else {
                ReasonCode::GivenOther
            };
            take(g, 0.0, vec![(code, g)]);
        }
        // The whole name, whatever stands in which box: a part more, two names in one box, a name in one box alone.
        let full = between(mine, other, |w| Some(&w.full), |w| Some(&w.full))
            .or_else(|| nicknames(mine, other));
        if let Some(full) = full {
            let rare = (self.given * self.family).max(1e-6);
            let bits = lift(full, 0.9, rare);
            let relative = lift(full, 0.02, rare);
            take(
                bits - MOVED,
                relative - MOVED,
                vec![(name_code(full), bits - MOVED)],
            );
        }
        sum.names(best);
    }

    fn given_bits(&self, odds: Agreement) -> f32 {
        lift(odds, 0.96, self.given)
    }

    /// Of one person, of relatives. A married woman may stand under either of two family names.
    fn family_bits(&self, odds: Agreement) -> (f32, f32) {
        let kept = if self.traits.facts.sex == Some(Sex::Male) {
            0.95
        } else {
            0.88
        };
        (lift(odds, kept, self.family), lift(odds, 0.55, self.family))
    }
}

/// What exchanged boxes cost, in bits.
const SWAP: f32 = 5.0;
/// What reading the boxes as one text costs, in bits.
const MOVED: f32 = 2.0;

/// How two names came out: log-odds of the engine, and whether they were in one script.
#[derive(Clone, Copy)]
pub(super) struct Agreement {
    odds: f32,
    one_script: bool,
    letters: bool,
}

pub(super) fn agreement(one: &Name, other: &Name) -> Agreement {
    let script = |name: &Name| name.parts().first().map(|part| part.script);
    Agreement {
        odds: Matcher::shipped().odds(one, other),
        one_script: script(one) == script(other),
        letters: one.parts() == other.parts(),
    }
}

/// The same box in whatever scripts both have: one script with itself says more than across.
fn between(
    one: &Traits,
    other: &Traits,
    mine: fn(&Written) -> Option<&Name>,
    theirs: fn(&Written) -> Option<&Name>,
) -> Option<Agreement> {
    let compare = |a: &Option<Written>, b: &Option<Written>| {
        Some(agreement(mine(a.as_ref()?)?, theirs(b.as_ref()?)?))
    };
    let (arabic, latin) = (
        compare(&one.arabic, &other.arabic),
        compare(&one.latin, &other.latin),
    );
    if let (Some(a), Some(b)) = (arabic, latin) {
        // أمل and آمال are both *Amal*: where both scripts can speak, both do.
        return Some(Agreement {
            odds: (a.odds + b.odds) / 2.0,
            one_script: true,
            letters: a.letters,
        });
    }
    [
        arabic,
        latin,
        compare(&one.arabic, &other.latin),
        compare(&one.latin, &other.arabic),
    ]
    .into_iter()
    .flatten()
    .max_by(|a, b| a.odds.total_cmp(&b.odds))
}

/// People known by what they are called.
fn nicknames(one: &Traits, other: &Traits) -> Option<Agreement> {
    let called = |traits: &Traits| -> Vec<Name> {
        let names = traits.scripts().map(|written| written.full.clone());
        names.chain(traits.nickname.clone()).collect()
    };
    let (mine, theirs) = (called(one), called(other));
    mine.iter()
        .flat_map(|a| theirs.iter().map(|b| agreement(a, b)))
        .max_by(|a, b| a.odds.total_cmp(&b.odds))
}

/// Bits for one person when the engine found `found`, the name being kept between records with chance `kept` and
/// borne by a share `common` of strangers. It can never say more than the name is rare, nor cost more than a change
/// of name is.
pub(super) fn lift(found: Agreement, kept: f32, common: f32) -> f32 {
    /// The engine's log-odds are against its own mixture of strangers and near misses; a stranger drawn from a
    /// register is much seldomer so near.
    const STRANGERS: f32 = 3.0;
    let r = (found.odds + STRANGERS).exp();
    ((kept * r + 1.0 - kept) / (common * r + 1.0 - common)).log2()
}

pub(super) fn name_share(name: Option<&Name>, usual: f32, bearers: &dyn Bearers) -> f32 {
    let people = bearers.people();
    let shares = name.into_iter().flat_map(|name| name.parts()).map(|part| {
        key::of_part(part)
            .iter()
            .map(|key| ratio(bearers.of_sound(key), people))
            .fold(0.0, f32::max)
    });
    shares
        .reduce(f32::min)
        .map_or(usual, |share| share.clamp(1e-4, 0.5))
}

/// A share, smoothed: in a register of ten people nobody is known to be rare.
pub(super) fn ratio(of: u64, people: u64) -> f32 {
    ((of as f64 + 1.0) / (people as f64 + 50.0)) as f32
}

fn name_code(found: Agreement) -> ReasonCode {
    if found.one_script && found.letters {
        ReasonCode::NameSame
    } else {
        ReasonCode::NameAlike
    }
}

/// Names in their boxes, in words.
fn told(given: Agreement, family: Agreement, g: f32, f: f32) -> Vec<(ReasonCode, f32)> {
    match (g > 0.0, f > 0.0) {
        (true, true) => {
            let both = Agreement {
                letters: given.letters && family.letters,
                one_script: given.one_script && family.one_script,
                ..given
            };
            vec![(name_code(both), g + f)]
        }
        (true, false) => vec![(name_code(given), g), (ReasonCode::FamilyOther, f)],
        (false, true) => vec![(ReasonCode::GivenOther, g)],
        (false, false) => vec![(ReasonCode::GivenOther, g + f)],
    }
}
