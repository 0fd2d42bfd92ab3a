//! A list taken back, and brought back.

use std::sync::Arc;

use jisr_domain::id::{ImportId, PersonId};
use jisr_domain::import::Import;
use jisr_domain::record::{Fields, Kind};
use jisr_domain::role::Role;
use jisr_store::Reader;
use serde_json::{Value, json};

use super::start::{ended, status};
use super::worked::worked_with;
use super::writer::{ImportWriter, tell};
use super::{ImportArgs, ImportPhase, ImportStatus};
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// People of one transaction (sync rule 7).
const PART: usize = 900;

/// `import.undo`: withdraws the people of a list with whom nobody has worked since. The others stay, and are listed.
///
/// # Errors
/// [`CommandError::Forbidden`] for a list somebody else brought, but to the director; [`CommandError::Rule`] with
/// `import_running`; [`CommandError::NotFound`]; the database.
pub fn undo(session: &Session<'_>, args: ImportArgs) -> Result<ImportStatus, CommandError> {
    begin(session, args.import, ImportPhase::Undoing)
}

/// `import.restore`: the people of a list that was undone are in the register again.
///
/// # Errors
/// Those of [`undo`].
pub fn restore(session: &Session<'_>, args: ImportArgs) -> Result<ImportStatus, CommandError> {
    begin(session, args.import, ImportPhase::Restoring)
}

/// Whether the one at work may undo `import`: whoever brought it, and the director.
pub(super) fn may_undo(session: &Session<'_>, import: &Import) -> bool {
    session.me().role == Role::Director
        || (session.me().role.imports_lists() && import.by == Some(session.staff()))
}

fn begin(
    session: &Session<'_>,
    id: ImportId,
    phase: ImportPhase,
) -> Result<ImportStatus, CommandError> {
    let people = session.read(|reader| {
        let import = reader.find::<Import>(id)?.ok_or(CommandError::NotFound)?;
        if !may_undo(session, &import) {
            return Err(CommandError::Forbidden);
        }
        people_of(reader, id, phase)
    })?;
    let pen = ImportWriter::of(session);
    let total = u32::try_from(people.len()).unwrap_or(u32::MAX);
    if !pen.imports.begin(id, phase, total) {
        return Err(CommandError::Rule(Code::ImportRunning));
    }
    let imports = Arc::clone(&pen.imports);
    imports.run(move || {
        let how = run(&pen, id, phase, &people);
        ended(&pen, how);
    });
    status(session, Empty {})
}

/// Those who are in the register, or out of it.
fn people_of(
    reader: &Reader<'_>,
    id: ImportId,
    phase: ImportPhase,
) -> Result<Vec<PersonId>, CommandError> {
    Ok(reader.people_of_import(id, Some(phase == ImportPhase::Restoring))?)
}

/// Does it, a part at a time; whether it was stopped before the end. Cut anywhere, it is asked for again and goes on with
/// those who are left.
pub(super) fn run(
    pen: &ImportWriter,
    id: ImportId,
    phase: ImportPhase,
    people: &[PersonId],
) -> Result<bool, CommandError> {
    let withdrawing = phase == ImportPhase::Undoing;
    let today = pen.today();
    // First of all, so that a list half undone is known as undone, on every device.
    pen.write(|tx| {
        if withdrawing {
            tx.drop_list(id)?;
            tell(
                tx,
                id,
                [
                    ("undone_on", json!(today)),
                    ("undone_by", json!(pen.staff())),
                ],
            )
        } else {
            tell(
                tx,
                id,
                [("undone_on", Value::Null), ("undone_by", Value::Null)],
            )
        }
    })?;
    let total = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let mut done = 0_u32;
    for part in people.chunks(PART) {
        if pen.imports.is_stopping() {
            return Ok(true);
        }
        pen.write(|tx| {
            for person in part {
                if withdrawing && worked_with(tx.reader(), *person)? {
                    continue;
                }
                let day = if withdrawing {
                    json!(today)
                } else {
                    Value::Null
                };
                let fields = Fields::from([("withdrawn_on".to_owned(), day)]);
                tx.update_as_shown(Kind::Person, person.0, fields)?;
            }
            Ok(())
        })?;
        done = done.saturating_add(u32::try_from(part.len()).unwrap_or(u32::MAX));
        pen.imports.report(done, total);
    }
    Ok(false)
}

/// After a round: whoever was withdrawn here while a colleague worked with them elsewhere is in the register again. What
/// was done with somebody is never left hanging from nobody.
///
/// # Errors
/// The database.
pub(crate) fn bring_back(pen: &ImportWriter) -> Result<bool, CommandError> {
    if !pen.open.me.role.meets_people() {
        return Ok(false);
    }
    let out = pen.read(|reader| {
        let mut out = Vec::new();
        for person in reader.withdrawn_people()? {
            if worked_with(reader, person)? {
                out.push(person.0);
            }
        }
        Ok(out)
    })?;
    for part in out.chunks(PART) {
        pen.write(|tx| {
            for id in part {
                let fields = Fields::from([("withdrawn_on".to_owned(), Value::Null)]);
                tx.update_as_shown(Kind::Person, *id, fields)?;
            }
            Ok(())
        })?;
    }
    Ok(!out.is_empty())
}
