//! Lays two bounded spellings side by side, piece by piece, at the best sum of learned weights.
//!
//! A weight is in bits: how much likelier the two pieces stand together in two spellings of one name than by chance
//! (the log-odds of a joint model against two independent letters' models, as substitution tables of biology are).

/// Weight of letters on one side with nothing learned for them on the other.
pub const STRANGER: f32 = -7.0;

/// A piece of a spelling: up to three letters.
pub type Piece = ([u8; 3], u8);

/// A learned correspondence of two pieces.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Letters of the right-hand spelling, `len` of them.
    pub right: Piece,
    /// Bits.
    pub weight: f32,
}

/// Weights of one kind of comparison, arranged for alignment.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Arcs from nothing, by first letter on the right.
    none: Vec<Arc>,
    /// Arcs from one letter.
    one: Vec<Vec<Arc>>,
    /// Arcs from two or three letters (zero-filled): few, sorted by letters.
    more: Vec<([u8; 3], Vec<Arc>)>,
    /// Which letters begin an entry of `more`.
    begins: Vec<bool>,
}

/// What an alignment found.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Found {
    /// Sum of weights, bits.
    pub total: f32,
    /// The least weight of any piece pair.
    pub worst: f32,
    /// Sum of the negative weights.
    pub against: f32,
    /// Sum of the negative weights of pieces that hold a consonant.
    pub consonants: f32,
    /// Sum of the weights of pieces that hold the end of the name.
    pub ends: f32,
}

/// A piece from letters; longer ones are cut.
pub fn piece(letters: &[u8]) -> Piece {
    let mut out = [0; 3];
    let mut len = 0;
    for (slot, &c) in out.iter_mut().zip(letters) {
        *slot = c;
        len += 1;
    }
    (out, len)
}

impl Table {
    /// Arranges (left piece, right piece, weight) entries. Every letter may also stand alone against nothing, at the
    /// weight of a stranger.
    pub fn new(entries: impl IntoIterator<Item = (Vec<u8>, Vec<u8>, f32)>) -> Self {
        let mut table = Self {
            none: Vec::new(),
            one: vec![Vec::new(); 256],
            more: Vec::new(),
            begins: vec![false; 256],
        };
        for (left, right, weight) in entries {
            let arc = Arc {
                right: piece(&right),
                weight,
            };
            match left.as_slice() {
                [] => table.none.push(arc),
                [a] => table.one[usize::from(*a)].push(arc),
                [a, ..] => {
                    table.begins[usize::from(*a)] = true;
                    let key = piece(&left).0;
                    match table.more.iter_mut().find(|(at, _)| *at == key) {
                        Some((_, arcs)) => arcs.push(arc),
                        None => table.more.push((key, vec![arc])),
                    }
                }
            }
        }
        table.more.sort_by_key(|(key, _)| *key);
        for letter in 0..=u8::MAX {
            if letter == b'^' || letter == b'$' {
                continue;
            }
            let arcs = &mut table.one[usize::from(letter)];
            if !arcs.iter().any(|a| a.right.1 == 0) {
                arcs.push(Arc {
                    right: piece(&[]),
                    weight: STRANGER,
                });
            }
            if !table.none.iter().any(|a| a.right == piece(&[letter])) {
                table.none.push(Arc {
                    right: piece(&[letter]),
                    weight: STRANGER,
                });
            }
        }
        table.none.sort_by_key(|a| a.right.0[0]);
        table
    }

    fn longer(&self, letters: &[u8]) -> &[Arc] {
        match self
            .more
            .binary_search_by_key(&piece(letters).0, |(key, _)| *key)
        {
            Ok(at) => &self.more[at].1,
            Err(_) => &[],
        }
    }

    fn inserted(&self, first: u8) -> &[Arc] {
        let low = self.none.partition_point(|a| a.right.0[0] < first);
        let high = self.none.partition_point(|a| a.right.0[0] <= first);
        &self.none[low..high]
    }

    /// The best alignment of two bounded spellings.
    pub fn align(&self, left: &[u8], right: &[u8]) -> Found {
        let cells = self.cells(left, right);
        let end = cells.last().copied().unwrap_or(Cell::UNREACHED);
        Found {
            total: end.total,
            worst: end.worst,
            against: end.against,
            consonants: end.consonants,
            ends: end.ends,
        }
    }

