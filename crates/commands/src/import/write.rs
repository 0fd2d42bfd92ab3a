//! Writing a list: many transactions under one import, any of which may be the last.

use std::collections::HashSet;

use jisr_domain::id::{ImportId, PersonId};
use jisr_domain::import::{Import, person_of_row};
use jisr_domain::person::Person;
use jisr_domain::record::Kind;
use jisr_lists::Table;
use jisr_store::{StoreError, Tx};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::errors::error_sheet;
use super::open::described;
use super::pen::{Pen, standing, tell};
use super::preview::{Tally, walk};
use super::row::{Reading, Said};
use super::{ListCounts, ListField, Mapping};
use crate::code::Code;
use crate::error::CommandError;
use crate::settings::language_of;

/// Rows of one transaction: half of what it may hold (sync rule 7), since texts in Arabic are long.
const PART: usize = 500;

/// What was decided about a list, kept with it until its last row is written.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct Plan {
    /// When it began: its people's ids follow from it.
    pub(super) at_ms: u64,
    pub(super) file_name: String,
    pub(super) sheet: Option<String>,
    pub(super) mapping: Mapping,
    /// Rows left out, as numbered in the file.
    pub(super) left_out: Vec<u32>,
}

/// How a list was written.
pub(super) struct Written {
    /// Somebody stopped it: it can go on.
    pub(super) stopped: bool,
    pub(super) tally: Tally,
    pub(super) imported: u32,
}

/// Makes the import and keeps its list: from here on it is known as begun, whatever happens.
pub(super) fn begin(
    pen: &Pen,
    id: ImportId,
    table: &Table,
    plan: &Plan,
    bytes: &[u8],
) -> Result<(), CommandError> {
    let (format, ..) = described(table);
    let import = Import {
        file_name: Some(plan.file_name.clone()),
        format: Some(format),
        at: Some(jisr_domain::civil::moment(plan.at_ms)),
        by: Some(pen.staff()),
        rows: u32::try_from(table.rows.len()).ok(),
        ..Import::default()
    };
    let text = serde_json::to_string(plan).map_err(CommandError::answer)?;
    pen.write(|tx| {
        tx.create(id, &import)?;
        tx.keep_list(id, &text, bytes)?;
        Ok(())
    })
}

/// Writes the rows of a list that are not written yet. Cut anywhere, it is called again and goes on: a row is always the
/// same person.
pub(super) fn write(
    pen: &Pen,
    id: ImportId,
    table: &Table,
    plan: &Plan,
) -> Result<Written, CommandError> {
    let fields: Vec<ListField> = table
        .columns
        .iter()
        .map(|name| plan.mapping.get(name).copied().unwrap_or(ListField::Remark))
        .collect();
    // Read as on the day it began: an age, a birth to come.
    let began = jisr_domain::civil::civil_day(plan.at_ms);
    let reading = Reading::new(table, fields, began, Some(id));
    let left_out: HashSet<u32> = plan.left_out.iter().copied().collect();
    let total = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let mut writing = Writing {
        pen,
        id,
        held: people_of(pen, id)?,
        part: Vec::with_capacity(PART),
        imported: 0,
        failure: None,
    };
    let mut tally = Tally::default();
    let mut left = 0_u32;
    let mut stopped = false;
    walk(table, &reading, |place, row, said, twin| {
        stopped |= pen.imports.is_stopping();
        if stopped || writing.failure.is_some() {
            return;
        }
        tally.take(row, &said, twin);
        if let Said::Person(person, _) = said {
            if left_out.contains(&row.number) {
                left += 1;
            } else {
                let person_id = person_of_row(plan.at_ms, place, sign(id, place));
                writing.take(person_id, person, place + 1, total);
            }
        }
    });
    writing.flush(total);
    if let Some(error) = writing.failure {
        return Err(error);
    }
    let imported = writing.imported;
    if !stopped {
        finish(pen, id, table, &reading, &tally.counts, imported, left)?;
    }
    Ok(Written {
        stopped,
        tally,
        imported,
    })
}

