//! What was typed in the search box, as things a person must match.

use jisr_domain::name::word::{Asked, asked};
use jisr_domain::person::{fold_cnie, normalise_phone};
use jisr_domain::text::latin_digits;

/// Shortest fragment looked for among keys: below it half the center would come.
const SHORTEST_KEY: usize = 3;
/// More words than this are no question for a person.
const MOST: usize = 8;

/// One thing typed: a person matches by a word of their name, or by a key, or by a case.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Need {
    /// A part of the name, or the year of birth.
    pub(super) word: Option<Asked>,
    /// Nothing may follow: what was typed says more than its folded form.
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
    if let Some(need) = telephone(typed).filter(|_| year(typed).is_none()) {
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
        } else if let Some(year) = year(word) {
            needs.push(Need {
                word: asked(year).pop(),
                whole: true,
                keys: vec![year.to_owned()],
                case: None,
            });
        } else if word.chars().any(|c| c.is_ascii_digit()) {
            // A number within a name: a telephone, a paper file.
            needs.push(telephone(word).unwrap_or_else(|| with_digits(word)));
        } else {
            names.push(word);
        }
    }
    needs.extend(asked(&names.join(" ")).into_iter().map(|word| Need {
        whole: is_hollow(&word, &names),
        word: Some(word),
        ..Need::default()
    }));
    needs.truncate(MOST);
    needs
}

/// A year somebody living may have been born in.
fn year(word: &str) -> Option<&str> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    (digits && (word.starts_with("19") || word.starts_with("20"))).then_some(word)
}

/// Whether folding leaves one letter of a longer word: «zzzz» is not the start of every name in Z.
fn is_hollow(asked: &Asked, typed: &[&str]) -> bool {
    const LONGEST_INITIAL: usize = 2;
    let [reading] = asked.readings.as_slice() else {
        return false;
    };
    let mut letters = reading.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return false;
    };
    typed.iter().any(|word| {
        word.chars().count() > LONGEST_INITIAL && word.to_lowercase().chars().all(|c| c == letter)
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
        // Letters texted with digits: Sa3id. A paper has more digits than letters.
        word: asked(word).pop().filter(|_| {
            let digits = word.chars().filter(char::is_ascii_digit).count();
            !case && word.chars().count() > 2 * digits
        }),
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
    fn compounds_are_one_thing_and_articles_alone_are_none() {
        let count = |typed: &str| needs(typed).len();
        assert_eq!(count("عبد الهادي"), 1);
        assert_eq!(count("ilyas el-alamy"), 2);
        assert_eq!(count("مولاي رشيد"), 1);
        assert_eq!(count("fatima zahra el alaoui"), 3);
    }

    #[test]
    fn a_cnie_with_its_space_is_one_thing_and_names_stay_words() {
        assert_eq!(keys("ab 123456"), ["AB123456"]);
        let found = needs("فاطمة AB123456");
        assert_eq!(
            (
                found.len(),
                found[1].word.as_ref().map(|word| word.readings[0].as_str())
            ),
            (2, Some("فاطمه"))
        );
    }

    #[test]
    fn a_year_beside_a_name_is_a_birth_and_may_be_the_start_of_a_number() {
        let found = needs("fatima 1991");
        let year = found.iter().find(|need| need.whole).unwrap();
        assert_eq!(year.word.as_ref().unwrap().readings, ["1991"]);
        assert_eq!(year.keys, ["1991"]);
        assert_eq!(needs("0661").len(), 1);
    }
}
