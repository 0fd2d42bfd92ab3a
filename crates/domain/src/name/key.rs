//! Keys under which a register finds the few names worth weighing.
//!
//! A part's key is its consonants in coarse classes that both scripts share: vowels, weak letters, ع, ح and ه, which
//! spelling drops or doubles, are left out; letters that one script cannot tell apart (ق ك خ غ, k q c g) are one class.
//! Where a letter has two readings the part has two keys. A name is filed under each key, and under each two of them.

use crate::name::form::{Form, Off};
use crate::name::full::Name;
use crate::name::letters::{Script, arabic};
use crate::name::parse::Part;
use std::collections::BTreeSet;

/// Most keys of one reading: letters with two readings multiply.
const MOST: usize = 8;

/// The keys of one part. Two spellings of one name nearly always share one; most different names share none.
pub fn of_part(part: &Part) -> Vec<String> {
    let mut keys = BTreeSet::new();
    if part.initial {
        return Vec::new();
    }
    let servant = part.forms.iter().any(|f| f.off == Off::Servant);
    for form in &part.forms {
        let mark = if form.off == Off::Servant { "*" } else { "" };
        // عبد would put a tenth of the country under one beginning; what is left of the name is the key.
        if servant && form.off != Off::Servant && part.script != Script::Other {
            continue;
        }
        for key in of_form(part.script, form) {
            if !key.is_empty() {
                keys.insert(format!("{mark}{key}"));
            }
        }
    }
    if keys.is_empty() {
        // علي, Ali: no consonant but the weak ones; file them under the letters that are left.
        keys.extend(
            part.forms
                .iter()
                .map(|f| format!("-{}", f.bare().len().min(4))),
        );
    }
    keys.into_iter().collect()
}

/// The keys of two parts taken together, in one order whatever theirs: what a register of a million files names under,
/// for a first name alone (محمد) would bring one record in twenty.
pub fn of_pairs(name: &Name) -> Vec<String> {
    let each: Vec<Vec<String>> = name.parts().iter().map(of_part).collect();
    let mut keys = BTreeSet::new();
    for (at, one) in each.iter().enumerate() {
        for other in &each[at + 1..] {
            for a in one {
                for b in other {
                    let (low, high) = if a <= b { (a, b) } else { (b, a) };
                    keys.insert(format!("{low}+{high}"));
                }
            }
        }
    }
    keys.into_iter().collect()
}

fn of_form(script: Script, form: &Form) -> Vec<String> {
    match script {
        Script::Arabic => arabic_keys(form.bare()),
        Script::Latin => latin_keys(form.bare()),
        Script::Other => vec![String::from_utf8_lossy(form.bare()).into_owned()],
    }
}

/// Appends a class, or each of two, to every key so far.
fn push(keys: &mut Vec<String>, classes: &[&str]) {
    let before = std::mem::take(keys);
    for key in &before {
        for class in classes {
            if keys.len() < MOST {
                keys.push(format!("{key}{class}"));
            }
        }
    }
}

fn arabic_keys(letters: &[u8]) -> Vec<String> {
    let mut keys = vec![String::new()];
    for (at, &code) in letters.iter().enumerate() {
        let classes: &[&str] = match arabic::show(code) {
            Some('ب') => &["B"],
            Some('ت' | 'ط') => &["T"],
            Some('ث') => &["T", "S"],
            Some('د' | 'ض') => &["D"],
            Some('ذ' | 'ظ') => &["D", "Z"],
            Some('ج') => &["J"],
            Some('ك' | 'ق' | 'خ' | 'غ') => &["K"],
            Some('ر') => &["R"],
            Some('ز') => &["Z"],
            Some('س' | 'ص') => &["S"],
            Some('ش') => &["X"],
            Some('ف') => &["F"],
            Some('ل') => &["L"],
            Some('م') => &["M"],
            Some('ن') => &["N"],
            // حياة: *Hayat*.
            Some('ه') if at + 1 == letters.len() && at > 1 => &["", "T"],
            Some('ٱ') => &["", "L"],
            _ => &[],
        };
        if !classes.is_empty() {
            push(&mut keys, classes);
        }
    }
    keys
}

fn latin_keys(letters: &[u8]) -> Vec<String> {
    let mut keys = vec![String::new()];
    let mut at = 0;
    while at < letters.len() {
        let next = letters.get(at + 1).copied().unwrap_or(0);
        let (classes, taken): (&[&str], usize) = match (letters[at], next) {
            (b'c' | b's', b'h') => (&["X"], 2),
            (b'k' | b'g', b'h') | (b'c', b'k' | b'q') => (&["K"], 2),
            (b'r', b'h') => (&["R", "K"], 2),
            (b'd', b'j') => (&["J"], 2),
            (b'p', b'h') => (&["F"], 2),
            (b'c', b'e' | b'i' | b'y') => (&["S"], 1),
            (b'g', b'e' | b'i' | b'y') => (&["J", "K"], 1),
            (b'b' | b'p', _) => (&["B"], 1),
            (b't', _) => (&["T"], 1),
            (b'd', _) => (&["D"], 1),
            (b'j', _) => (&["J"], 1),
            (b'k' | b'q' | b'c' | b'g', _) => (&["K"], 1),
            (b'r', _) => (&["R"], 1),
            (b'z', _) => (&["Z"], 1),
            (b's', _) => (&["S"], 1),
            (b'x', _) => (&["KS"], 1),
            (b'f' | b'v', _) => (&["F"], 1),
            (b'l', _) => (&["L"], 1),
            (b'm', _) => (&["M"], 1),
            (b'n', _) => (&["N"], 1),
            _ => (&[], 1),
        };
        if !classes.is_empty() {
            push(&mut keys, classes);
        }
        at += taken;
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(a: &str, b: &str) -> bool {
        let (a, b) = (Name::read(a), Name::read(b));
        let keys = of_part(&a.parts()[0]);
        of_part(&b.parts()[0]).iter().any(|k| keys.contains(k))
    }

    #[test]
    fn both_scripts_are_filed_together() {
        for (a, b) in [
            ("رشيد", "Rachid"),
            ("عبد الرحيم", "Abderrahim"),
            ("الغزاوي", "Rhazaoui"),
            ("حياة", "Hayat"),
            ("العلوي", "Lalaoui"),
            ("يوسف", "Youssouf"),
        ] {
            assert!(shared(a, b), "{a} {b}");
        }
        assert!(!shared("رشيد", "Mohamed"));
    }

    #[test]
    fn order_does_not_matter_to_pairs() {
        assert_eq!(
            of_pairs(&Name::read("Rachid Alaoui")),
            of_pairs(&Name::read("Alaoui Rachid"))
        );
    }
}
