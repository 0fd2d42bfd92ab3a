//! What to make sure of before somebody is registered.

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::id::PersonId;
use jisr_domain::person::{Person, titles_in};

use super::search::person_hit;
use super::{FieldWarning, PersonChecked, PersonHit, RegisterArgs};
use crate::error::CommandError;
use crate::input::{clean_record, fault};
use crate::person::People;
use crate::session::Session;

/// People looked at for each paper.
const SAME: usize = 10;

/// `person.check`: as it would be written, with what looks unusual. Warnings never block.
///
/// # Errors
/// [`CommandError::Field`] for what would make the record unreadable; the database.
pub fn check(session: &Session<'_>, args: RegisterArgs) -> Result<PersonChecked, CommandError> {
    let person = clean_record(&args.person)?;
    person
        .check(session.today())
        .map_err(|problem| fault(problem.refused()))?;
    Ok(PersonChecked {
        warnings: warnings(session, &person),
        titles: titles_in(&person),
        same_papers: same_papers(session, &person)?,
        person,
    })
}

fn warnings(session: &Session<'_>, person: &Person) -> Vec<FieldWarning> {
    let found = person.warnings(session.today());
    let told = found.into_iter().map(|(field, warning)| FieldWarning {
        field: field.to_owned(),
        code: warning.code().to_owned(),
    });
    told.collect()
}

/// Those whose paper or number is the very same, not merely begins like it.
fn same_papers(session: &Session<'_>, person: &Person) -> Result<Vec<PersonHit>, CommandError> {
    session.read(|reader| {
        let mut same: BTreeMap<PersonId, Person> = BTreeMap::new();
        for (_, value) in papers(person) {
            let Some(value) = value else { continue };
            for hit in reader.search_people(value, session.staff(), SAME)? {
                same.extend(reader.find::<Person>(hit.id)?.map(|known| (hit.id, known)));
            }
        }
        let people = People::of(reader, session, &same.keys().copied().collect())?;
        let mut hits = Vec::new();
        for (id, known) in same {
            let pairs = papers(person).into_iter().zip(papers(&known));
            let matched: Vec<String> = pairs
                .filter(|((_, mine), (_, theirs))| mine.is_some() && mine == theirs)
                .map(|((code, _), _)| code.to_owned())
                .collect();
            if !matched.is_empty() {
                hits.push(person_hit(
                    reader,
                    session,
                    &people,
                    id,
                    matched,
                    &BTreeSet::new(),
                )?);
            }
        }
        Ok(hits)
    })
}

fn papers(person: &Person) -> [(&'static str, &Option<String>); 5] {
    [
        ("cnie", &person.cnie),
        ("idcs", &person.idcs),
        ("document", &person.document_number),
        ("paper_file", &person.paper_file),
        ("phone", &person.phone),
    ]
}
