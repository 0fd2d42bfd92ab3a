//! The people of a list beside those of the register who may be the same: proposed to whoever brings the list, decided by
//! nobody else.

use std::collections::BTreeSet;
use std::sync::Arc;

use jisr_domain::id::PersonId;

use super::checked::{Checked, Known};
use super::jobs::OpenedList;
use super::open::{list_of, meanings};
use super::preview::card_of_nobody;
use super::row::{Reading, RowReading};
use super::start::{ended, status};
use super::writer::ImportWriter;
use super::{CheckListArgs, ImportPhase, ImportStatus, KnownArgs, KnownRow, ListField, ListKnown};
use crate::code::Code;
use crate::error::CommandError;
use crate::person::People;
use crate::person::{Candidate, cases_of};
use crate::session::Session;
use crate::view::Empty;

/// Rows remembered: whoever has more has a list of people already known.
const MOST: usize = 5_000;
/// People proposed for each.
const EACH: usize = 3;
/// Rows compared with one snapshot of the register.
const PART: usize = 20;
/// Rows shown when nobody says how many, and at most.
const PAGE: u32 = 20;
const PAGE_MOST: u32 = 100;

/// `import.check`: compares every row with the register, in a thread of its own: it takes some milliseconds a row.
///
/// # Errors
/// Those of [`super::preview`]; [`CommandError::Rule`] with `import_running`.
pub fn check(session: &Session<'_>, args: CheckListArgs) -> Result<ImportStatus, CommandError> {
    let list = list_of(session, args.import)?;
    let fields = meanings(&list, &args.mapping)?;
    let rows = u32::try_from(list.table.rows.len()).unwrap_or(u32::MAX);
    let pen = ImportWriter::of(session);
    if !pen.imports.begin(list.id, ImportPhase::Checking, rows) {
        return Err(CommandError::Rule(Code::ImportRunning));
    }
    let imports = Arc::clone(&pen.imports);
    imports.run(move || {
        let how = compare(&pen, &list, fields);
        let stopped = how.map(|checked| {
            let stopped = !checked.whole;
            pen.imports.remember(list.id, checked);
            stopped
        });
        ended(&pen, stopped);
    });
    status(session, Empty {})
}

fn compare(
    pen: &ImportWriter,
    list: &OpenedList,
    fields: Vec<ListField>,
) -> Result<Checked, CommandError> {
    let reading = Reading::new(&list.table, fields.clone(), pen.today(), None);
    let total = u32::try_from(list.table.rows.len()).unwrap_or(u32::MAX);
    let mut checked = Checked {
        fields,
        rows: Vec::new(),
        compared: 0,
        whole: false,
    };
    let mut read = 0_u32;
    for part in list.table.rows.chunks(PART) {
        if pen.imports.is_stopping() || checked.rows.len() >= MOST {
            return Ok(checked);
        }
        read = read.saturating_add(u32::try_from(part.len()).unwrap_or(u32::MAX));
        pen.read(|reader| {
            for row in part {
                let RowReading::Person(person, _) = reading.row(row) else {
                    continue;
                };
                checked.compared += 1;
                let candidates = reader.alike(&person, None, pen.staff(), EACH)?;
                if !candidates.is_empty() {
                    checked.rows.push(Known {
                        row: row.number,
                        person,
                        candidates,
                    });
                }
            }
            Ok(())
        })?;
        pen.imports.report(read, total);
    }
    checked.whole = true;
    Ok(checked)
}

/// `import.known`: the rows that may be known, with whom and why. Somebody hidden since from the one at work is not among
/// them.
///
/// # Errors
/// [`CommandError::Rule`] with `import_not_open`; the database.
pub fn known(session: &Session<'_>, args: KnownArgs) -> Result<ListKnown, CommandError> {
    let list = list_of(session, args.import)?;
    let fields = meanings(&list, &args.mapping)?;
    let checked = session.core.imports.checked(list.id);
    let Some(checked) = checked.filter(|checked| checked.fields == fields) else {
        return Ok(ListKnown {
            compared: 0,
            whole: false,
            same: 0,
            total: 0,
            rows: Vec::new(),
        });
    };
    let from = usize::try_from(args.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(args.limit.unwrap_or(PAGE).min(PAGE_MOST)).unwrap_or(0);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    session.read(|reader| {
        let page: Vec<&Known> = checked.rows.iter().skip(from).take(limit).collect();
        let records: BTreeSet<PersonId> = page
            .iter()
            .flat_map(|known| known.candidates.iter().map(|alike| alike.id))
            .collect();
        let people = People::of(reader, session, &records)?;
        let mut rows = Vec::new();
        for known in page {
            let mut shown = BTreeSet::new();
            let mut candidates = Vec::new();
            for alike in &known.candidates {
                // Of somebody recorded several times, once; of somebody hidden since, nothing.
                let Some((person, _)) = people.get(alike.id) else {
                    continue;
                };
                if shown.insert(person) {
                    candidates.push(Candidate {
                        person: people.card(Some(alike.id), session.today()),
                        score: alike.likeness.score,
                        verdict: alike.likeness.verdict,
                        reasons: alike.likeness.reasons.clone(),
                        cases: cases_of(reader, session, people.records(alike.id))?,
                    });
                }
            }
            if !candidates.is_empty() {
                rows.push(KnownRow {
                    row: known.row,
                    person: card_of_nobody(&known.person, session.today()),
                    same: known.is_same(),
                    candidates,
                });
            }
        }
        Ok(ListKnown {
            compared: checked.compared,
            whole: checked.whole,
            same: count(checked.rows.iter().filter(|known| known.is_same()).count()),
            total: count(checked.rows.len()),
            rows,
        })
    })
}
