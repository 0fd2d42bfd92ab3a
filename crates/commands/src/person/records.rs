//! The records of one person, and what is known of them from all of them: whoever reads what hangs from a person asks
//! here which records are theirs.

use std::collections::{BTreeSet, HashMap};

use jisr_domain::id::PersonId;
use jisr_domain::person::{Person, representative, whole};
use jisr_domain::record::Record;
use jisr_store::Reader;

use super::{Tied, tied};
use crate::error::CommandError;
use crate::session::Session;

/// The records of one person.
pub struct PersonRecords {
    /// The one that stands for them first, the others in the order of their ids.
    pub records: Vec<PersonId>,
    /// What ties them.
    pub tied: Tied,
}

impl PersonRecords {
    /// The record that stands for the person.
    pub fn shown(&self) -> PersonId {
        self.records
            .first()
            .copied()
            .unwrap_or(PersonId(uuid::Uuid::nil()))
    }

    /// What hangs from any of the records, in the order of creation.
    ///
    /// # Errors
    /// The database.
    pub fn all<R: Record>(&self, reader: &Reader<'_>) -> Result<Vec<(R::Id, R)>, CommandError> {
        Ok(reader.where_in::<R>("person", &self.records)?)
    }
}

/// Every record of the person `person` is one of, for those who may know of them.
///
/// # Errors
/// The database.
pub fn person_records(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<PersonRecords, CommandError> {
    let tied = tied(reader, session, &[person])?;
    let records = in_order(reader, &tied.ties.records(person))?;
    Ok(PersonRecords { records, tied })
}

/// The one that stands for them first.
fn in_order(
    reader: &Reader<'_>,
    records: &BTreeSet<PersonId>,
) -> Result<Vec<PersonId>, CommandError> {
    let mut hidden_from_some = BTreeSet::new();
    if records.len() > 1 {
        for record in records {
            if reader.is_hidden_from_some(*record)? {
                hidden_from_some.insert(*record);
            }
        }
    }
    let first = representative(records, |record| hidden_from_some.contains(&record));
    Ok(first
        .into_iter()
        .chain(
            records
                .iter()
                .copied()
                .filter(|record| Some(*record) != first),
        )
        .collect())
}

/// The people of a list, each asked for once, however many the rows.
#[derive(Default)]
pub struct People {
    /// Every record asked about, under the record that stands for its person.
    shown: HashMap<PersonId, PersonId>,
    /// What is known of each of those, from all their records.
    known: HashMap<PersonId, Person>,
    records: HashMap<PersonId, Vec<PersonId>>,
    /// Every record, as held.
    held: HashMap<PersonId, Person>,
}

impl People {
    /// Those `ids` are records of. Whether the one at work may know of them is for the caller to have asked.
    ///
    /// # Errors
    /// The database.
    pub fn of(
        reader: &Reader<'_>,
        session: &Session<'_>,
        ids: &BTreeSet<PersonId>,
    ) -> Result<Self, CommandError> {
        let ids: Vec<PersonId> = ids.iter().copied().collect();
        let tied = tied(reader, session, &ids)?;
        let mut people = Self::default();
        let mut all: BTreeSet<PersonId> = BTreeSet::new();
        for id in ids {
            if people.shown.contains_key(&id) {
                continue;
            }
            let records = in_order(reader, &tied.ties.records(id))?;
            let first = records.first().copied().unwrap_or(id);
            all.extend(&records);
            people
                .shown
                .extend(records.iter().map(|record| (*record, first)));
            people.records.insert(first, records);
        }
        people.held = reader
            .where_in::<Person>("id", &Vec::from_iter(all))?
            .into_iter()
            .collect();
        for (first, records) in &people.records {
            let known: Vec<&Person> = records
                .iter()
                .filter_map(|id| people.held.get(id))
                .collect();
            if !known.is_empty() {
                people.known.insert(*first, whole(&known));
            }
        }
        Ok(people)
    }

    /// The record that stands for the person `id` is a record of, and what is known of them; `None` when their
    /// record has not arrived.
    pub fn get(&self, id: PersonId) -> Option<(PersonId, &Person)> {
        let shown = *self.shown.get(&id)?;
        Some((shown, self.known.get(&shown)?))
    }

    /// Every record of that person.
    pub fn records(&self, id: PersonId) -> &[PersonId] {
        self.shown
            .get(&id)
            .and_then(|shown| self.records.get(shown))
            .map_or(&[], Vec::as_slice)
    }

    /// How record `id` has its person, when another record stands for them.
    pub fn other_record(&self, id: PersonId) -> Option<&Person> {
        let (shown, _) = self.get(id)?;
        self.held.get(&id).filter(|_| shown != id)
    }

    /// How the records that do not stand for that person have them.
    pub fn elsewhere(&self, id: PersonId) -> Vec<Person> {
        let others = self.records(id).iter().skip(1);
        others
            .filter_map(|record| self.held.get(record))
            .cloned()
            .collect()
    }
}

/// What is known of the person `id` is a record of.
///
/// # Errors
/// The database.
pub fn known(
    reader: &Reader<'_>,
    session: &Session<'_>,
    id: PersonId,
) -> Result<Option<(PersonId, Person)>, CommandError> {
    let people = People::of(reader, session, &BTreeSet::from([id]))?;
    Ok(people
        .get(id)
        .map(|(shown, person)| (shown, person.clone())))
}
