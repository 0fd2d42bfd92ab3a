//! Terms of the full-text index: one letter for what it is, then the thing itself.
//!
//! The index folds ASCII case and parts terms at everything that is neither letter, digit nor `-`; what goes in is
//! made of these alone.

/// A word a person is looked up by.
pub(super) fn word_term(word: &str) -> String {
    marked('w', word)
}

/// A sound of their name (`jisr_domain::name::key`).
pub(super) fn sound_term(sound: &str) -> String {
    marked('h', &sound.replace('*', "0").to_ascii_lowercase())
}

/// Where they live.
pub(super) fn commune_term(code: &str) -> String {
    marked('g', &code.replace('.', "-"))
}

/// A key they are filed under (`jisr_domain::person::matching::filing_keys`).
pub(super) fn filed_term(key: &str) -> String {
    marked('f', &key.to_ascii_lowercase())
}

fn marked(mark: char, text: &str) -> String {
    let kept = text
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-' || !c.is_ascii());
    std::iter::once(mark).chain(kept).collect()
}

/// A question for any of the terms.
pub(super) fn any<'t>(terms: impl IntoIterator<Item = &'t str>) -> String {
    let mut question = String::new();
    for term in terms {
        if !question.is_empty() {
            question.push_str(" OR ");
        }
        question.push('"');
        question.push_str(term);
        question.push('"');
    }
    question
}