    /// The best alignment of all of one spelling, typed so far and without its `$`, with the beginning of the other:
    /// the left one when `left_typed`, else the right one.
    pub fn align_start(&self, left: &[u8], right: &[u8], left_typed: bool) -> Found {
        let cells = self.cells(left, right);
        let width = right.len() + 1;
        let reached = cells.iter().enumerate().filter(|(at, _)| {
            if left_typed {
                at / width == left.len()
            } else {
                at % width == right.len()
            }
        });
        let end = reached
            .map(|(_, cell)| *cell)
            .max_by(|a, b| a.total.total_cmp(&b.total))
            .unwrap_or(Cell::UNREACHED);
        Found {
            total: end.total,
            worst: end.worst,
            against: end.against,
            consonants: end.consonants,
            ends: end.ends,
        }
    }

    /// The pieces of the best alignment, from the end, with their weights: the reasons behind the figures.
    pub fn pieces<'a>(&self, left: &'a [u8], right: &'a [u8]) -> Vec<(&'a [u8], &'a [u8], f32)> {
        let cells = self.cells(left, right);
        let width = right.len() + 1;
        let mut at = cells.len() - 1;
        let mut out = Vec::new();
        while at > 0 && cells[at].total > f32::NEG_INFINITY {
            let from = cells[at].from;
            out.push((
                &left[from / width..at / width],
                &right[from % width..at % width],
                cells[at].total - cells[from].total,
            ));
            at = from;
        }
        out
    }

    fn cells(&self, left: &[u8], right: &[u8]) -> Vec<Cell> {
        let width = right.len() + 1;
        let mut best = vec![Cell::UNREACHED; (left.len() + 1) * width];
        best[0] = Cell::START;
        let nones: Vec<&[Arc]> = right.iter().map(|&c| self.inserted(c)).collect();
        for i in 0..=left.len() {
            // What the letters here may stand for does not hang on what they are laid beside.
            let begins = left.get(i).is_some_and(|&a| self.begins[usize::from(a)]);
            let longer = [2, 3].map(|taken| {
                let piece = left.get(i..i + taken).filter(|_| begins)?;
                let arcs = self.longer(piece);
                (!arcs.is_empty()).then(|| (arcs, piece.iter().any(|&c| !is_weak(c))))
            });
            for j in 0..=right.len() {
                let mut here = best[i * width + j];
                if here.total == f32::NEG_INFINITY {
                    continue;
                }
                here.from = i * width + j;
                let ahead = &right[j..];
                if let Some(arcs) = nones.get(j) {
                    if ends_in_vowel(ahead) {
                        // It answers the end itself (`$` against `a$`) or costs dear: it makes رشيد or رشيدة.
                        best[i * width + j + 1].take(here.step(STRANGER, false, false));
                    } else {
                        relax(&mut best, here, i * width + j, ahead, arcs, false);
                    }
                }
                let Some(&a) = left.get(i) else { continue };
                let stranger = ahead.first().is_some_and(|&c| c != b'$' && c != b'^')
                    && a != b'$'
                    && a != b'^';
                let consonant = !is_weak(a);
                let row = (i + 1) * width + j;
                relax_one(
                    &mut best,
                    here,
                    row,
                    ahead,
                    &self.one[usize::from(a)],
                    consonant,
                    &left[i..],
                );
                if stranger {
                    best[row + 1].take(here.step(STRANGER, consonant || !is_weak(ahead[0]), false));
                }
                for (taken, longer) in (2..).zip(&longer) {
                    if let Some((arcs, consonant)) = longer {
                        let row = (i + taken) * width + j;
                        relax(&mut best, here, row, ahead, arcs, *consonant);
                    }
                }
            }
        }
        best
    }
}

/// Letters whose loss or change alone seldom makes another name: vowels, weak letters, ع and hamza, silent h, bounds.
pub fn is_weak(c: u8) -> bool {
    use crate::name::letters::arabic::{ARTICLE, FIRST};
    matches!(
        c,
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'w' | b'h' | b'^' | b'$' | ARTICLE
    ) || matches!(c.wrapping_sub(FIRST), 0 | 17 | 25..=28)
}

