//! Moves what changed to fresh places in the feeds of those who may see it (rules 13, 16, 20).

use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::audience::Feed;
use jisr_domain::id::{CaseId, CenterId, DeviceId, PersonId};
use jisr_domain::record::Kind;
use jisr_sync::feed::Verdict;
use uuid::Uuid;

use super::Audience;
use super::audience::is_hidden_case;
use crate::HubError;
use crate::database::{Key, Membership, RecordRow, Transaction};

/// What moved in one hub transaction: gathered while changes are applied, delivered once at its end.
#[derive(Debug, Default)]
pub struct Moves {
    fields: BTreeMap<Key, BTreeSet<String>>,
    /// Cases whose audience may have changed: their records follow.
    cases: BTreeSet<CaseId>,
    /// Cases given to somebody or taken from somebody.
    assigned: BTreeSet<CaseId>,
    /// People a sealed case hides, or no longer hides.
    persons: BTreeSet<PersonId>,
    /// Centers whose directors or intake users changed.
    centers: BTreeSet<CenterId>,
}

impl Moves {
    /// Notes that `fields` of a record moved.
    pub fn touch<'a>(
        &mut self,
        before: Option<&RecordRow>,
        after: &RecordRow,
        fields: impl IntoIterator<Item = &'a String>,
    ) {
        let moved = self.fields.entry(after.key()).or_default();
        moved.extend(fields.into_iter().cloned());
        if after.kind == Kind::Case.code() {
            let guard = |row: &RecordRow| {
                (
                    row.shown.get("confidentiality").cloned(),
                    row.shown.get("named").cloned(),
                    row.person,
                )
            };
            if before.map(guard) != Some(guard(after)) {
                self.cases.insert(CaseId(after.id));
                for row in before.into_iter().chain([after]) {
                    self.persons.extend(row.person.filter(|_| row.secrecy == 2));
                }
            }
        } else if after.kind == Kind::CaseEvent.code() {
            self.assigned.extend(after.case);
        }
        // What came before the person it is about has waited for them.
        if before.is_none() && after.kind == Kind::Person.code() {
            self.persons.insert(PersonId(after.id));
        }
    }

    /// Notes that a record's audience must be looked at again, though nothing in it moved.
    pub fn look_again(&mut self, key: Key) {
        self.fields.entry(key).or_default();
    }

    /// Notes that a center's directors or intake users changed.
    pub fn users_of(&mut self, center: CenterId) {
        self.centers.insert(center);
    }

    /// What people are placed in goes to those who may know of all of them: it moves with each.
    fn look_at_parents(&mut self, tx: &dyn Transaction) -> Result<(), HubError> {
        let mut parents: BTreeSet<Key> = BTreeSet::new();
        for key in self.fields.keys() {
            let Some(kind) = Kind::from_code(&key.0).filter(|kind| kind.places_people()) else {
                continue;
            };
            if let Some(record) = tx.record(key)?
                && let Some((of, parent)) = kind.parent(&record.shown)
            {
                parents.insert((of.code().to_owned(), parent));
            }
        }
        for parent in parents {
            self.look_again(parent);
        }
        Ok(())
    }

    /// Whether nothing moved.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
            && self.cases.is_empty()
            && self.assigned.is_empty()
            && self.persons.is_empty()
            && self.centers.is_empty()
    }

    /// Puts every record where it belongs now. Gives the cases that were looked at, and whether each lacks a reader.
    pub fn settle(mut self, tx: &dyn Transaction) -> Result<Vec<(CaseId, bool)>, HubError> {
        for center in std::mem::take(&mut self.centers) {
            self.cases.extend(tx.guarded_cases(center)?);
            for key in tx.addressed_to(center)? {
                self.look_again(key);
            }
        }
        // Whom a case is given to decides who reads it where it is restricted, or its person hidden.
        for case in std::mem::take(&mut self.assigned) {
            if let Some(row) = tx.record(&(Kind::Case.code().to_owned(), case.0))?
                && (row.secrecy == 1 || is_hidden_case(tx, &row)?)
            {
                self.cases.insert(case);
            }
        }
        // Somebody hidden is told to whoever reads one of their cases.
        for case in &self.cases {
            if let Some(row) = tx.record(&(Kind::Case.code().to_owned(), case.0))?
                && is_hidden_case(tx, &row)?
            {
                self.persons.extend(row.person);
            }
        }
        for person in std::mem::take(&mut self.persons) {
            for key in tx.of_person(person)? {
                self.look_again(key);
            }
            self.cases.extend(
                tx.cases_of(person, 0)?
                    .into_iter()
                    .map(|case| CaseId(case.id)),
            );
        }
        for case in std::mem::take(&mut self.cases) {
            for key in tx.of_case(case)? {
                self.look_again(key);
            }
        }
        self.look_at_parents(tx)?;
        // That a case waits for a reader is told to whoever directs now.
        let cases: Vec<Uuid> = self
            .fields
            .keys()
            .filter(|(kind, _)| kind == Kind::Case.code())
            .map(|(_, id)| *id)
            .collect();
        for case in cases {
            let notice = (Kind::Readerless.code().to_owned(), case);
            if tx.record(&notice)?.is_some() {
                self.look_again(notice);
            }
        }
        let audience = Audience::new(tx);
        let mut cases = Vec::new();
        for (key, fields) in &self.fields {
            if let Some(record) = tx.record(key)? {
                let feeds = audience.of(&record)?;
                if record.kind == Kind::Case.code() {
                    cases.push((CaseId(record.id), audience.lacks_reader(&record, &feeds)?));
                }
                route(tx, feeds, &record, fields)?;
            }
        }
        Ok(cases)
    }
}

fn route(
    tx: &dyn Transaction,
    mut feeds: BTreeSet<Feed>,
    record: &RecordRow,
    fields: &BTreeSet<String>,
) -> Result<(), HubError> {
    let key = record.key();
    let declared: Vec<&String> = match Kind::from_code(&record.kind) {
        Some(kind) => fields
            .iter()
            .filter(|name| kind.definition().field(name).is_some())
            .collect(),
        None => Vec::new(),
    };
    for (feed, mut member) in tx.memberships(&key)? {
        let belongs = feeds.remove(&feed);
        match (belongs, member.removed) {
            (true, false) if declared.is_empty() => continue,
            (false, true) => continue,
            (true, false) => {
                member.seq = tx.next(feed)?;
                member
                    .moved
                    .extend(declared.iter().map(|name| ((*name).clone(), member.seq)));
            }
            (true, true) => {
                member.past.push((member.entered, member.seq));
                member.seq = tx.next(feed)?;
                member.entered = member.seq;
                member.removed = false;
                member.moved.clear();
            }
            (false, false) => {
                member.seq = tx.next(feed)?;
                member.removed = true;
            }
        }
        tx.put_member(feed, &key, &member)?;
    }
    for feed in feeds {
        let seq = tx.next(feed)?;
        tx.put_member(
            feed,
            &key,
            &Membership {
                seq,
                entered: seq,
                ..Membership::default()
            },
        )?;
    }
    Ok(())
}

/// Tells a device what became of one of its transactions (rule 10).
pub fn deliver(tx: &dyn Transaction, device: DeviceId, verdict: &Verdict) -> Result<(), HubError> {
    let feed = Feed::Device(device);
    let seq = tx.next(feed)?;
    tx.put_verdict(feed, seq, verdict)
}
