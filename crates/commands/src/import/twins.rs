//! The same person twice in one list.

use std::collections::HashMap;

use jisr_domain::person::{Person, cnie_is_usual};
use jisr_domain::text::label_key;

/// Those of the rows seen so far, by what says that two are one: the same paper; the same name with the same birth or the
/// same telephone.
#[derive(Default)]
pub struct Twins {
    seen: HashMap<String, u32>,
}

impl Twins {
    /// The row in which `person`, of row `number`, stood before.
    pub fn before(&mut self, person: &Person, number: u32) -> Option<u32> {
        let keys = keys(person);
        let before = keys.iter().find_map(|key| self.seen.get(key).copied());
        for key in keys {
            self.seen.entry(key).or_insert(number);
        }
        before
    }
}

fn keys(person: &Person) -> Vec<String> {
    let mut keys = Vec::new();
    // What is no number of a card is what somebody wrote for everybody who had none.
    if let Some(cnie) = person.cnie.as_deref().filter(|cnie| cnie_is_usual(cnie)) {
        keys.push(format!("c{cnie}"));
    }
    if let Some(idcs) = person.idcs.as_deref().filter(|idcs| idcs.len() > 6) {
        keys.push(format!("i{idcs}"));
    }
    let name = |given: &Option<String>, family: &Option<String>| {
        let (given, family) = (given.as_deref()?, family.as_deref()?);
        Some(format!("{} {}", label_key(given), label_key(family)))
    };
    let names = [
        name(&person.given_name_ar, &person.family_name_ar),
        name(&person.given_name_lat, &person.family_name_lat),
    ];
    for name in names.into_iter().flatten() {
        if let Some(birth) = person.birth_date.as_deref().filter(|birth| birth.len() > 4) {
            keys.push(format!("b{name} {birth}"));
        }
        if let Some(phone) = &person.phone {
            keys.push(format!("t{name} {phone}"));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str, birth: &str, cnie: &str) -> Person {
        Person {
            given_name_ar: Some(name.into()),
            family_name_ar: Some("بنعلي".into()),
            birth_date: Some(birth.into()),
            cnie: (!cnie.is_empty()).then(|| cnie.into()),
            ..Person::default()
        }
    }

    #[test]
    fn a_paper_or_a_name_with_its_birth_says_that_two_rows_are_one() {
        let mut twins = Twins::default();
        assert_eq!(
            twins.before(&person("أمينة", "1991-03-14", "GB1234"), 2),
            None
        );
        assert_eq!(
            twins.before(&person("فاطمة", "1985-01-01", "GB1234"), 3),
            Some(2)
        );
        assert_eq!(twins.before(&person("امينه", "1991-03-14", ""), 4), Some(2));
        // A year and a name are those of many.
        assert_eq!(twins.before(&person("زينب", "1991", ""), 5), None);
        assert_eq!(twins.before(&person("زينب", "1991", ""), 6), None);
        assert_eq!(twins.before(&person("سعاد", "1991", "12345"), 7), None);
        assert_eq!(twins.before(&person("حسن", "1970", "12345"), 8), None);
    }
}
