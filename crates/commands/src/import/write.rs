//! Writing a list: many transactions under one import, any of which may be the last.

use std::collections::HashSet;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use jisr_domain::id::{ImportId, PersonId};
use jisr_domain::import::{Import, person_of_row};
use jisr_domain::person::Person;
use jisr_domain::record::Kind;
use jisr_lists::Table;
use jisr_store::{Filed, StoreError, Tx};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::errors::ErrorRows;
use super::open::{described, read, read_in};
use super::preview::{Tally, walk};
use super::row::{Reading, RowReading};
use super::writer::{ImportWriter, import_record, tell};
use super::{ListField, Mapping};
use crate::code::Code;
use crate::error::CommandError;
use crate::settings::language_of;

/// Rows of one transaction: nearly what it may hold (sync rule 7). Rows whose texts are longer than that go in two.
const PART: usize = 900;
/// Parts read ahead of the one being written.
const WAITING: usize = 1;

/// What was decided about a list, kept with it until its last row is written.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct Plan {
    /// When it began: its people's ids follow from it.
    pub(super) at_ms: u64,
    pub(super) file_name: String,
    pub(super) sheet: Option<String>,
    /// In what a text was read.
    #[serde(default)]
    pub(super) encoding: Option<String>,
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
    pen: &ImportWriter,
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
    pen: &ImportWriter,
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
    let total = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let language = pen.read(|reader| Ok(language_of(reader)?))?;
    let mut rows = Rows {
        pen,
        id,
        plan,
        held: people_of(pen, id)?,
        tally: Tally::default(),
        errors: ErrorRows::new(table, language),
        left: 0,
        imported: 0,
        stopped: false,
        part: Vec::with_capacity(PART),
    };
    let (to_write, parts) = sync_channel(WAITING);
    // What rows say and what their people will be found by is worked out by a thread of its own, while this one writes.
    let (rows, written) = std::thread::scope(|scope| {
        let reader = scope.spawn(move || rows.read(table, &reading, &to_write).map(|()| rows));
        let written = put_all(pen, id, total, &parts);
        // Whoever still reads finds nobody waiting, and ends.
        drop(parts);
        (reader.join(), written)
    });
    let all = written?;
    let rows = rows.map_err(|_| CommandError::Poisoned)??;
    let stopped = rows.stopped || !all;
    let (tally, imported) = if stopped {
        (rows.tally, rows.imported)
    } else {
        finish(pen, rows)?
    };
    Ok(Written {
        stopped,
        tally,
        imported,
    })
}

fn people_of(pen: &ImportWriter, id: ImportId) -> Result<HashSet<Uuid>, CommandError> {
    pen.read(|reader| {
        let people = reader.people_of_import(id, None)?;
        Ok(people.into_iter().map(Uuid::from).collect())
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

/// People to write in one transaction, and the rows read by then.
type Part = (Vec<(PersonId, Filed)>, u32);

/// A list as it is read.
struct Rows<'a> {
    pen: &'a ImportWriter,
    id: ImportId,
    plan: &'a Plan,
    /// Those written before it was cut.
    held: HashSet<Uuid>,
    tally: Tally,
    errors: ErrorRows<'a>,
    left: u32,
    imported: u32,
    stopped: bool,
    part: Vec<(PersonId, Filed)>,
}

impl Rows<'_> {
    fn read(
        &mut self,
        table: &Table,
        reading: &Reading,
        to_write: &SyncSender<Part>,
    ) -> Result<(), CommandError> {
        let left_out: HashSet<u32> = self.plan.left_out.iter().copied().collect();
        let mut failure = None;
        walk(table, reading, |place, row, said, twin| {
            self.stopped |= self.pen.imports.is_stopping();
            if self.stopped || failure.is_some() {
                return;
            }
            self.tally.take(row, &said, twin);
            self.errors.take(row, &said, twin);
            let RowReading::Person(person, _) = said else {
                return;
            };
            if left_out.contains(&row.number) {
                self.left += 1;
                return;
            }
            let id = person_of_row(self.plan.at_ms, place, sign(self.id, place));
            failure = self.take(id, *person).err();
            if self.part.len() >= PART {
                self.hand_over(place + 1, to_write);
            }
        });
        if let Some(error) = failure {
            return Err(error);
        }
        self.hand_over(
            u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
            to_write,
        );
        Ok(())
    }

    fn take(&mut self, id: PersonId, person: Person) -> Result<(), CommandError> {
        self.imported += 1;
        if !self.held.contains(&id.0) {
            self.part.push((id, Filed::new(person)?));
        }
        Ok(())
    }

    /// Nobody takes it any more when writing failed: that failure is what is told.
    fn hand_over(&mut self, done: u32, to_write: &SyncSender<Part>) {
        let part = std::mem::take(&mut self.part);
        self.stopped |= to_write.send((part, done)).is_err();
    }
}

/// Writes the parts as they come, until somebody stops it; gives whether all of them were written. A part whose texts are
/// longer than one transaction holds is written in smaller ones, and so are those after it.
fn put_all(
    pen: &ImportWriter,
    id: ImportId,
    total: u32,
    parts: &Receiver<Part>,
) -> Result<bool, CommandError> {
    let mut most = PART;
    for (part, done) in parts {
        let mut rest = part.as_slice();
        while !rest.is_empty() {
            if pen.imports.is_stopping() {
                return Ok(false);
            }
            let (now, later) = rest.split_at(most.min(rest.len()));
            match put(pen, id, now) {
                Err(CommandError::Store(StoreError::TooLarge)) if now.len() > 1 => {
                    most = now.len() / 2;
                }
                written => {
                    written?;
                    rest = later;
                }
            }
        }
        pen.imports.report(done, total);
    }
    Ok(true)
}

/// Writes these as one transaction.
fn put(pen: &ImportWriter, id: ImportId, part: &[(PersonId, Filed)]) -> Result<(), CommandError> {
    pen.write(|tx| {
        // Undone on another device meanwhile: nobody is added any more.
        import_record(tx.reader(), id)?;
        create(tx, part)
    })
}

fn create(tx: &mut Tx<'_>, part: &[(PersonId, Filed)]) -> Result<(), CommandError> {
    for (id, person) in part {
        tx.create_filed(*id, person)?;
    }
    Ok(())
}

/// The last part: what became of every row; of the list, only what was refused is kept.
fn finish(pen: &ImportWriter, rows: Rows<'_>) -> Result<(Tally, u32), CommandError> {
    let Rows {
        id,
        tally,
        errors,
        left,
        imported,
        ..
    } = rows;
    let counts = tally.counts;
    let sheet = if counts.refused + counts.doubted == 0 {
        None
    } else {
        Some(errors.sheet(pen.today())?)
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
                ("left_out", json!(left)),
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
    })?;
    Ok((tally, imported))
}

/// The list of an import cut in the middle, read again from what is kept of it.
pub(super) fn kept(pen: &ImportWriter, id: ImportId) -> Result<(Table, Plan), CommandError> {
    let kept = pen
        .open
        .store
        .list_kept(id)?
        .filter(|kept| !kept.plan.is_empty())
        .ok_or(CommandError::Rule(Code::ImportNotHere))?;
    let plan: Plan = serde_json::from_str(&kept.plan).map_err(CommandError::answer)?;
    let table = match &plan.encoding {
        Some(encoding) => read_in(&kept.bytes, encoding)?,
        None => read(&kept.bytes, plan.sheet.as_deref())?,
    };
    Ok((table, plan))
}