fn people_of(pen: &Pen, id: ImportId) -> Result<HashSet<Uuid>, CommandError> {
    pen.read(|reader| {
        let ids = reader.sql(
            "SELECT id FROM person WHERE \"import\" = ?1",
            [id.to_string()],
            |row| row.get::<_, String>(0),
        )?;
        Ok(ids.into_iter().filter_map(|id| id.parse().ok()).collect())
    })
}

/// What only this import and row have.
fn sign(id: ImportId, row: u32) -> [u8; 7] {
    let mut hasher = blake3::Hasher::new_derive_key("jisr 2026 import: person of a row");
    hasher.update(id.0.as_bytes());
    hasher.update(&row.to_le_bytes());
    let mut sign = [0; 7];
    hasher.finalize_xof().fill(&mut sign);
    sign
}

struct Writing<'a> {
    pen: &'a Pen,
    id: ImportId,
    held: HashSet<Uuid>,
    part: Vec<(PersonId, Box<Person>)>,
    imported: u32,
    failure: Option<CommandError>,
}

impl Writing<'_> {
    fn take(&mut self, id: PersonId, person: Box<Person>, done: u32, total: u32) {
        self.imported += 1;
        if self.held.contains(&id.0) {
            return;
        }
        self.part.push((id, person));
        if self.part.len() >= PART {
            self.flush(done);
            self.pen.imports.report(done, total);
        }
    }

    fn flush(&mut self, done: u32) {
        let part = std::mem::take(&mut self.part);
        if part.is_empty() || self.failure.is_some() {
            return;
        }
        self.failure = put(self.pen, self.id, &part).err();
        self.pen.imports.report(done, done);
    }
}

/// Writes a part, as one transaction or, when its texts are longer than one holds, as two.
fn put(pen: &Pen, id: ImportId, part: &[(PersonId, Box<Person>)]) -> Result<(), CommandError> {
    let written = pen.write(|tx| {
        // Undone on another device meanwhile: nobody is added any more.
        standing(tx.reader(), id)?;
        create(tx, part)
    });
    match written {
        Err(CommandError::Store(StoreError::TooLarge)) if part.len() > 1 => {
            let (one, two) = part.split_at(part.len() / 2);
            put(pen, id, one)?;
            put(pen, id, two)
        }
        other => other,
    }
}

fn create(tx: &mut Tx<'_>, part: &[(PersonId, Box<Person>)]) -> Result<(), CommandError> {
    for (id, person) in part {
        tx.create(*id, person.as_ref())?;
    }
    Ok(())
}

/// The last part: what became of every row; of the list, only what was refused is kept.
fn finish(
    pen: &Pen,
    id: ImportId,
    table: &Table,
    reading: &Reading,
    counts: &ListCounts,
    imported: u32,
    left_out: u32,
) -> Result<(), CommandError> {
    let sheet = if counts.refused + counts.doubted == 0 {
        None
    } else {
        let language = pen.read(|reader| Ok(language_of(reader)?))?;
        Some(error_sheet(table, reading, language, pen.today())?)
    };
    let ended = jisr_domain::civil::moment(pen.moment().ms);
    pen.write(|tx| {
        tell(
            tx,
            id,
            [
                ("ended_at", json!(ended)),
                ("imported", json!(imported)),
                ("refused", json!(counts.refused)),
                ("left_out", json!(left_out)),
            ],
        )?;
        match &sheet {
            Some(sheet) => tx.keep_list(id, "", sheet)?,
            None => tx.drop_list(id)?,
        }
        tx.audit(
            "import",
            Some(Kind::Import),
            Some(id.0),
            &[&format!("people:{imported}")],
        )?;
        Ok(())
    })
}

/// The list of an import cut in the middle, read again from what is kept of it.
pub(super) fn kept(pen: &Pen, id: ImportId) -> Result<(Table, Plan), CommandError> {
    let kept = pen
        .open
        .store
        .list_kept(id)?
        .filter(|kept| !kept.plan.is_empty())
        .ok_or(CommandError::Rule(Code::ImportNotHere))?;
    let plan: Plan = serde_json::from_str(&kept.plan).map_err(CommandError::answer)?;
    let table = super::open::read(&kept.bytes, plan.sheet.as_deref())?;
    Ok((table, plan))
}
