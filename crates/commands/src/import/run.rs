//! A list brought in from the command line, in one go.

use jisr_domain::id::ImportId;

use super::open::{described, file_name, load, meanings, read};
use super::preview::{Tally, walk};
use super::row::Reading;
use super::start::mapping_of;
use super::write::{Plan, begin, write};
use super::writer::ImportWriter;
use super::{ErrorSheetArgs, ImportPhase, ImportSummary, Mapping};
use crate::code::Code;
use crate::core::Core;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Document;

/// Brings in the list `bytes`, whose columns mean what `mapping` says and are guessed where it says nothing; with
/// `dry_run` only says what would happen.
///
/// # Errors
/// [`CommandError::Forbidden`]; [`CommandError::List`] for what is no list; those of a mapping; the database.
pub fn run(
    core: &Core,
    name: &str,
    bytes: Vec<u8>,
    mapping: &Mapping,
    dry_run: bool,
) -> Result<(ImportSummary, Option<Document>), CommandError> {
    let session = core.session()?;
    if !session.me().role.imports_lists() {
        return Err(CommandError::Forbidden);
    }
    let table = read(&bytes, None)?;
    let id = ImportId(session.new_id());
    let list = load(&session, id, file_name(name)?, bytes, table);
    let fields = meanings(&list, mapping)?;
    let columns = mapping_of(&session, id, mapping)?;
    let (format, encoding, _, sheet) = described(&list.table);
    let (tally, imported) = if dry_run {
        let reading = Reading::new(&list.table, fields, session.today(), None);
        let mut tally = Tally::default();
        walk(&list.table, &reading, |_, row, said, twin| {
            tally.take(row, &said, twin);
        });
        let ready = tally.counts.ready;
        (tally, ready)
    } else {
        let pen = ImportWriter::of(&session);
        let rows = u32::try_from(list.table.rows.len()).unwrap_or(u32::MAX);
        if !pen.imports.begin(id, ImportPhase::Writing, rows) {
            return Err(CommandError::Rule(Code::ImportRunning));
        }
        let plan = Plan {
            at_ms: session.now_ms(),
            file_name: list.file_name.clone(),
            sheet: sheet.clone(),
            encoding: encoding.clone(),
            mapping: columns.clone(),
            left_out: Vec::new(),
        };
        let written = begin(&pen, id, &list.table, &plan, &list.bytes)
            .and_then(|()| write(&pen, id, &list.table, &plan));
        pen.imports.end(false, None);
        let written = written?;
        // Its sheet was kept with it: nothing is read again.
        pen.imports.close(id);
        (written.tally, written.imported)
    };
    let counts = tally.counts;
    let errors = if counts.refused + counts.doubted == 0 {
        None
    } else {
        Some(sheet_of(&session, id, mapping)?)
    };
    session.core.imports.close(id);
    let summary = ImportSummary {
        import: (!dry_run).then_some(id),
        dry_run,
        format,
        encoding,
        sheet,
        columns,
        rows: counts.rows,
        imported,
        refused: counts.refused,
        warnings: counts.doubted,
        twins: counts.twins,
        problems: tally.problems(),
        error_sheet: None,
    };
    Ok((summary, errors))
}

fn sheet_of(
    session: &Session<'_>,
    id: ImportId,
    mapping: &Mapping,
) -> Result<Document, CommandError> {
    super::errors::sheet(
        session,
        ErrorSheetArgs {
            import: id,
            mapping: mapping.clone(),
            language: None,
        },
    )
}
