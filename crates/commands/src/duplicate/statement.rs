//! What was said of records being one person.

use std::collections::BTreeSet;

use jisr_domain::id::{PersonId, SamePersonId};
use jisr_domain::person::Person;
use jisr_domain::record::Kind;
use jisr_store::Reader;

use super::Statement;
use crate::error::CommandError;
use crate::person::{PersonRecords, Tied, person_card_of};
use crate::session::Session;
use crate::user::staff_card;
use crate::view::PersonCard;

/// What ties the records of a person, and what contradicts a joining of theirs with somebody else; latest first.
/// «Different» alone is no news on a person's page.
///
/// # Errors
/// The database.
pub(crate) fn statements(
    reader: &Reader<'_>,
    session: &Session<'_>,
    one: &PersonRecords,
) -> Result<Vec<Statement>, CommandError> {
    let own: BTreeSet<PersonId> = one.records.iter().copied().collect();
    let about = |edge: &SamePersonId| {
        one.tied.edges.get(edge).is_some_and(|edge| {
            [edge.left, edge.right]
                .into_iter()
                .flatten()
                .any(|end| own.contains(&end))
        })
    };
    let ties = &one.tied.ties;
    let mut told: BTreeSet<SamePersonId> = ties.joins().iter().copied().filter(&about).collect();
    for contradiction in ties.contradictions() {
        if about(&contradiction.same) {
            told.extend([contradiction.same, contradiction.different]);
        }
    }
    worded(reader, session, &one.tied, told)
}

/// The statements in force between two people, whichever of their records they name.
///
/// # Errors
/// The database.
pub(super) fn between(
    reader: &Reader<'_>,
    session: &Session<'_>,
    tied: &Tied,
    left: PersonId,
    right: PersonId,
) -> Result<Vec<Statement>, CommandError> {
    let sides = [tied.ties.records(left), tied.ties.records(right)];
    let across = |edge: &SamePersonId| {
        let Some((Some(a), Some(b))) = tied.edges.get(edge).map(|edge| (edge.left, edge.right))
        else {
            return false;
        };
        sides[0].contains(&a) && sides[1].contains(&b)
            || sides[0].contains(&b) && sides[1].contains(&a)
    };
    let told = in_force(tied).filter(across).collect();
    worded(reader, session, tied, told)
}

/// Every statement nobody undid.
pub(super) fn in_force(tied: &Tied) -> impl Iterator<Item = SamePersonId> + '_ {
    tied.ties
        .joins()
        .iter()
        .copied()
        .chain(tied.ties.differences().keys().copied())
        .chain(tied.ties.contradictions().iter().map(|one| one.same))
}

fn worded(
    reader: &Reader<'_>,
    session: &Session<'_>,
    tied: &Tied,
    told: BTreeSet<SamePersonId>,
) -> Result<Vec<Statement>, CommandError> {
    let contradicted: BTreeSet<SamePersonId> = tied
        .ties
        .contradictions()
        .iter()
        .flat_map(|one| [one.same, one.different])
        .collect();
    let mut statements = Vec::new();
    for id in told {
        let Some(edge) = tied.edges.get(&id) else {
            continue;
        };
        let state = reader.state(Kind::SamePerson, id.0)?;
        let written = state
            .as_ref()
            .and_then(|state| state.fields.get("same"))
            .and_then(|field| field.siblings.iter().max_by_key(|s| (s.stamp, s.dot)));
        statements.push(Statement {
            edge: id,
            left: recorded(reader, session, edge.left)?,
            right: recorded(reader, session, edge.right)?,
            same: edge.same == Some(true),
            contradicted: contradicted.contains(&id),
            staff: match written {
                Some(said) => staff_card(reader, said.actor)?,
                None => Default::default(),
            },
            at_ms: written.map_or(0, |said| said.stamp.ms()).to_string(),
        });
    }
    statements.sort_by_key(|said| {
        (
            std::cmp::Reverse(said.at_ms.parse::<u64>().unwrap_or_default()),
            said.edge,
        )
    });
    Ok(statements)
}

/// As the record itself has its person, not as they are shown with their other records.
fn recorded(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: Option<PersonId>,
) -> Result<PersonCard, CommandError> {
    let Some(id) = id else {
        return Ok(PersonCard::default());
    };
    let person = reader.find::<Person>(id)?.unwrap_or_default();
    Ok(person_card_of(id, &person, session.today()))
}
