//! Each thing two records may agree on, and how likely that is of one person, of relatives, of strangers.
//!
//! The likelihoods below are of three kinds of pairs: two records of one person made at two desks, records of two
//! members of one household, records of strangers. They come from what desks do (`docs/matching.md` says how each was
//! set); what depends on the register itself, how common a name or a commune is, is asked of [`Bearers`].

use super::birth::{births, phones, sexes};
use super::facts::Facts;
use super::likeness::Likeness;
use super::names::{agreement, lift, name_share, ratio};
use super::paper::one_slip;
use super::reason::ReasonCode;
use super::sum::{Sum, odds};
use super::traits::Traits;
use crate::name::Name;

/// How common things are in the register.
pub trait Bearers {
    /// How many people it holds.
    fn people(&self) -> u64;
    /// How many of them bear a part of a name filed under this key ([`crate::name::key::of_part`]).
    fn of_sound(&self, key: &str) -> u64;
    /// How many of them live in this commune.
    fn of_commune(&self, code: &str) -> u64;
}

/// A record looked for in the register, with how common what it bears is there.
#[derive(Clone, Debug)]
pub struct Sought {
    pub(super) traits: Traits,
    people: u64,
    pub(super) given: f32,
    pub(super) family: f32,
    mother: f32,
    commune: f32,
}

/// Weighs one record against another in a register; see [`Sought`] to weigh it against many.
pub fn weigh(one: &Traits, other: &Traits, bearers: &dyn Bearers) -> Likeness {
    Sought::new(one.clone(), bearers).weigh(other)
}

impl Sought {
    /// Asks the register once for what the record bears.
    pub fn new(traits: Traits, bearers: &dyn Bearers) -> Self {
        let share = |name: Option<&Name>, usual: f32| name_share(name, usual, bearers);
        let first = traits.scripts().next();
        let given = share(first.and_then(|name| name.given.as_ref()), 0.02);
        let family = share(first.and_then(|name| name.family.as_ref()), 0.004);
        let mother = share(traits.mother.as_ref(), 0.02);
        let people = bearers.people();
        let commune = traits.facts.commune.as_deref().map_or(0.1, |code| {
            ratio(bearers.of_commune(code), people).clamp(0.002, 0.9)
        });
        Self {
            people,
            given,
            family,
            mother,
            commune,
            traits,
        }
    }

    /// The record itself.
    pub fn traits(&self) -> &Traits {
        &self.traits
    }

    /// Weighs it against a record of the register.
    pub fn weigh(&self, other: &Traits) -> Likeness {
        let mut sum = Sum::default();
        self.names(other, &mut sum);
        self.mother(other, &mut sum);
        self.facts(&other.facts, &mut sum);
        Likeness::of(sum.same, sum.relative, self.people, sum.reasons)
    }

    /// The most that weighing it against a record with these facts can come to, whatever the names: what is below
    /// [`super::MAYBE`] need not be read.
    pub fn at_most(&self, other: &Facts) -> f32 {
        let mut sum = Sum::default();
        self.facts(other, &mut sum);
        let names = -(self.given.log2() + self.family.log2() + self.mother.log2());
        Likeness::of(sum.same + names, f32::MIN, self.people, Vec::new()).score
    }

    fn facts(&self, other: &Facts, sum: &mut Sum) {
        let mine = &self.traits.facts;
        births(mine.birth, other.birth, sum);
        sexes(mine.sex, other.sex, sum);
        self.papers(other, sum);
        phones(mine, other, sum);
        self.places(other, sum);
    }

    fn mother(&self, other: &Traits, sum: &mut Sum) {
        let (Some(mine), Some(theirs)) = (&self.traits.mother, &other.mother) else {
            return;
        };
        let odds = agreement(mine, theirs);
        let same = lift(odds, 0.9, self.mother);
        sum.same += same;
        sum.relative += lift(odds, 0.4, self.mother);
        sum.tell(
            if same > 0.0 {
                ReasonCode::MotherSame
            } else {
                ReasonCode::MotherOther
            },
            same,
        );
    }

    fn papers(&self, other: &Facts, sum: &mut Sum) {
        use ReasonCode::{
            CnieNear, CnieOther, CnieSame, DocumentSame, IdcsOther, IdcsSame, PaperFileSame,
        };
        let mine = &self.traits.facts;
        if let (Some(a), Some(b)) = (&mine.cnie, &other.cnie) {
            let (code, found) = if a == b {
                (CnieSame, odds(0.93, 1e-6, 1e-7))
            } else if one_slip(a, b) {
                (CnieNear, odds(0.05, 1e-4, 1e-5))
            } else {
                (CnieOther, odds(0.02, 1.0, 1.0))
            };
            sum.add(code, found);
        }
        if let (Some(a), Some(b)) = (&mine.idcs, &other.idcs) {
            let (code, found) = if a == b {
                (IdcsSame, odds(0.95, 1e-6, 1e-7))
            } else if one_slip(a, b) {
                (IdcsSame, odds(0.04, 1e-4, 1e-5))
            } else {
                (IdcsOther, odds(0.02, 1.0, 1.0))
            };
            sum.add(code, found);
        }
        if mine.document.is_some() && mine.document == other.document {
            sum.add(DocumentSame, odds(0.9, 1e-4, 1e-5));
        }
        // Folders are numbered by hand and the numbering begins again each year.
        if mine.paper_file.is_some() && mine.paper_file == other.paper_file {
            sum.add(PaperFileSame, odds(0.5, 0.02, 1e-3));
        }
    }

    fn places(&self, other: &Facts, sum: &mut Sum) {
        let mine = &self.traits.facts;
        let provinces = province(mine).zip(province(other));
        match (&mine.commune, &other.commune) {
            (Some(a), Some(b)) if a == b => {
                sum.add(ReasonCode::CommuneSame, odds(0.8, 0.9, self.commune));
            }
            (Some(_), Some(_)) if provinces.is_some_and(|(a, b)| a == b) => {
                sum.add(ReasonCode::CommuneOther, odds(0.1, 0.06, 0.2));
            }
            _ => match provinces {
                Some((a, b)) if a == b => sum.add(ReasonCode::ProvinceSame, odds(0.88, 0.95, 0.3)),
                Some(_) => sum.add(ReasonCode::ProvinceOther, odds(0.12, 0.05, 0.7)),
                None => {}
            },
        }
    }
}

/// The province: as recorded, or the one the commune's HCP code begins with.
fn province(facts: &Facts) -> Option<&str> {
    facts
        .province
        .as_deref()
        .or_else(|| facts.commune.as_deref()?.get(..6))
}
