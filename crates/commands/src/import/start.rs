//! Writing a list begins, stops, goes on.

use std::sync::Arc;

use jisr_domain::id::ImportId;
use jisr_domain::record::Kind;

use super::choice::LeftOut;
use super::open::{described, list_of, meanings};
use super::preview::walk;
use super::row::Reading;
use super::write::{Plan, begin, kept, write};
use super::writer::{ImportWriter, import_record};
use super::{ImportArgs, ImportPhase, ImportStatus, Mapping, StartImportArgs};
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// `import.start`: writes a list that is open, in a thread of its own.
///
/// # Errors
/// Those of [`super::preview`]; [`CommandError::Rule`] with `import_running`; the database.
pub fn start(session: &Session<'_>, args: StartImportArgs) -> Result<ImportStatus, CommandError> {
    let list = list_of(session, args.import)?;
    let fields = meanings(&list, &args.mapping)?;
    let rows = u32::try_from(list.table.rows.len()).unwrap_or(u32::MAX);
    let pen = ImportWriter::of(session);
    if !pen.imports.begin(list.id, ImportPhase::Writing, rows) {
        return Err(CommandError::Rule(Code::ImportRunning));
    }
    let out = LeftOut::of(&pen.imports, &list, &fields, &args.choice);
    let reading = Reading::new(&list.table, fields.clone(), session.today(), None);
    let mut left_out = Vec::new();
    walk(&list.table, &reading, |_, row, _, twin| {
        left_out.extend(out.holds(row.number, twin).then_some(row.number));
    });
    let (_, encoding, _, sheet) = described(&list.table);
    let plan = Plan {
        at_ms: session.now_ms(),
        file_name: list.file_name.clone(),
        sheet,
        encoding,
        mapping: list.table.columns.iter().cloned().zip(fields).collect(),
        left_out,
    };
    if let Err(error) = begin(&pen, list.id, &list.table, &plan, &list.bytes) {
        pen.imports.end(false, Some(error.code().text().to_owned()));
        return Err(error);
    }
    session.touch(Kind::Import.code());
    let imports = Arc::clone(&pen.imports);
    imports.run(move || {
        let written = write(&pen, list.id, &list.table, &plan);
        if written.as_ref().is_ok_and(|written| !written.stopped) {
            pen.imports.close(list.id);
        }
        ended(&pen, written.map(|written| written.stopped));
    });
    status(session, Empty {})
}

/// `import.resume`: goes on with a list cut in the middle, from what is kept of it here.
///
/// # Errors
/// [`CommandError::Rule`] with `import_running`, `import_not_here` or `import_undone`; [`CommandError::NotFound`]; the
/// database.
pub fn resume(session: &Session<'_>, args: ImportArgs) -> Result<ImportStatus, CommandError> {
    session.read(|reader| import_record(reader, args.import).map(|_| ()))?;
    let pen = ImportWriter::of(session);
    let (table, plan) = kept(&pen, args.import)?;
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    if !pen.imports.begin(args.import, ImportPhase::Writing, rows) {
        return Err(CommandError::Rule(Code::ImportRunning));
    }
    let imports = Arc::clone(&pen.imports);
    imports.run(move || {
        let written = write(&pen, args.import, &table, &plan);
        ended(&pen, written.map(|written| written.stopped));
    });
    status(session, Empty {})
}

/// Tells how a long task ended.
pub(super) fn ended(pen: &ImportWriter, how: Result<bool, CommandError>) {
    match how {
        Ok(stopped) => pen.imports.end(stopped, None),
        Err(error) => pen.imports.end(false, Some(error.code().text().to_owned())),
    }
}

/// `import.stop`: what is written stays, and is told; the rest can be written later, or the whole undone.
///
/// # Errors
/// None.
pub fn stop(session: &Session<'_>, args: Empty) -> Result<ImportStatus, CommandError> {
    session.core.imports.stop();
    status(session, args)
}

/// `import.status`
///
/// # Errors
/// None.
pub fn status(session: &Session<'_>, _args: Empty) -> Result<ImportStatus, CommandError> {
    Ok(session.core.imports.status())
}

/// `import.close`: forgets a list that is open.
///
/// # Errors
/// None.
pub fn close(session: &Session<'_>, args: ImportArgs) -> Result<Empty, CommandError> {
    session.core.imports.close(args.import);
    Ok(Empty {})
}

/// The meaning of every column, for whoever tells it.
pub(super) fn mapping_of(
    session: &Session<'_>,
    id: ImportId,
    mapping: &Mapping,
) -> Result<Mapping, CommandError> {
    let list = list_of(session, id)?;
    let fields = meanings(&list, mapping)?;
    Ok(list.table.columns.iter().cloned().zip(fields).collect())
}
