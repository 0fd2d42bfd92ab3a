//! A register of people who do not exist, and the second records desks make of them.
//!
//! Names are those of `assets/names`, drawn by how often they were seen; everything else is drawn. The same seed gives
//! the same people. A second record suffers what records do: a script missing, another spelling, names in each
//! other's box, the year alone, day and month exchanged, a digit mistyped, a new telephone, a married name.

mod corrupt;
mod draw;
mod names;

pub use corrupt::corrupted;
pub use draw::{Country, Drawn};
pub use names::Names;

/// A repeatable source of numbers (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `n`, at least 0.
    pub fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n.max(1)).unwrap_or(1);
        usize::try_from(self.number() % n).unwrap_or(0)
    }

    /// Whether something of `percent` in a hundred happens.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of them.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
