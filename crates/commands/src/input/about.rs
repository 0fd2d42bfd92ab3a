//! Whom a record of care is about.

use jisr_domain::case::Case;
use jisr_domain::id::{CaseId, PersonId, StaffId};
use jisr_store::Reader;

use crate::access::{must_see, visible_person};
use crate::code::Code;
use crate::error::CommandError;
use crate::person::are_one;
use crate::session::Session;

/// The record of `person` that what is written hangs from. In a case it is the one the case is of, whichever of
/// the person's records was on screen: what was learnt in a case stays with it when the records are parted.
///
/// # Errors
/// [`CommandError::Field`] with `other_person` when the case is somebody else's; the database.
pub fn case_of(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: Option<CaseId>,
    person: PersonId,
) -> Result<PersonId, CommandError> {
    let Some(case) = case else { return Ok(person) };
    let owner = person_of(reader, case)?;
    if are_one(reader, session, owner, person)? {
        Ok(owner)
    } else {
        Err(CommandError::Field {
            field: "case",
            code: Code::OtherPerson,
        })
    }
}

/// Whose case it is.
///
/// # Errors
/// [`CommandError::NotFound`] when it has not arrived; the database.
pub fn person_of(reader: &Reader<'_>, case: CaseId) -> Result<PersonId, CommandError> {
    reader
        .find::<Case>(case)?
        .and_then(|case| case.person)
        .ok_or(CommandError::NotFound)
}

/// The person and the case a record of care is about: the case says whose it is when no person is named.
///
/// # Errors
/// [`CommandError::Field`] with `required` when neither is named, `other_person` when they disagree;
/// [`CommandError::NotFound`] when the one at work may not know of them; the database.
pub fn about(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: Option<PersonId>,
    case: Option<CaseId>,
) -> Result<PersonId, CommandError> {
    must_see(reader, session, person, case)?;
    let about = match (person, case) {
        (Some(person), case) => case_of(reader, session, case, person)?,
        (None, Some(case)) => person_of(reader, case)?,
        (None, None) => {
            return Err(CommandError::Field {
                field: "person",
                code: Code::Required,
            });
        }
    };
    visible_person(reader, session, about)?;
    Ok(about)
}

/// Whether `by` is the one at work.
pub fn is_author(session: &Session<'_>, by: Option<StaffId>) -> bool {
    by == Some(session.staff())
}
