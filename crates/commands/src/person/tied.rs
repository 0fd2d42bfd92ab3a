//! Somebody recorded several times is shown as one person (sync rule 24): the only place where the edges between
//! records are followed. Nothing is repointed, so every reader of what hangs from a person asks in [`super::records`] which
//! records are theirs.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jisr_domain::id::{PersonId, SamePersonId};
use jisr_domain::person::{SamePerson, Ties};
use jisr_domain::record::Kind;
use jisr_store::Reader;
use serde_json::json;

use crate::access::is_hidden;
use crate::error::CommandError;
use crate::session::Session;

/// The edges around some people that the one at work may know of, and what they make of them.
#[derive(Default)]
pub struct Tied {
    /// Every edge whose two records the one at work may know of; those that undo them too.
    pub edges: BTreeMap<SamePersonId, SamePerson>,
    /// What they make.
    pub ties: Ties,
}

/// The edges around `people`, and around those they lead to. An edge is seen by those who may see both of its
/// records: through a hidden one nobody is led anywhere.
///
/// # Errors
/// The database.
pub fn tied(
    reader: &Reader<'_>,
    session: &Session<'_>,
    people: &[PersonId],
) -> Result<Tied, CommandError> {
    let mut edges: BTreeMap<SamePersonId, SamePerson> = BTreeMap::new();
    let mut asked: BTreeSet<PersonId> = BTreeSet::new();
    let mut next: BTreeSet<PersonId> = people.iter().copied().collect();
    let mut hidden: HashMap<PersonId, bool> = HashMap::new();
    while !next.is_empty() {
        let mut found: BTreeSet<PersonId> = BTreeSet::new();
        for (id, edge) in touching(reader, &next)? {
            let mut seen = true;
            for end in [edge.left, edge.right].into_iter().flatten() {
                let absent = match hidden.get(&end) {
                    Some(absent) => *absent,
                    None => {
                        let absent = is_hidden(reader, session, end)?
                            || reader.count(Kind::Person, "id = ?1", [end.to_string()])? == 0;
                        hidden.insert(end, absent);
                        absent
                    }
                };
                seen &= !absent;
            }
            if seen {
                found.extend([edge.left, edge.right].into_iter().flatten());
                edges.insert(id, edge);
            }
        }
        asked.append(&mut next);
        next = found.difference(&asked).copied().collect();
    }
    if !edges.is_empty() {
        // An undoing names its edge, and need not name the records.
        let named: Vec<SamePersonId> = edges.keys().copied().collect();
        edges.extend(reader.where_in::<SamePerson>("undoes", &named)?);
    }
    Ok(Tied {
        ties: Ties::of(&edges),
        edges,
    })
}

/// Every edge the one at work may know of: for what looks at the whole register.
///
/// # Errors
/// The database.
pub fn everybody_tied(reader: &Reader<'_>, session: &Session<'_>) -> Result<Tied, CommandError> {
    let hidden = reader.people_hidden_from(session.staff())?;
    let seen = |end: Option<PersonId>| end.is_none_or(|end| !hidden.contains(&end));
    let edges: BTreeMap<SamePersonId, SamePerson> = reader
        .list::<SamePerson>(
            "(\"left\" IS NULL OR EXISTS (SELECT 1 FROM person p WHERE p.id = same_person.\"left\")) \
             AND (\"right\" IS NULL OR EXISTS (SELECT 1 FROM person p WHERE p.id = same_person.\"right\"))",
            [],
        )?
        .into_iter()
        .filter(|(_, edge)| seen(edge.left) && seen(edge.right))
        .collect();
    Ok(Tied {
        ties: Ties::of(&edges),
        edges,
    })
}

/// Each end has an index of its own.
fn touching(
    reader: &Reader<'_>,
    people: &BTreeSet<PersonId>,
) -> Result<Vec<(SamePersonId, SamePerson)>, CommandError> {
    let ids = json!(people.iter().map(ToString::to_string).collect::<Vec<_>>()).to_string();
    Ok(reader.list::<SamePerson>(
        "id IN (SELECT id FROM same_person WHERE \"left\" IN (SELECT value FROM json_each(?1)) \
         UNION SELECT id FROM same_person WHERE \"right\" IN (SELECT value FROM json_each(?1)))",
        [ids],
    )?)
}

/// Whether the two are one person, as far as the one at work may know.
///
/// # Errors
/// The database.
pub fn are_one(
    reader: &Reader<'_>,
    session: &Session<'_>,
    a: PersonId,
    b: PersonId,
) -> Result<bool, CommandError> {
    Ok(a == b || tied(reader, session, &[a])?.ties.one(a, b))
}
