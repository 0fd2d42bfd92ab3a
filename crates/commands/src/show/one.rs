//! Somebody recorded several times is shown as one person (sync rule 24): the only place where the edges between
//! records are followed. Nothing is repointed, so every reader of what hangs from a person asks here which records
//! are theirs.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use jisr_domain::id::{PersonId, SamePersonId};
use jisr_domain::person::{Person, Reach, SamePerson, Ties, representative, whole};
use jisr_domain::record::{Kind, Record};
use jisr_store::Reader;
use serde_json::json;

use super::access::person_hidden;
use super::card::person_card_of;
use crate::case::where_in;
use crate::code::Code;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::PersonCard;

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
                        let absent = person_hidden(reader, session, end)?
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
        edges.extend(where_in::<SamePerson>(reader, "undoes", &named)?);
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
        where_in::<R>(reader, "person", &self.records)
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
        people.held = where_in::<Person>(reader, "id", &Vec::from_iter(all))?
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

    /// As named in rows; the bare id when the record has not arrived.
    pub fn card(&self, id: Option<PersonId>, today: NaiveDate) -> PersonCard {
        match id.and_then(|id| self.get(id)) {
            Some((shown, person)) => person_card_of(shown, person, today),
            None => PersonCard {
                person: id,
                ..PersonCard::default()
            },
        }
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

/// Whether somebody may be reached, by the most protective answer among their records: nobody is called on the word
/// of one record while another says no. Not asked is no.
///
/// # Errors
/// The database.
pub fn reach(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<Reach, CommandError> {
    Ok(known(reader, session, person)?
        .map(|(_, person)| Reach::of(&person))
        .unwrap_or_default())
}

/// Makes sure that somebody may be called, written to or visited at home.
///
/// # Errors
/// [`CommandError::Rule`] with `contact_unsafe`, `safe_contact_first` or `safe_hours_first`: each reason is its own.
pub fn may_be_reached(
    reader: &Reader<'_>,
    session: &Session<'_>,
    person: PersonId,
) -> Result<(), CommandError> {
    let code = match reach(reader, session, person)? {
        Reach::Free | Reach::Hours => return Ok(()),
        Reach::HoursUnknown => Code::SafeHoursFirst,
        Reach::NotAsked => Code::SafeContactFirst,
        Reach::Never => Code::ContactUnsafe,
    };
    Err(CommandError::Rule(code))
}
