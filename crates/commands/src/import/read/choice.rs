//! A value of a closed list, in the words people write.

use std::collections::HashMap;
use std::sync::LazyLock;

use jisr_domain::person::Person;
use jisr_domain::record::{CodeList, Record};
use jisr_domain::text::label_key;

use crate::settings::Language;
use crate::words::word;

/// Words of lists beside those of the screens: a family, a code, the words.
const OTHER_WORDS: &str = include_str!("words.tsv");

/// By the name of the list, its words and the code each means.
static KNOWN: LazyLock<HashMap<&'static str, HashMap<String, &'static str>>> =
    LazyLock::new(|| {
        let imported = Person::DEFINITION
            .fields
            .iter()
            .filter(|field| field.place.imported);
        imported
            .filter_map(|field| field.shape.codes())
            .map(|list| (list.name, words_of(list)))
            .collect()
    });

fn words_of(list: &'static CodeList) -> HashMap<String, &'static str> {
    let family = list.family();
    let mut words = HashMap::new();
    for code in list.codes {
        for language in [Language::Ar, Language::Fr, Language::En] {
            for form in forms(&word(language, &format!("{family}.{code}"))) {
                words.insert(label_key(&form), *code);
            }
        }
        let others = OTHER_WORDS.lines().filter_map(|line| {
            let (of, rest) = line.split_once('\t')?;
            let (said, others) = rest.split_once('\t')?;
            (of == family && said == *code).then_some(others)
        });
        for other in others.flat_map(|others| others.split('|')) {
            words.insert(label_key(other), *code);
        }
    }
    words
}

/// «متزوج(ة)», «Marié(e)», «Veuf(ve)»: the words of a man, of a woman, and both as written.
fn forms(words: &str) -> Vec<String> {
    let mut forms = vec![words.to_owned()];
    if let Some((before, rest)) = words.split_once('(')
        && let Some((inside, after)) = rest.split_once(')')
    {
        forms.push(format!("{before}{after}"));
        forms.push(format!("{before}{inside}{after}"));
    }
    forms
}

/// The code a cell says of the list; none when it says none that is known.
pub fn read_choice(list: &CodeList, typed: &str) -> Option<&'static str> {
    KNOWN.get(list.name)?.get(&label_key(typed)).copied()
}
