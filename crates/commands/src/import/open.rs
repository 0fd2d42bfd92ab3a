//! A list, read into memory and looked at.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jisr_domain::id::ImportId;
use jisr_domain::import::ListFormat;
use jisr_lists::{MAX_BYTES, ReadAs, Table};

use super::guess::{of_columns, of_heading};
use super::jobs::OpenedList;
use super::{ImportArgs, ListColumn, ListField, ListOpened, Mapping, OpenListArgs, SheetArgs};
use crate::code::Code;
use crate::error::CommandError;
use crate::input::{clean_text, refused};
use crate::session::Session;

/// Things of a column shown beside its heading.
const SAMPLES: usize = 3;
/// Letters of each.
const SAMPLE: usize = 60;
/// Letters of the name of a file.
const FILE_NAME: usize = 200;

/// `import.open`: reads a list and says what its columns probably mean. Nothing is written, and nothing touches the disk.
///
/// # Errors
/// [`CommandError::List`] for what is no list; [`CommandError::Field`] with `text_too_long`.
pub fn open(session: &Session<'_>, args: OpenListArgs) -> Result<ListOpened, CommandError> {
    if args.content.len() > MAX_BYTES.div_ceil(3) * 4 {
        return Err(jisr_lists::ListError::TooLarge {
            megabytes: MAX_BYTES >> 20,
        }
        .into());
    }
    let bytes = STANDARD
        .decode(&args.content)
        .map_err(|_| refused("content", "is not base64"))?;
    let file_name = file_name(&args.file_name)?;
    let table = read(&bytes, None)?;
    let list = load(session, ImportId(session.new_id()), file_name, bytes, table);
    Ok(opened(&list))
}

/// `import.sheet`: the same, of another sheet of the workbook.
///
/// # Errors
/// [`CommandError::Rule`] with `import_not_open`; [`CommandError::List`].
pub fn sheet(session: &Session<'_>, args: SheetArgs) -> Result<ListOpened, CommandError> {
    let list = list_of(session, args.import)?;
    let table = read(&list.bytes, Some(&args.sheet))?;
    Ok(read_anew(session, &list, table))
}

/// `import.reread`: the same, its letters read otherwise: for somebody who sees that they are none.
///
/// # Errors
/// [`CommandError::Rule`] with `import_not_open`.
pub fn reread(session: &Session<'_>, args: ImportArgs) -> Result<ListOpened, CommandError> {
    let list = list_of(session, args.import)?;
    let other = others(&list)
        .into_iter()
        .find_map(|encoding| read_in(&list.bytes, encoding).ok());
    let Some(table) = other else {
        return Ok(opened(&list));
    };
    Ok(read_anew(session, &list, table))
}

/// The same list, held as it was read now.
fn read_anew(session: &Session<'_>, list: &OpenedList, table: Table) -> ListOpened {
    opened(&hold(
        session,
        list.id,
        list.file_name.clone(),
        Arc::clone(&list.bytes),
        table,
    ))
}

/// In what else the letters of a list can be read.
fn others(list: &OpenedList) -> Vec<&'static str> {
    match &list.table.read_as {
        ReadAs::Csv { encoding, .. } => jisr_lists::other_encodings(&list.bytes, encoding),
        ReadAs::Excel { .. } => Vec::new(),
    }
}

pub(super) fn read_in(bytes: &[u8], encoding: &str) -> Result<Table, CommandError> {
    Ok(jisr_lists::read_in(bytes, encoding, &|name| {
        of_heading(name).is_some()
    })?)
}

pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Table, CommandError> {
    Ok(jisr_lists::read(bytes, sheet, &|name| {
        of_heading(name).is_some()
    })?)
}

/// The name of a file, without the folders it lay in.
pub(super) fn file_name(typed: &str) -> Result<String, CommandError> {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().take(FILE_NAME).collect();
    Ok(clean_text("file_name", &name)?.unwrap_or_else(|| "?".to_owned()))
}

