//! What was typed in the search box, as things a person must match.

use jisr_domain::person::{fold_cnie, normalise_phone};
use jisr_domain::text::{latin_digits, search_tokens};

/// Shortest fragment looked for among keys: below it half the center would come.
const SHORTEST_KEY: usize = 3;

/// One thing typed: a person matches by a word of their name, or by a key, or by a case.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Need {
    /// A word of the name that starts so.
    pub(super) name: Option<String>,
    /// The word is this and no longer one: what was typed says more than its key.
    pub(super) whole: bool,
    /// Keys that start so.
    pub(super) keys: Vec<String>,
    /// A case whose number starts so.
    pub(super) case: Option<String>,
}

/// Reads a query. Every need must be met.
pub(super) fn needs(typed: &str) -> Vec<Need> {
    let typed = latin_digits(typed);
    let typed = typed.trim();
    if let Some(need) = telephone(typed) {
        return vec![need];
    }
    let mut needs = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    let mut words = typed.split_whitespace().peekable();
    while let Some(word) = words.next() {
        // «AB 123456»: a CNIE typed with its space.
        let series = word.len() <= 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
        if series
            && let Some(number) = words.next_if(|next| {
                next.len() >= SHORTEST_KEY && next.bytes().all(|b| b.is_ascii_digit())
            })
        {
            needs.push(Need {
                keys: vec![fold_cnie(&format!("{word}{number}"))],
                ..Need::default()
            });
        } else if word.chars().any(|c| c.is_ascii_digit()) {
            // A number within a name: a telephone, a paper file.
            needs.push(telephone(word).unwrap_or_else(|| with_digits(word)));
        } else {
            names.push(word);
        }
    }
    needs.extend(
        search_tokens(&names.join(" "))
            .into_iter()
            .map(|name| Need {
                whole: is_hollow(&name, &names),
                name: Some(name),
                ..Need::default()
            }),
    );
    needs.retain(|need| *need != Need::default());
    needs
}

/// Whether a key of one letter is all that is left of a longer word: «zzzz» is not the start of every name in Z.
fn is_hollow(key: &str, typed: &[&str]) -> bool {
    const LONGEST_INITIAL: usize = 2;
    key.chars().count() == 1
        && typed.iter().any(|word| {
            word.chars().filter(|c| c.is_alphabetic()).count() > LONGEST_INITIAL
                && search_tokens(word) == [key]
        })
}

/// Digits with what people put between them: a telephone, or the start of one.
fn telephone(typed: &str) -> Option<Need> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let only = typed
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '.' | '(' | ')' | '/'));
    if !only || digits.len() < SHORTEST_KEY {
        return None;
    }
    let mut keys = vec![digits.clone()];
    keys.extend(normalise_phone(typed));
    let national = digits.strip_prefix("00212").or_else(|| {
        digits
            .strip_prefix("212")
            .filter(|_| typed.starts_with('+'))
    });
    if let Some(rest) = national.or_else(|| digits.strip_prefix('0')) {
        keys.push(format!("+212{rest}"));
    }
    keys.dedup();
    Some(Need {
        keys,
        ..Need::default()
    })
}

fn with_digits(word: &str) -> Need {
    let key = fold_cnie(word);
    let case = word.contains('-') && word.chars().any(|c| c.is_ascii_alphabetic());
    Need {
        name: search_tokens(word).into_iter().next(),
        keys: if key.chars().count() >= SHORTEST_KEY {
            vec![key]
        } else {
            vec![]
        },
        case: case.then(|| word.to_uppercase()),
        whole: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(typed: &str) -> Vec<String> {
        needs(typed)
            .into_iter()
            .flat_map(|need| need.keys)
            .collect()
    }

    #[test]
    fn a_telephone_is_found_however_it_is_typed() {
        for typed in [
            "0661234567",
            "06 61 23 45 67",
            "+212 661-234567",
            "٠٦٦١٢٣٤٥٦٧",
            "00212661234567",
        ] {
            assert!(
                keys(typed).contains(&"+212661234567".to_owned()),
                "{typed}: {:?}",
                keys(typed)
            );
        }
    }

    #[test]
    fn a_letter_held_down_is_no_initial() {
        let whole = |typed: &str| needs(typed).into_iter().any(|need| need.whole);
        assert!(whole("zzzz") && whole("fatima zzz"));
        assert!(!whole("z") && !whole("zz") && !whole("zahra") && !whole("f zahra"));
    }

    #[test]
    fn a_cnie_with_its_space_is_one_thing_and_names_stay_words() {
        assert_eq!(keys("ab 123456"), ["AB123456"]);
        let found = needs("فاطمة AB123456");
        assert_eq!((found.len(), found[1].name.as_deref()), (2, Some("فاطمه")));
    }
}