#[derive(Clone, Copy)]
struct Cell {
    total: f32,
    worst: f32,
    against: f32,
    consonants: f32,
    ends: f32,
    /// The cell it was reached from.
    from: usize,
}

impl Cell {
    const UNREACHED: Self = Self {
        total: f32::NEG_INFINITY,
        worst: 0.0,
        against: 0.0,
        consonants: 0.0,
        ends: 0.0,
        from: 0,
    };
    const START: Self = Self {
        total: 0.0,
        worst: 0.0,
        against: 0.0,
        consonants: 0.0,
        ends: 0.0,
        from: 0,
    };

    fn step(self, weight: f32, consonant: bool, end: bool) -> Self {
        let against = weight.min(0.0);
        Self {
            total: self.total + weight,
            worst: self.worst.min(weight),
            against: self.against + against,
            consonants: self.consonants + if consonant { against } else { 0.0 },
            ends: self.ends + if end { weight } else { 0.0 },
            from: self.from,
        }
    }

    fn take(&mut self, other: Self) {
        if other.total > self.total {
            *self = other;
        }
    }
}

/// Whether only a vowel stands before the end.
fn ends_in_vowel(ahead: &[u8]) -> bool {
    matches!(ahead, [v, b'$'] if crate::name::letters::latin::is_vowel(*v))
}

/// Whether two different vowels stand against each other at an end: *Amine*, *Amina*. Like a last vowel against nothing
/// they must answer with the end (`e$` against `a$`).
pub fn last_change(left: u8, right: u8, next_left: Option<&u8>, next_right: Option<&u8>) -> bool {
    use crate::name::letters::latin::is_vowel;
    left != right
        && is_vowel(left)
        && is_vowel(right)
        && (next_left == Some(&b'$') || next_right == Some(&b'$'))
}

/// As [`relax`], but a last vowel may not vanish nor change.
fn relax_one(
    best: &mut [Cell],
    here: Cell,
    row: usize,
    ahead: &[u8],
    arcs: &[Arc],
    consonant: bool,
    left: &[u8],
) {
    let vowel = left.first().copied().unwrap_or(0);
    let guarded = crate::name::letters::latin::is_vowel(vowel)
        && (ends_in_vowel(left) || ends_in_vowel(ahead));
    if guarded {
        let gone = left.get(1) == Some(&b'$');
        let kept = |a: &&Arc| match a.right.1 {
            0 => !gone,
            1 => !last_change(vowel, a.right.0[0], left.get(1), ahead.get(1)),
            _ => true,
        };
        for arc in arcs.iter().filter(kept) {
            relax(best, here, row, ahead, std::slice::from_ref(arc), consonant);
        }
        if gone {
            best[row].take(here.step(STRANGER, false, false));
        }
    } else {
        relax(best, here, row, ahead, arcs, consonant);
    }
}

fn relax(best: &mut [Cell], here: Cell, row: usize, ahead: &[u8], arcs: &[Arc], consonant: bool) {
    for arc in arcs {
        let len = usize::from(arc.right.1);
        let Some(slice) = ahead.get(..len) else {
            continue;
        };
        // Byte by byte: pieces are of three letters at most, and a call to compare them was a tenth of all the time.
        let [a, b, c] = arc.right.0;
        let met = match *slice {
            [] => true,
            [x] => x == a,
            [x, y] => x == a && y == b,
            [x, y, z] => x == a && y == b && z == c,
            _ => false,
        };
        if met {
            let consonant = consonant || slice.iter().any(|&c| !is_weak(c));
            best[row + len].take(here.step(arc.weight, consonant, slice.last() == Some(&b'$')));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_reading_is_taken() {
        let table = Table::new([
            (b"^".to_vec(), b"^".to_vec(), 0.0),
            (b"$".to_vec(), b"$".to_vec(), 0.0),
            (b"c".to_vec(), b"s".to_vec(), -2.0),
            (b"ch".to_vec(), b"sh".to_vec(), 3.0),
            (b"h".to_vec(), b"h".to_vec(), 1.0),
        ]);
        let found = table.align(b"^ch$", b"^sh$");
        assert!((found.total - 3.0).abs() < 1e-6);
        assert!(found.worst.abs() < 1e-6);
    }
}
