//! Couples of names to learn from and to be judged on: same, random different, near misses.

use crate::data::{Data, Dice, Fold, keys};
use jisr_domain::name::full::Name;
use std::collections::{BTreeMap, BTreeSet};

/// A fold's names, by Arabic key.
pub struct Pool {
    pub groups: Vec<Group>,
    /// Latin spellings and Arabic keys attested together anywhere, to keep same names out of the different ones.
    pub together: BTreeSet<(String, String)>,
}

pub struct Group {
    pub key: String,
    pub arabic: Vec<String>,
    pub latin: Vec<String>,
}

pub type Couple = (String, String);

pub fn pool(data: &Data, wanted: &[Fold]) -> Pool {
    let mut map: BTreeMap<String, Group> = BTreeMap::new();
    let mut together = BTreeSet::new();
    for (row, fold) in &data.units {
        let (a, l) = (keys(&row.arabic).join(" "), keys(&row.latin).join(" "));
        together.insert((a.clone(), l.clone()));
        if wanted.contains(fold) {
            let g = map.entry(a.clone()).or_insert(Group {
                key: a,
                arabic: vec![],
                latin: vec![],
            });
            if !g.arabic.contains(&row.arabic) {
                g.arabic.push(row.arabic.clone());
            }
            g.latin.push(row.latin.clone());
        }
    }
    Pool {
        groups: map.into_values().collect(),
        together,
    }
}

impl Pool {
    pub fn cross(&self) -> Vec<Couple> {
        self.groups
            .iter()
            .flat_map(|g| g.latin.iter().map(|l| (g.arabic[0].clone(), l.clone())))
            .collect()
    }

    pub fn latin(&self) -> Vec<Couple> {
        let mut out = Vec::new();
        for g in &self.groups {
            for (i, a) in g.latin.iter().enumerate() {
                for b in &g.latin[i + 1..] {
                    if a.to_lowercase() != b.to_lowercase() {
                        out.push((a.clone(), b.clone()));
                    }
                }
            }
        }
        out
    }

    /// Spellings of Arabic names that clerks interchange, made from attested ones.
    pub fn arabic(&self) -> Vec<Couple> {
        let mut out = Vec::new();
        for g in &self.groups {
            let a = &g.arabic[0];
            for b in g.arabic.iter().skip(1) {
                out.push((a.clone(), b.clone()));
            }
            for (from, to) in [
                ("ث", "ت"),
                ("ذ", "د"),
                ("ظ", "ض"),
                ("ض", "د"),
                ("عبد ال", "عبدال"),
                ("بن ", "بن"),
                ("الحسن", "لحسن"),
                ("ائ", "اي"),
                ("اء", "ا"),
                ("ؤ", "و"),
                ("آ", "ا"),
            ] {
                if a.contains(from) && a.chars().count() > 3 {
                    out.push((a.clone(), a.replace(from, to)));
                }
            }
            if let Some(stem) = a.strip_prefix("ال")
                && stem.chars().count() > 3
            {
                out.push((a.clone(), stem.to_string()));
            }
            if let Some(stem) = a.strip_suffix('ه') {
                out.push((a.clone(), format!("{stem}ة")));
                if stem.chars().count() > 3 {
                    out.push((a.clone(), format!("{stem}ا")));
                }
            }
        }
        out
    }

    fn apart(&self, a: &Group, b: &Group, latin: &str) -> bool {
        a.key != b.key
            && !self
                .together
                .contains(&(a.key.clone(), keys(latin).join(" ")))
            && !b.latin.iter().any(|l| a.latin.contains(l))
    }

    /// Random couples of different names: Arabic–Latin, Latin–Latin, Arabic–Arabic.
    pub fn random(&self, kind: usize, count: usize, dice: &mut Dice) -> Vec<Couple> {
        let mut out = Vec::with_capacity(count);
        while out.len() < count {
            let (a, b) = (
                &self.groups[dice.below(self.groups.len())],
                &self.groups[dice.below(self.groups.len())],
            );
            let l = &b.latin[dice.below(b.latin.len())];
            if self.apart(a, b, l) {
                out.push(match kind {
                    0 => (a.arabic[0].clone(), l.clone()),
                    1 => (a.latin[dice.below(a.latin.len())].clone(), l.clone()),
                    _ => (a.arabic[0].clone(), b.arabic[0].clone()),
                });
            }
        }
        out
    }

