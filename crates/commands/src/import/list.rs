//! Lists brought in, the newest first.

use jisr_domain::id::{ImportId, PersonId};
use jisr_domain::import::Import;
use jisr_domain::person::Person;
use jisr_store::Reader;

use super::undo::may_undo;
use super::{ImportArgs, ImportKept, ImportState, ImportView};
use crate::access::is_hidden;
use crate::error::CommandError;
use crate::person::person_card_of;
use crate::session::Session;
use crate::user::staff_card;
use crate::view::{Empty, StaffCard};

/// Lists shown.
const MOST: u32 = 200;
/// People of one shown.
const PEOPLE: usize = 200;

/// `import.list`
///
/// # Errors
/// The database.
pub fn list(session: &Session<'_>, _args: Empty) -> Result<Vec<ImportView>, CommandError> {
    session.read(|reader| {
        let imports =
            reader.list::<Import>("1 ORDER BY \"at\" DESC, \"id\" DESC LIMIT ?1", [MOST])?;
        let here = reader.lists_kept()?;
        imports
            .into_iter()
            .map(|(id, import)| view(reader, session, id, import, here.contains(&id)))
            .collect()
    })
}

fn view(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: ImportId,
    import: Import,
    is_here: bool,
) -> Result<ImportView, CommandError> {
    let running = session
        .core
        .imports
        .running()
        .is_some_and(|running| running.import == id);
    let state = if running {
        ImportState::Running
    } else if import.undone_on.is_some() {
        ImportState::Undone
    } else if import.ended_at.is_some() {
        ImportState::Done
    } else if is_here {
        ImportState::Unfinished
    } else {
        ImportState::Elsewhere
    };
    let so_far = match import.imported {
        Some(imported) => imported,
        None => u32::try_from(written(reader, id)?).unwrap_or(u32::MAX),
    };
    let kept = if import.undone_on.is_some() {
        u32::try_from(kept_of(reader, session, id)?.len()).unwrap_or(u32::MAX)
    } else {
        0
    };
    let by = |staff| match staff {
        Some(staff) => staff_card(reader, staff),
        None => Ok(StaffCard::default()),
    };
    Ok(ImportView {
        may_undo: may_undo(session, &import),
        has_error_sheet: is_here && import.ended_at.is_some() && import.undone_on.is_none(),
        import: id,
        staff: by(import.by)?,
        undone_by: by(import.undone_by)?,
        file_name: import.file_name,
        format: import.format,
        at: import.at,
        rows: import.rows.unwrap_or(0),
        imported: so_far,
        refused: import.refused.unwrap_or(0),
        left_out: import.left_out.unwrap_or(0),
        state,
        undone_on: import.undone_on,
        kept,
    })
}

fn written(reader: &Reader<'_>, id: ImportId) -> Result<u64, CommandError> {
    Ok(reader.count(
        jisr_domain::record::Kind::Person,
        "\"import\" = ?1",
        [id.to_string()],
    )?)
}

/// `import.kept`: of a list that was undone, the people who were worked with since. Somebody a sealed case hides is not
/// among them, as nowhere.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn kept(session: &Session<'_>, args: ImportArgs) -> Result<ImportKept, CommandError> {
    session.read(|reader| {
        reader
            .find::<Import>(args.import)?
            .ok_or(CommandError::NotFound)?;
        let kept = kept_of(reader, session, args.import)?;
        Ok(ImportKept {
            total: u32::try_from(kept.len()).unwrap_or(u32::MAX),
            people: kept
                .iter()
                .take(PEOPLE)
                .map(|(id, person)| person_card_of(*id, person, session.today()))
                .collect(),
        })
    })
}

fn kept_of(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: ImportId,
) -> Result<Vec<(PersonId, Person)>, CommandError> {
    let mut kept = reader.list::<Person>(
        "\"import\" = ?1 AND withdrawn_on IS NULL ORDER BY id LIMIT 5000",
        [id.to_string()],
    )?;
    let mut hidden = Vec::new();
    for (person, _) in &kept {
        if is_hidden(reader, session, *person)? {
            hidden.push(*person);
        }
    }
    kept.retain(|(person, _)| !hidden.contains(person));
    Ok(kept)
}
