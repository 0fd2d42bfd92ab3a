//! What would be written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use jisr_domain::id::PersonId;
use jisr_domain::person::Person;
use jisr_lists::{Row, Table};
use uuid::Uuid;

use super::choice::LeftOut;
use super::open::{list_of, meanings};
use super::read::Doubt;
use super::row::{ColumnDoubt, Reading, RowReading};
use super::twins::Twins;
use super::{
    ListCounts, ListField, ListPreview, ListProblem, PreviewArgs, RowDoubt, RowPreview, RowsShown,
};
use crate::error::CommandError;
use crate::person::person_card_of;
use crate::session::Session;
use crate::territory::province_names;
use crate::view::PersonCard;

/// Rows shown when nobody says how many, and at most.
const PAGE: u32 = 20;
const PAGE_MOST: u32 = 200;
/// Rows named for each problem.
const NAMED: usize = 5;
/// Letters of a cell shown.
const CELL: usize = 80;

/// What is met in a list, counted.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) counts: ListCounts,
    problems: BTreeMap<(&'static str, bool), (u32, Vec<u32>)>,
}

impl Tally {
    fn note(&mut self, code: &'static str, refuses: bool, row: u32) {
        let (count, first) = self.problems.entry((code, refuses)).or_default();
        *count += 1;
        if first.len() < NAMED {
            first.push(row);
        }
    }

    /// Takes note of what `row` says; `twin` is the earlier row of the same person.
    pub(super) fn take(&mut self, row: &Row, said: &RowReading, twin: Option<u32>) {
        self.counts.rows += 1;
        match said {
            RowReading::Refused(refusal) => {
                self.counts.refused += 1;
                self.note(refusal.code(), true, row.number);
            }
            RowReading::Person(_, told) => {
                self.counts.ready += 1;
                if twin.is_some() {
                    self.counts.twins += 1;
                    self.note(Doubt::Twin.code(), false, row.number);
                }
                let mut codes: Vec<&'static str> =
                    told.iter().map(|(_, doubt)| doubt.code()).collect();
                codes.sort_unstable();
                codes.dedup();
                self.counts.doubted += u32::from(!codes.is_empty() || twin.is_some());
                for code in codes {
                    self.note(code, false, row.number);
                }
            }
        }
    }

    /// What was met: what refuses first, then the most frequent.
    pub(super) fn problems(self) -> Vec<ListProblem> {
        let mut problems: Vec<ListProblem> = self
            .problems
            .into_iter()
            .map(|((code, refuses), (count, first))| ListProblem {
                code: code.to_owned(),
                refuses,
                count,
                first,
            })
            .collect();
        problems.sort_by_key(|problem| {
            (
                !problem.refuses,
                std::cmp::Reverse(problem.count),
                problem.code.clone(),
            )
        });
        problems
    }
}

/// Walks over the rows of a list: each with what it says and the earlier row of the same person.
pub(super) fn walk(
    table: &Table,
    reading: &Reading,
    mut each: impl FnMut(u32, &Row, RowReading, Option<u32>),
) {
    let mut twins = Twins::default();
    for (place, row) in (0..).zip(&table.rows) {
        let said = reading.row(row);
        let twin = match &said {
            RowReading::Person(person, _) => twins.before(person, row.number),
            RowReading::Refused(_) => None,
        };
        each(place, row, said, twin);
    }
}

/// `import.preview`: the dry run. The same reading as the import itself, over the whole list; nothing is written.
///
/// # Errors
/// [`CommandError::Rule`] with `import_not_open`, `import_no_name`, `import_twice` or `import_no_column`.
pub fn preview(session: &Session<'_>, args: PreviewArgs) -> Result<ListPreview, CommandError> {
    let list = list_of(session, args.import)?;
    let fields = meanings(&list, &args.mapping)?;
    let out = LeftOut::of(&session.core.imports, &list, &fields, &args.choice);
    Ok(looked_at(session, &list.table, fields, &out, &args))
}

fn looked_at(
    session: &Session<'_>,
    table: &Table,
    fields: Vec<ListField>,
    out: &LeftOut,
    args: &PreviewArgs,
) -> ListPreview {
    let reading = Reading::new(table, fields, session.today(), None);
    let limit = args.limit.unwrap_or(PAGE).min(PAGE_MOST);
    let mut tally = Tally::default();
    let mut rows = Vec::new();
    let mut total = 0_u32;
    let mut to_write = 0_u32;
    walk(table, &reading, |_, row, said, twin| {
        tally.take(row, &said, twin);
        let goes = matches!(said, RowReading::Person(..)) && !out.holds(row.number, twin);
        to_write += u32::from(goes);
        let wanted = match (&said, args.show) {
            (_, RowsShown::All) | (RowReading::Refused(_), RowsShown::Refused) => true,
            (RowReading::Person(_, told), RowsShown::Doubted) => !told.is_empty() || twin.is_some(),
            _ => false,
        };
        if wanted {
            if total >= args.offset && total < args.offset.saturating_add(limit) {
                rows.push(shown(session, table, row, said, twin));
            }
            total += 1;
        }
    });
    ListPreview {
        counts: tally.counts,
        to_write,
        problems: tally.problems(),
        rows,
        total,
    }
}

fn shown(
    session: &Session<'_>,
    table: &Table,
    row: &Row,
    said: RowReading,
    twin_of: Option<u32>,
) -> RowPreview {
    let mut preview = RowPreview {
        row: row.number,
        person: None,
        card: None,
        province_names: None,
        refusal: None,
        doubts: Vec::new(),
        cells: Vec::new(),
        twin_of,
    };
    match said {
        RowReading::Refused(refusal) => {
            preview.refusal = Some(refusal.code().to_owned());
            preview.cells = row
                .cells
                .iter()
                .map(|cell| cell.shown().chars().take(CELL).collect())
                .collect();
        }
        RowReading::Person(person, told) => {
            let card = card_of_nobody(&person, session.today());
            preview.card = Some(card);
            preview.province_names = person.province.as_deref().and_then(province_names);
            preview.doubts = doubts(table, &told);
            preview.person = Some(*person);
        }
    }
    preview
}

/// Somebody as in rows of people, who is not in the register yet.
pub(super) fn card_of_nobody(person: &Person, today: NaiveDate) -> PersonCard {
    let mut card = person_card_of(PersonId(Uuid::nil()), person, today);
    card.person = None;
    card
}

/// What to make sure of, with the headings.
pub(super) fn doubts(table: &Table, told: &[ColumnDoubt]) -> Vec<RowDoubt> {
    told.iter()
        .map(|(place, doubt)| RowDoubt {
            column: place.and_then(|place| table.columns.get(place).cloned()),
            code: doubt.code().to_owned(),
        })
        .collect()
}
