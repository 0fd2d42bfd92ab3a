//! The ways one part can be read: with its article or without, as a servant's name (عبد …) or whole.

use crate::name::letters::{arabic, latin};

/// ا then ل.
pub const AL: [u8; 2] = [arabic::FIRST, arabic::FIRST + 22];
/// ع ب د.
const ABD: [u8; 3] = [arabic::FIRST + 17, arabic::FIRST + 1, arabic::FIRST + 7];
/// The article and دين, as the tail of نور الدين.
const DIN: [u8; 4] = [
    arabic::ARTICLE,
    arabic::FIRST + 7,
    arabic::FIRST + 27,
    arabic::FIRST + 24,
];
/// ب ن.
const BEN: [u8; 2] = [arabic::FIRST + 1, arabic::FIRST + 24];
const LAM: u8 = arabic::FIRST + 22;

/// What was taken off to read a form: two forms compare fairly only if what was taken agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Off {
    /// Nothing.
    Nothing,
    /// An article written apart or plainly: العلوي, El Alaoui.
    Article,
    /// An article that may be there, glued: Lalaoui, Elidrissi, Essaidi.
    Glued,
    /// عبد and its article; the name is what is left.
    Servant,
    /// الدين; the name is what stands before it.
    Faith,
}

/// One reading of a part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// Folded letters between the bounds `^` and `$`.
    pub letters: Vec<u8>,
    /// What was taken off.
    pub off: Off,
}

impl Form {
    fn new(letters: &[u8], off: Off) -> Self {
        let mut bounded = Vec::with_capacity(letters.len() + 2);
        bounded.push(b'^');
        bounded.extend(letters.iter().take(46));
        bounded.push(b'$');
        Self {
            letters: bounded,
            off,
        }
    }

    /// A reading with nothing taken off and no folding.
    pub fn whole(letters: Vec<u8>) -> Self {
        Self::new(&letters, Off::Nothing)
    }

    /// Letters without the bounds.
    pub fn bare(&self) -> &[u8] {
        let end = self.letters.len().saturating_sub(1).max(1);
        &self.letters[1..end]
    }
}

/// Readings of an Arabic part, particles already joined.
pub fn arabic(letters: &[u8]) -> Vec<Form> {
    let mut forms = Vec::new();
    let letters = &single(&inner_articles(letters));
    match letters.as_slice() {
        [a, l, rest @ ..] if [*a, *l] == AL && rest.len() >= 2 => {
            forms.push(Form::new(rest, Off::Article));
            // الياس, الدو: the ال may be the name's own.
            forms.push(Form::new(letters, Off::Nothing));
        }
        [l, rest @ ..] if *l == LAM && rest.len() >= 3 => {
            forms.push(Form::new(letters, Off::Nothing));
            forms.push(Form::new(rest, Off::Glued));
        }
        _ => forms.push(Form::new(letters, Off::Nothing)),
    }
    // بن العابد is said and written بلعابد, *Belabed*.
    if letters.starts_with(&BEN) && letters.get(2) == Some(&arabic::ARTICLE) {
        let mut said = vec![BEN[0], LAM];
        said.extend(&letters[3..]);
        forms.push(Form::new(&said, Off::Nothing));
    }
    // بن ادريس, *Ben Driss*: the first alef falls in speech, behind بن as at the front.
    if letters.starts_with(&BEN) && letters.get(2) == Some(&AL[0]) && letters.len() >= 6 {
        let mut said = BEN.to_vec();
        said.extend(&letters[3..]);
        forms.push(Form::new(&said, Off::Nothing));
    }
    if letters.starts_with(&ABD) && letters.get(3) == Some(&arabic::ARTICLE) {
        forms.push(Form::new(&letters[4..], Off::Servant));
    }
    if letters.ends_with(&DIN) && letters.len() > DIN.len() + 1 {
        forms.push(Form::new(&letters[..letters.len() - DIN.len()], Off::Faith));
    }
    forms
}

/// Doubled consonants once: they arise where particles are joined (بن ناصر, *Bennacer*).
fn single(letters: &[u8]) -> Vec<u8> {
    let mut out = letters.to_vec();
    out.dedup_by(|a, b| a == b && !matches!(a.wrapping_sub(arabic::FIRST), 0 | 25..=27));
    out
}

