//! Reads the development names and splits them by name, never by pair.

use jisr_domain::name::full::Name;
use jisr_domain::name::letters::{Script, latin};
use std::collections::{BTreeMap, BTreeSet};

/// One attested couple of spellings.
#[derive(Clone, Debug)]
pub struct Row {
    pub arabic: String,
    pub latin: String,
}

/// Everything read, each row with the fold it fell in.
pub struct Data {
    /// Single names: units and the sets of Annex B.
    pub units: Vec<(Row, Fold)>,
    /// Full names.
    pub full: Vec<(Row, Fold)>,
    pub groups: usize,
    pub largest: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    Fit,
    Tune,
    Held,
}

/// Reads the three files. A name's group is all spellings reachable through shared Arabic or Latin spellings; the
/// group's least key decides its fold, so the split is the same on every machine.
pub fn load(folder: &str, share: u64) -> std::io::Result<Data> {
    let mut rows = Vec::new();
    for file in ["units.tsv", "variants.tsv"] {
        for line in std::fs::read_to_string(format!("{folder}/{file}"))?
            .lines()
            .skip(1)
        {
            let mut cells = line.split('\t');
            if let (Some(a), Some(l)) = (cells.next(), cells.next()) {
                rows.push(Row {
                    arabic: a.into(),
                    latin: l.into(),
                });
            }
        }
    }
    let mut seen = BTreeSet::new();
    rows.retain(|r| seen.insert((keys(&r.arabic).join(" "), r.latin.to_lowercase())));
    let mut full = Vec::new();
    for line in std::fs::read_to_string(format!("{folder}/full_names.tsv"))?
        .lines()
        .skip(1)
    {
        let mut cells = line.split('\t');
        if let (Some(a), Some(l)) = (cells.next(), cells.next()) {
            full.push(Row {
                arabic: a.into(),
                latin: l.into(),
            });
        }
    }
    let mut union = Union::default();
    for r in &rows {
        let all: Vec<String> = keys(&r.arabic).into_iter().chain(keys(&r.latin)).collect();
        for k in &all {
            union.join(&all[0], k);
        }
    }
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for r in &rows {
        *sizes.entry(union.root(&keys(&r.arabic)[0])).or_default() += 1;
    }
    let fold = |union: &mut Union, key: &str| match hash(&union.root(key)) % 10 {
        h if h < 3 => Fold::Held,
        h if h < 3 + share => Fold::Tune,
        _ => Fold::Fit,
    };
    let units = rows
        .into_iter()
        .map(|r| {
            let f = fold(&mut union, &keys(&r.arabic)[0]);
            (r, f)
        })
        .collect();
    // A full name belongs to training only if every part of it, in both scripts, does.
    let full = full
        .into_iter()
        .map(|r| {
            let folds: Vec<Fold> = keys(&r.arabic)
                .iter()
                .chain(&keys(&r.latin))
                .map(|k| fold(&mut union, k))
                .collect();
            let f = if folds.contains(&Fold::Held) {
                Fold::Held
            } else if folds.contains(&Fold::Tune) {
                Fold::Tune
            } else {
                Fold::Fit
            };
            (r, f)
        })
        .collect();
    Ok(Data {
        units,
        full,
        groups: sizes.len(),
        largest: sizes.values().copied().max().unwrap_or(0),
    })
}

/// Grouping keys of a written name: one per part, articles off.
pub fn keys(written: &str) -> Vec<String> {
    let keys: Vec<String> = Name::read(written)
        .parts()
        .iter()
        .map(|p| {
            let bare = p.forms[0].bare();
            match p.script {
                Script::Latin => format!("l:{}", String::from_utf8_lossy(&latin::fold(bare))),
                _ => format!("a:{bare:?}"),
            }
        })
        .collect();
    if keys.is_empty() {
        vec![format!("?:{written}")]
    } else {
        keys
    }
}

#[derive(Default)]
struct Union(BTreeMap<String, String>);

impl Union {
    fn root(&mut self, key: &str) -> String {
        let mut at = key.to_string();
        while let Some(up) = self.0.get(&at) {
            at = up.clone();
        }
        at
    }
    fn join(&mut self, a: &str, b: &str) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            let (low, high) = if a < b { (a, b) } else { (b, a) };
            self.0.insert(high, low);
        }
    }
}

pub fn hash(text: &str) -> u64 {
    let mut h = 0xcbf2_9ce4_8422_2325_u64;
    for b in text.bytes() {
        h = (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3);
    }
    h ^ (h >> 29)
}

/// A small repeatable source of numbers.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }
}
