//! What came of comparing a list with the register.

use jisr_domain::name::Verdict;
use jisr_domain::person::Person;
use jisr_store::Alike;

use super::ListField;

/// The rows of a list that may be known.
pub(crate) struct Checked {
    /// What the columns meant.
    pub(super) fields: Vec<ListField>,
    pub(super) rows: Vec<Known>,
    /// People compared: a row of which no person can be made is not.
    pub(super) compared: u32,
    /// To the end.
    pub(super) whole: bool,
}

/// A row that may be known.
pub(super) struct Known {
    /// Its number in the file.
    pub(super) row: u32,
    pub(super) person: Box<Person>,
    pub(super) candidates: Vec<Alike>,
}

impl Known {
    /// Whether it is very likely known.
    pub(super) fn is_same(&self) -> bool {
        self.candidates
            .first()
            .is_some_and(|first| first.likeness.verdict == Verdict::Same)
    }
}

/// Rows left out of what is written: those very likely known, but for those brought in all the same.
pub(super) fn left_out_known(checked: &Checked, brought: &[u32]) -> Vec<u32> {
    checked
        .rows
        .iter()
        .filter(|known| known.is_same() && !brought.contains(&known.row))
        .map(|known| known.row)
        .collect()
}