    /// Near misses made by rule: a feminine end more (رشيد, *Rachida*).
    pub fn made(&self, kind: usize) -> Vec<Couple> {
        let mut out = Vec::new();
        for g in &self.groups {
            let arabic = &g.arabic[0];
            let letters: Vec<char> = arabic.chars().collect();
            let Some(last) = letters.last() else { continue };
            if arabic.contains(' ') || letters.len() < 4 {
                continue;
            }
            let (l, lower) = (&g.latin[0], g.latin[0].to_lowercase());
            if !"اهيىةءو".contains(*last) && !lower.ends_with(['a', 'i', 'o', 'u', 'y', 'é'])
            {
                let stem = if lower.ends_with('e') {
                    &l[..l.len() - 1]
                } else {
                    l
                };
                match kind {
                    0 => {
                        out.push((format!("{arabic}ه"), l.clone()));
                        out.push((arabic.clone(), format!("{stem}a")));
                    }
                    1 => out.push((l.clone(), format!("{stem}a"))),
                    _ => out.push((arabic.clone(), format!("{arabic}ه"))),
                }
            }
        }
        out
    }

    /// Near misses: names whose Arabic differs by one letter, articles apart, and that share no spelling.
    pub fn near(&self, kind: usize) -> Vec<Couple> {
        let bare: Vec<Vec<char>> = self.groups.iter().map(|g| strip(&g.arabic[0])).collect();
        let mut out = Vec::new();
        for (i, a) in self.groups.iter().enumerate() {
            for (j, b) in self.groups.iter().enumerate() {
                if i == j
                    || (kind != 0 && j < i)
                    || bare[i].len().abs_diff(bare[j].len()) > 1
                    || bare[i].len() < 3
                {
                    continue;
                }
                if bare[i] == bare[j] || !one_apart(&bare[i], &bare[j]) {
                    continue;
                }
                let l = &b.latin[0];
                if self.apart(a, b, l) {
                    out.push(match kind {
                        0 => (a.arabic[0].clone(), l.clone()),
                        1 => (a.latin[0].clone(), l.clone()),
                        _ => (a.arabic[0].clone(), b.arabic[0].clone()),
                    });
                }
            }
        }
        out
    }
}

/// Arabic letters folded hard: spellings that only differ so are no near miss but one name.
fn strip(arabic: &str) -> Vec<char> {
    let folded: String = arabic
        .chars()
        .filter(|c| *c != ' ' && *c != 'ء')
        .map(|c| match c {
            'أ' | 'إ' | 'آ' => 'ا',
            'ة' => 'ه',
            'ى' | 'ئ' => 'ي',
            'ؤ' => 'و',
            'ث' => 'ت',
            'ذ' => 'د',
            'ظ' => 'ض',
            c => c,
        })
        .collect();
    let folded = folded.strip_prefix("ال").unwrap_or(&folded);
    folded.strip_prefix('ل').unwrap_or(folded).chars().collect()
}

