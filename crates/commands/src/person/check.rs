//! What to make sure of before somebody is registered.

use jisr_domain::person::{Person, PersonProblem, cnie_is_usual};

use super::search::found;
use super::{FieldWarning, PersonChecked, PersonHit, RegisterArgs};
use crate::error::CommandError;
use crate::input::clean_record;
use crate::session::Session;

/// People shown as holding the same paper.
const SAME: usize = 10;

/// `person.check`: as it would be written, with what looks unusual. Warnings never block.
///
/// # Errors
/// [`CommandError::Field`] for what would make the record unreadable; the database.
pub fn check(session: &Session<'_>, args: RegisterArgs) -> Result<PersonChecked, CommandError> {
    let person = sound(session, clean_record(&args.person)?)?;
    Ok(PersonChecked { warnings: warnings(&person), same_papers: same_papers(session, &person)?, person })
}

/// The person, if a record may be made of them.
pub(super) fn sound(session: &Session<'_>, person: Person) -> Result<Person, CommandError> {
    match person.check(session.today()) {
        Ok(()) => Ok(person),
        Err(PersonProblem::NameMissing) => Err(CommandError::Field { field: "given_name_ar", code: "name_missing" }),
        Err(PersonProblem::BirthUnreadable) => Err(CommandError::Field { field: "birth_date", code: "birth_unreadable" }),
    }
}

fn warnings(person: &Person) -> Vec<FieldWarning> {
    let warn = |field: &str, code: &str| FieldWarning { field: field.to_owned(), code: code.to_owned() };
    let mut warnings = Vec::new();
    if person.cnie.as_deref().is_some_and(|cnie| !cnie_is_usual(cnie)) {
        warnings.push(warn("cnie", "cnie_unusual"));
    }
    // A number that could be read is kept in E.164; anything else stayed as typed.
    if person.phone.as_deref().is_some_and(|phone| !phone.starts_with('+')) {
        warnings.push(warn("phone", "phone_unreadable"));
    }
    warnings
}

fn same_papers(session: &Session<'_>, person: &Person) -> Result<Vec<PersonHit>, CommandError> {
    let held = [
        ("cnie", &person.cnie),
        ("idcs", &person.idcs),
        ("document", &person.document_number),
        ("paper_file", &person.paper_file),
        ("phone", &person.phone),
    ];
    session.read(|reader| {
        let mut same: Vec<PersonHit> = Vec::new();
        for (code, value) in held {
            let Some(value) = value else { continue };
            for mut hit in found(reader, session, value, SAME)? {
                hit.matched.retain(|matched| matched == code);
                if hit.matched.is_empty() {
                    continue;
                }
                match same.iter_mut().find(|known| known.person.person == hit.person.person) {
                    Some(known) => known.matched.append(&mut hit.matched),
                    None => same.push(hit),
                }
            }
        }
        Ok(same)
    })
}
