//! What somebody leaves out of a list: asked here by whoever tells what would be written and by whoever writes it.

use std::collections::HashSet;

use super::checked::left_out_known;
use super::jobs::{Imports, OpenedList};
use super::{Choice, ListField};

/// The rows a choice leaves out, each once however many reasons there are.
pub(super) struct LeftOut {
    rows: HashSet<u32>,
    twins: bool,
}

impl LeftOut {
    pub(super) fn of(
        imports: &Imports,
        list: &OpenedList,
        fields: &[ListField],
        choice: &Choice,
    ) -> Self {
        let known = imports
            .checked(list.id)
            .filter(|checked| choice.leave_out_known && checked.fields == fields)
            .map(|checked| left_out_known(&checked, &choice.bring));
        Self {
            rows: choice
                .leave_out
                .iter()
                .copied()
                .chain(known.unwrap_or_default())
                .collect(),
            twins: choice.leave_out_twins,
        }
    }

    /// Whether it holds the row `number`, whose person stands in the earlier row `twin`.
    pub(super) fn holds(&self, number: u32, twin: Option<u32>) -> bool {
        self.rows.contains(&number) || (self.twins && twin.is_some())
    }
}
