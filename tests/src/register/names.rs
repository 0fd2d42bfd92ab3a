//! The names people are drawn from.

use std::collections::BTreeMap;

use super::Dice;

/// A name in Arabic with the Latin spellings seen of it.
#[derive(Clone, Debug)]
pub struct Spelt {
    /// In Arabic.
    pub arabic: String,
    /// In Latin, with how often each was seen.
    pub latin: Vec<(String, u64)>,
    /// How often it was seen in all.
    pub seen: u64,
    /// It ends as women's names do.
    pub feminine: bool,
}

/// Given and family names, heaviest weights summed for drawing.
#[derive(Clone, Debug)]
pub struct Names {
    given: Weighted,
    family: Weighted,
}

#[derive(Clone, Debug)]
struct Weighted {
    all: Vec<Spelt>,
    upto: Vec<u64>,
}

impl Names {
    /// Reads `assets/names/units.tsv` (arabic, latin, role, count).
    pub fn read(units: &str) -> Self {
        let of = |role: &str, weigh: fn(u64) -> u64| {
            let mut all: BTreeMap<&str, Spelt> = BTreeMap::new();
            for line in units.lines().skip(1) {
                let cells: Vec<&str> = line.split('\t').collect();
                if let [arabic, latin, kind, count] = cells[..]
                    && kind == role
                {
                    let seen = count.parse().unwrap_or(1);
                    let spelt = all.entry(arabic).or_insert_with(|| Spelt {
                        arabic: arabic.to_owned(),
                        latin: Vec::new(),
                        seen: 0,
                        feminine: arabic.ends_with(['ه', 'ء', 'ي']) || arabic.ends_with("اد"),
                    });
                    spelt.seen += seen;
                    spelt.latin.push((latin.to_owned(), seen));
                }
            }
            Weighted::new(all.into_values().collect(), weigh)
        };
        Self {
            given: of("given", |seen| seen),
            // The index is of the well known; families are spread wider than their fame.
            family: of("surname", |seen| 4 + seen),
        }
    }

    /// A given name.
    pub fn given(&self, dice: &mut Dice) -> &Spelt {
        self.given.draw(dice)
    }

    /// A family name.
    pub fn family(&self, dice: &mut Dice) -> &Spelt {
        self.family.draw(dice)
    }
}

impl Weighted {
    fn new(all: Vec<Spelt>, weigh: fn(u64) -> u64) -> Self {
        let mut sum = 0;
        let upto = all
            .iter()
            .map(|spelt| {
                sum += weigh(spelt.seen);
                sum
            })
            .collect();
        Self { all, upto }
    }

    fn draw(&self, dice: &mut Dice) -> &Spelt {
        let most = self.upto.last().copied().unwrap_or(1);
        let at = dice.number() % most;
        &self.all[self.upto.partition_point(|upto| *upto <= at)]
    }
}

impl Spelt {
    /// One of its Latin spellings, the frequent ones oftener.
    pub fn latin(&self, dice: &mut Dice) -> String {
        let sum: u64 = self.latin.iter().map(|(_, seen)| seen).sum();
        let mut at = dice.number() % sum.max(1);
        for (latin, seen) in &self.latin {
            if at < *seen {
                return latin.clone();
            }
            at -= seen;
        }
        self.arabic.clone()
    }
}
