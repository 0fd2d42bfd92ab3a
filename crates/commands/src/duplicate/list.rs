//! The pairs that wait for somebody.

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::id::{PersonId, SamePersonId};
use jisr_store::{Pair, Reader};

use super::statement::between;
use super::{DuplicateList, DuplicateListArgs, DuplicatePair, LikenessView, Unsure};
use crate::error::CommandError;
use crate::person::cases_of;
use crate::person::{People, Tied, everybody_tied};
use crate::session::Session;
use crate::user::staff_card;

/// Pairs of a page when nobody says how many.
const PAGE: u32 = 50;
/// Pairs of the longest page.
const PAGE_MOST: u32 = 500;

/// What is listed of two people: the records that were compared, what the evidence comes to.
struct Waiting {
    left: PersonId,
    right: PersonId,
    pair: Option<Pair>,
}

/// `duplicate.list`: what contradicts itself first, then the likeliest; what somebody was not sure of last. Two people
/// joined or said to be different are not asked about again, whichever of their records was compared.
///
/// # Errors
/// The database.
pub fn list(session: &Session<'_>, args: DuplicateListArgs) -> Result<DuplicateList, CommandError> {
    let limit = if args.limit == 0 {
        PAGE
    } else {
        args.limit.min(PAGE_MOST)
    };
    session.read(|reader| {
        let tied = everybody_tied(reader, session)?;
        let waiting = waiting(&tied, reader.pairs(session.staff())?);
        let total = u32::try_from(waiting.len()).unwrap_or(u32::MAX);
        let page: Vec<Waiting> = waiting
            .into_iter()
            .skip(args.offset as usize)
            .take(limit as usize)
            .collect();
        let (left, people) = reader.to_compare(session.staff())?;
        Ok(DuplicateList {
            pairs: worded(reader, session, &tied, page)?,
            total,
            left: u32::try_from(left).unwrap_or(u32::MAX),
            people: u32::try_from(people).unwrap_or(u32::MAX),
        })
    })
}

/// Each two people once.
fn waiting(tied: &Tied, pairs: Vec<Pair>) -> Vec<Waiting> {
    let ties = &tied.ties;
    let two = |one: PersonId, other: PersonId| BTreeSet::from([ties.root(one), ties.root(other)]);
    let mut contradicted: BTreeMap<BTreeSet<PersonId>, SamePersonId> = BTreeMap::new();
    for contradiction in ties.contradictions() {
        let ends = tied
            .edges
            .get(&contradiction.same)
            .map(|edge| (edge.left, edge.right));
        if let Some((Some(left), Some(right))) = ends {
            contradicted
                .entry(two(left, right))
                .or_insert(contradiction.same);
        }
    }
    let mut told: BTreeSet<BTreeSet<PersonId>> = BTreeSet::new();
    let mut first: BTreeMap<BTreeSet<PersonId>, Waiting> = BTreeMap::new();
    let mut rest = Vec::new();
    for pair in pairs {
        let people = two(pair.left, pair.right);
        let of = Waiting {
            left: pair.left,
            right: pair.right,
            pair: Some(pair),
        };
        if people.len() < 2 || !told.insert(people.clone()) {
            continue;
        }
        if contradicted.contains_key(&people) {
            first.insert(people, of);
        } else if ties.different(of.left, of.right).is_empty() {
            rest.push(of);
        }
    }
    for (people, same) in contradicted {
        let ends = tied.edges.get(&same).map(|edge| (edge.left, edge.right));
        if let Some((Some(left), Some(right))) = ends {
            first.entry(people).or_insert(Waiting {
                left,
                right,
                pair: None,
            });
        }
    }
    first.into_values().chain(rest).collect()
}

fn worded(
    reader: &Reader<'_>,
    session: &Session<'_>,
    tied: &Tied,
    page: Vec<Waiting>,
) -> Result<Vec<DuplicatePair>, CommandError> {
    let everyone: BTreeSet<PersonId> = page.iter().flat_map(|two| [two.left, two.right]).collect();
    let people = People::of(reader, session, &everyone)?;
    let mut pairs = Vec::new();
    for Waiting { left, right, pair } in page {
        let unsure = match pair.as_ref().and_then(|pair| pair.unsure) {
            Some((staff, at_ms)) => Some(Unsure {
                staff: staff_card(reader, staff)?,
                at_ms: at_ms.to_string(),
            }),
            None => None,
        };
        let mut said = between(reader, session, tied, left, right)?;
        said.retain(|one| one.contradicted);
        pairs.push(DuplicatePair {
            left: people.card(Some(left), session.today()),
            right: people.card(Some(right), session.today()),
            left_record: left,
            right_record: right,
            left_cases: cases_of(reader, session, people.records(left))?,
            right_cases: cases_of(reader, session, people.records(right))?,
            likeness: pair.map(|pair| LikenessView::new(pair.score, pair.reasons)),
            unsure,
            statements: said,
        });
    }
    Ok(pairs)
}
