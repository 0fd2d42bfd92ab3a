//! Months by their names.

use std::sync::LazyLock;

use jisr_domain::text::label_key;

/// The months as they are named here, elsewhere in the Arab world, in French and in English, and as they are cut short.
pub(super) const MONTHS: [&str; 12] = [
    "يناير|جانفي|كانون الثاني|janvier|janv|jan|january",
    "فبراير|فيفري|شباط|fevrier|fevr|fev|february|feb",
    "مارس|آذار|mars|mar|march",
    "أبريل|ابريل|أفريل|نيسان|avril|avr|april|apr",
    "ماي|مايو|أيار|mai|may",
    "يونيو|يونيه|جوان|حزيران|juin|june|jun",
    "يوليوز|يوليو|يوليه|جويلية|تموز|juillet|juil|july|jul",
    "غشت|أغسطس|أوت|آب|aout|aou|august|aug",
    "شتنبر|سبتمبر|أيلول|septembre|sept|sep|september",
    "أكتوبر|اكتوبر|تشرين الأول|octobre|oct|october",
    "نونبر|نوفمبر|تشرين الثاني|novembre|nov|november",
    "دجنبر|ديسمبر|كانون الأول|decembre|dec|december",
];

/// The names of the months as they are compared, with their numbers from 1.
static NAMES: LazyLock<Vec<(u32, String)>> = LazyLock::new(|| {
    (1..)
        .zip(MONTHS)
        .flat_map(|(number, names)| names.split('|').map(move |name| (number, label_key(name))))
        .collect()
});

/// The month named in `words`, and where.
pub(super) fn month_in(words: &[&str]) -> Option<(u32, usize)> {
    if words
        .iter()
        .all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    NAMES.iter().find_map(|(number, key)| {
        let found = match key.split_once(' ') {
            None => words.iter().position(|word| word == key),
            Some((one, two)) => words.windows(2).position(|pair| pair == [one, two]),
        };
        found.map(|place| (*number, place))
    })
}
