//! Chance that can be told again: the same seed gives the same center.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// SplitMix64: small, well spread, and the same on every machine. Never for keys.
pub(super) struct Chance(u64);

impl Chance {
    /// The `stream`-th series of `seed`: one for each family, so that adding a draw in one changes no other.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut chance = Self(seed ^ stream.wrapping_mul(0xD134_2543_DE82_EF95));
        chance.next();
        chance
    }

    /// The `stream`-th series of the record `id`: of all of it, since records of one moment share its first half.
    pub(super) fn of(id: Uuid, stream: u64) -> Self {
        let (moment, random) = id.as_u64_pair();
        let mut first = Self::new(moment, stream);
        Self::new(first.next() ^ random, stream)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both included; `low` when the range is empty.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        let span = u64::from(high.saturating_sub(low)) + 1;
        low + u32::try_from(self.next() % span).unwrap_or(0)
    }

    /// True `percent` times in a hundred.
    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.next() % 100 < u64::from(percent)
    }

    /// One of `items`, which is never empty.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        let last = u32::try_from(items.len().saturating_sub(1)).unwrap_or(u32::MAX);
        &items[usize::try_from(self.between(0, last)).unwrap_or(0)]
    }

    /// One of `items`, each as often as its weight. The first when every weight is zero.
    pub(super) fn weighted<T: Copy>(&mut self, items: &[(T, u32)]) -> T {
        let total: u32 = items.iter().map(|(_, weight)| weight).sum();
        let mut rest = self.between(0, total.saturating_sub(1));
        for (item, weight) in items {
            if rest < *weight {
                return *item;
            }
            rest -= weight;
        }
        items[0].0
    }

    /// An id of the moment `at`, as a device would have made it then (UUIDv7).
    pub(super) fn id<I: From<Uuid>>(&mut self, at: DateTime<Utc>) -> I {
        let mut random = [0; 10];
        let bytes = [self.next().to_le_bytes(), self.next().to_le_bytes()].concat();
        random
            .iter_mut()
            .zip(bytes)
            .for_each(|(to, from)| *to = from);
        let ms = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        I::from(uuid::Builder::from_unix_timestamp_millis(ms, &random).into_uuid())
    }

    /// Five bytes, for the reference of a letter.
    pub(super) fn reference(&mut self) -> [u8; 5] {
        let [a, b, c, d, e, ..] = self.next().to_le_bytes();
        [a, b, c, d, e]
    }
}
