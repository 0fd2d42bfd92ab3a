//! Who may know of a record, from the tables the store keeps of it.

use jisr_domain::case::{Case, Confidentiality};
use jisr_domain::id::{CaseId, PersonId};
use jisr_domain::person::Person;
use jisr_domain::record::{Kind, Subject};
use jisr_domain::role::Role;
use jisr_store::{Held, Reader};
use uuid::Uuid;

use crate::error::CommandError;
use crate::session::Session;

/// Whether the person at work may know of `case`: its audience has them, and none of the sealed cases of
/// its person leaves them out. Reception may know that an ordinary case exists; what it holds is kept from
/// them by [`super::redact`] and by the table of commands.
///
/// # Errors
/// The database.
pub fn may_see_case(
    reader: &Reader<'_>,
    session: &Session<'_>,
    case: CaseId,
) -> Result<bool, CommandError> {
    // Asked as one who follows cases: what reception is not shown of a case is decided field by field.
    Ok(reader.visible_case(case, session.staff(), Role::Caseworker)?)
}

/// Whether `person` is absent for the one at work: a sealed case of theirs does not name them.
///
/// # Errors
/// The database.
pub fn is_hidden(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<bool, CommandError> {
    Ok(!reader.visible_person(person, session.staff())?)
}

/// Whether a record that hangs from `person` and `case` may be shown: a case gives its own audience, a
/// person takes along whatever names them.
///
/// # Errors
/// The database.
pub fn may_see(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: Option<PersonId>,
    case: Option<CaseId>,
) -> Result<bool, CommandError> {
    if person.is_none() && case.is_none() {
        return Ok(true);
    }
    let people = person.into_iter().collect();
    Ok(reader.may_know(&Subject::Of { people, case }, session.staff())?)
}

/// [`may_see`], or not found: the two are never told apart.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn must_see(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: Option<PersonId>,
    case: Option<CaseId>,
) -> Result<(), CommandError> {
    if may_see(reader, session, person, case)? {
        Ok(())
    } else {
        Err(CommandError::NotFound)
    }
}

/// The person as held, for those who may know of them.
///
/// # Errors
/// [`CommandError::NotFound`]; the database.
pub fn visible_person(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<Held<Person>, CommandError> {
    if is_hidden(reader, session, person)? {
        return Err(CommandError::NotFound);
    }
    reader.get::<Person>(person)?.ok_or(CommandError::NotFound)
}

/// Writes in the audit log that the one at work viewed a record of `case`, when the case is restricted or
/// sealed. Ordinary cases leave no trace of being read.
///
/// # Errors
/// The database.
pub fn audit_view(
    session: &Session<'_>,
    case: Option<CaseId>,
    kind: Kind,
    id: Uuid,
) -> Result<(), CommandError> {
    let Some(case) = case else { return Ok(()) };
    let watched = session.read(|reader| {
        let secrecy = reader
            .find::<Case>(case)?
            .and_then(|case| case.confidentiality);
        Ok(matches!(
            secrecy,
            Some(Confidentiality::Restricted | Confidentiality::Sealed)
        ))
    })?;
    if watched {
        session.write(|tx| Ok(tx.audit("view", Some(kind), Some(id), &[])?))?;
    }
    Ok(())
}