fn one_apart(a: &[char], b: &[char]) -> bool {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a[head..]
        .iter()
        .rev()
        .zip(b[head..].iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (ra, rb) = (a.len() - head - tail, b.len() - head - tail);
    // A final ه against ا or ي, and a first ا, are spelling.
    let soft = |s: &[char]| s.iter().all(|c| matches!(c, 'ا' | 'ه' | 'ي'));
    let edge = (tail == 0 && ra == 1 && rb == 1) || (head == 0 && ra + rb == 1);
    ra.max(rb) == 1 && !(edge && soft(&a[head..head + ra]) && soft(&b[head..head + rb]))
}

/// The traps of Annex B, in both scripts.
pub fn traps() -> Vec<Couple> {
    const SETS: &str = "حسن/Hassan|حسين/Houssine|محسن/Mohcine;سعد/Saad|سعيد/Said|سعاد/Souad;سالم/Salem|سليم/Slim|سلام/Salam;صالح/Saleh|صلاح/Salah;\
حميد/Hamid|حامد/Hamed;كمال/Kamal|كامل/Kamel;أمل/Amal|آمال/Amal;عبد الرحيم/Abderrahim|عبد الرحمان/Abderrahmane;عبد الكريم/Abdelkrim|عبد الكبير/Abdelkebir;\
عبد العلي/Abdelali|عبد العالي/Abdelaali;محمد/Mohamed|امحمد/M'hamed|محمود/Mahmoud;رشيد/Rachid|رشيدة/Rachida;نبيل/Nabil|نبيلة/Nabila;أمين/Amine|أمينة/Amina;\
المهدي/El Mehdi|مهدي/Mehdi;زهرة/Zohra|الزهراء/Zahra;عمر/Omar|عمار/Ammar;علي/Ali|علال/Allal";
    let mut out = Vec::new();
    for set in SETS.split(';') {
        let names: Vec<(&str, &str)> = set.split('|').filter_map(|n| n.split_once('/')).collect();
        for (i, a) in names.iter().enumerate() {
            for b in &names[i + 1..] {
                for (x, y) in [(a.0, b.0), (a.0, b.1), (b.0, a.1), (a.1, b.1)] {
                    if x != y {
                        out.push((x.to_string(), y.to_string()));
                    }
                }
            }
        }
    }
    out
}

/// One Arabic spelling and one Latin spelling of a random group.
pub fn pick<'a>(pool: &'a Pool, dice: &mut Dice) -> (usize, &'a str, &'a str) {
    let at = dice.below(pool.groups.len());
    let g = &pool.groups[at];
    (at, &g.arabic[0], &g.latin[dice.below(g.latin.len())])
}

/// Full names composed of the pool's single names: same, then different ones (which share a part, as families do).
pub fn composed(pool: &Pool, count: usize, dice: &mut Dice) -> (Vec<Couple>, Vec<Couple>) {
    // A title alone is a name, beside another it is none.
    let single = |s: &str| {
        Name::read(s).parts().len() == 1 && Name::read(&format!("{s} x{s}")).parts().len() == 2
    };
    let (mut same, mut different) = (Vec::new(), Vec::new());
    while same.len() < count {
        let (x, y, z) = (pick(pool, dice), pick(pool, dice), pick(pool, dice));
        if x.0 == y.0
            || y.0 == z.0
            || x.0 == z.0
            || ![x.1, x.2, y.1, y.2, z.1, z.2].iter().all(|s| single(s))
        {
            continue;
        }
        let again = |g: usize, dice: &mut Dice| {
            let l = &pool.groups[g].latin;
            l[dice.below(l.len())].clone()
        };
        let (lx, ly) = (again(x.0, dice), again(y.0, dice));
        let left = if dice.below(3) == 0 {
            format!("{} {}", x.2, y.2)
        } else {
            format!("{} {}", x.1, y.1)
        };
        let right = match dice.below(10) {
            0 | 1 => format!("{ly} {lx}"),
            2 => format!("{lx} {} {ly}", z.2),
            _ => format!("{lx} {ly}"),
        };
        same.push((left.clone(), right));
        // The same disorder befalls different people: swapped, a part more, three parts of which two agree.
        let stranger = again(z.0, dice);
        let other = pick(pool, dice);
        let (a, b) = match dice.below(3) {
            0 => (lx, stranger),
            1 => (stranger, ly),
            _ => (stranger, other.2.to_string()),
        };
        different.push(match dice.below(10) {
            0 | 1 => (left, format!("{b} {a}")),
            2 => (left, format!("{a} {} {b}", pick(pool, dice).2)),
            3 | 4 => {
                let third = pick(pool, dice);
                (
                    format!(
                        "{left} {}",
                        if dice.below(2) == 0 { third.1 } else { third.2 }
                    ),
                    format!("{} {} {}", again(x.0, dice), again(y.0, dice), b),
                )
            }
            _ => (left, format!("{a} {b}")),
        });
    }
    (same, different)
}