/// Marks the articles of compounds typed as one word: عبدالله, نورالدين.
fn inner_articles(letters: &[u8]) -> Vec<u8> {
    let mut out = letters.to_vec();
    // At the front, or behind بن: بنعبدالله.
    if let Some(at) = out
        .windows(5)
        .take(4)
        .position(|w| w.starts_with(&ABD) && w.ends_with(&AL))
        && out.len() >= at + 7
    {
        out.splice(at + 3..at + 5, [arabic::ARTICLE]);
    }
    let tail = [AL[0], AL[1], DIN[1], DIN[2], DIN[3]];
    if out.ends_with(&tail) && out.len() >= tail.len() + 2 {
        let at = out.len() - tail.len();
        out.splice(at..at + 2, [arabic::ARTICLE]);
    }
    out
}

/// Readings of a Latin part from its plain letters; `article` says that one stood apart before it.
pub fn latin(plain: &[u8], article: bool) -> Vec<Form> {
    let whole = latin::fold(plain);
    let mut forms = vec![Form::new(
        &whole,
        if article { Off::Article } else { Off::Nothing },
    )];
    if !article {
        for cut in glued_articles(plain) {
            forms.push(Form::new(&latin::fold(&plain[cut..]), Off::Glued));
        }
    }
    for stem in servant_stems(plain) {
        forms.push(Form::new(&latin::fold(stem), Off::Servant));
    }
    if let Some(stem) = faith_stem(plain) {
        forms.push(Form::new(&latin::fold(stem), Off::Faith));
    }
    forms
}

/// Where the letters may begin if an article is glued before them.
fn glued_articles(plain: &[u8]) -> Vec<usize> {
    let mut cuts = Vec::new();
    match plain {
        [b'e' | b'a', b'l', rest @ ..] if rest.len() >= 3 => cuts.push(2),
        [b'l', b'a', rest @ ..] if rest.len() >= 3 => {
            cuts.push(1);
            if !rest.first().is_some_and(|&c| latin::is_vowel(c)) {
                cuts.push(2);
            }
        }
        [b'l', rest @ ..] if rest.len() >= 3 => cuts.push(1),
        // A sun letter doubled after e or a: Essaidi, Assaidi, Ezzahra, Ennaji.
        [b'e' | b'a', c, d, rest @ ..] if c == d && rest.len() >= 2 && b"dnrstzc".contains(c) => {
            cuts.push(1)
        }
        [b'e' | b'a', b'c', b'h', rest @ ..] if rest.len() >= 3 => cuts.push(1),
        _ => {}
    }
    cuts
}

/// What may be left of *Abdelkrim*, *Abderrahim*, *Abdellatif* when the servant and the article are off.
fn servant_stems(plain: &[u8]) -> Vec<&[u8]> {
    let Some(rest) = plain.strip_prefix(b"abd") else {
        return Vec::new();
    };
    let vowels = rest
        .iter()
        .take_while(|c| latin::is_vowel(**c))
        .count()
        .min(2);
    let after = &rest[vowels..];
    let mut stems = Vec::new();
    match after {
        // ل ends the article, or begins the name, or both: Abdelatif, Abdellatif.
        [b'l', stem @ ..] if stem.len() >= 2 && vowels > 0 => {
            stems.push(stem);
            if stem.first().is_some_and(|&c| latin::is_vowel(c)) {
                stems.push(after);
            }
            // Abd el Er-Rahim and Abdelrrahim are slips not worth a rule.
            if let [b'e' | b'a', c, d, ..] = stem
                && c == d
            {
                stems.push(&stem[1..]);
            }
        }
        _ if after.len() >= 3 => stems.push(after),
        _ => {}
    }
    stems
}

/// What stands before *eddine* in *Noureddine*.
fn faith_stem(plain: &[u8]) -> Option<&[u8]> {
    let cut = [
        "eddine", "eddin", "edine", "addine", "adine", "edin", "addin", "dine", "din", "ddine",
    ]
    .iter()
    .filter_map(|tail| plain.strip_suffix(tail.as_bytes()))
    .min_by_key(|stem| stem.len())?;
    (cut.len() >= 2).then_some(cut)
}