pub(super) fn load(
    session: &Session<'_>,
    id: ImportId,
    file_name: String,
    bytes: Vec<u8>,
    table: Table,
) -> Arc<OpenedList> {
    hold(session, id, file_name, Arc::new(bytes), table)
}

fn hold(
    session: &Session<'_>,
    id: ImportId,
    file_name: String,
    bytes: Arc<Vec<u8>>,
    table: Table,
) -> Arc<OpenedList> {
    let guessed = of_columns(&table, session.today());
    session.core.imports.hold(OpenedList {
        id,
        staff: session.staff(),
        file_name,
        bytes,
        table,
        guessed,
    })
}

/// The list, as long as it is in memory.
pub(super) fn list_of(
    session: &Session<'_>,
    id: ImportId,
) -> Result<Arc<OpenedList>, CommandError> {
    session
        .core
        .imports
        .opened(id, session.staff())
        .ok_or(CommandError::Rule(Code::ImportNotOpen))
}

fn opened(list: &OpenedList) -> ListOpened {
    let table = &list.table;
    let (format, encoding, delimiter, sheet) = described(table);
    ListOpened {
        import: list.id,
        file_name: list.file_name.clone(),
        format,
        encoding,
        delimiter,
        reads_otherwise: !others(list).is_empty(),
        sheet,
        sheets: table.sheets.clone(),
        rows: u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
        above: table.above,
        columns: table
            .columns
            .iter()
            .zip(&list.guessed)
            .enumerate()
            .map(|(place, (name, field))| ListColumn {
                name: name.clone(),
                field: *field,
                samples: samples(table, place),
            })
            .collect(),
    }
}

/// What a file turned out to be.
pub(super) fn described(
    table: &Table,
) -> (ListFormat, Option<String>, Option<String>, Option<String>) {
    match &table.read_as {
        ReadAs::Csv {
            encoding,
            delimiter,
        } => (
            ListFormat::Csv,
            Some((*encoding).to_owned()),
            Some(delimiter.to_string()),
            None,
        ),
        ReadAs::Excel { sheet } => (ListFormat::Xlsx, None, None, Some(sheet.clone())),
    }
}

fn samples(table: &Table, place: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for row in &table.rows {
        let Some(cell) = row.cells.get(place).filter(|cell| !cell.is_empty()) else {
            continue;
        };
        let shown: String = cell.shown().trim().chars().take(SAMPLE).collect();
        if !samples.contains(&shown) {
            samples.push(shown);
        }
        if samples.len() == SAMPLES {
            break;
        }
    }
    samples
}

/// What each column means: as said in `mapping`, otherwise as guessed. A column somebody gave a meaning takes it from the
/// one for which it was only guessed.
///
/// # Errors
/// [`CommandError::Rule`] with `import_no_name` when no column names anybody, `import_twice` when two are said to mean
/// the same, `import_no_column` when the mapping names one the list has not.
pub(super) fn meanings(
    list: &OpenedList,
    mapping: &Mapping,
) -> Result<Vec<ListField>, CommandError> {
    if mapping
        .keys()
        .any(|name| !list.table.columns.iter().any(|column| column == name))
    {
        return Err(CommandError::Rule(Code::ImportNoColumn));
    }
    let mut said: Vec<ListField> = mapping
        .values()
        .copied()
        .filter(|field| !field.may_repeat())
        .collect();
    said.sort_unstable();
    if said.windows(2).any(|pair| pair.first() == pair.last()) {
        return Err(CommandError::Rule(Code::ImportTwice));
    }
    let fields: Vec<ListField> = list
        .table
        .columns
        .iter()
        .zip(&list.guessed)
        .map(|(name, guessed)| match mapping.get(name) {
            Some(field) => *field,
            None if said.contains(guessed) => ListField::Remark,
            None => *guessed,
        })
        .collect();
    if fields.iter().any(|field| field.is_name()) {
        Ok(fields)
    } else {
        Err(CommandError::Rule(Code::ImportNoName))
    }
}
