//! Gathers what `jisr_domain::audience` needs to know (rules 20–22, 24).

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use jisr_domain::audience::{CaseRoot, Feed, PersonRoot, Roots, audience, narrower};
use jisr_domain::case::{Case, CaseEvent, CaseState, Confidentiality, fold};
use jisr_domain::id::{CaseEventId, CaseId, CenterId, PersonId, StaffId};
use jisr_domain::record::{Fields, Kind, Record, Subject};
use jisr_domain::role::Role;

use crate::HubError;
use crate::database::{RecordRow, Transaction};

/// A case, as its audience sees it.
#[derive(Clone, Debug)]
pub struct CaseInfo {
    /// The center that keeps it.
    pub center: CenterId,
    /// Whose case.
    pub person: Option<PersonId>,
    /// Its audience.
    pub root: CaseRoot,
    /// Those who wrote what it says.
    pub authors: BTreeSet<StaffId>,
}

impl CaseInfo {
    /// Whether it is given to nobody yet: then those who opened it go on writing in it.
    pub fn waits_for_somebody(&self) -> bool {
        self.root.assigned.is_empty() && self.root.named.is_empty()
    }
}

/// Answers who may see what, remembering what it looked up: for use while nothing changes.
pub struct Audience<'a> {
    tx: &'a dyn Transaction,
    cases: RefCell<BTreeMap<CaseId, Option<CaseInfo>>>,
    users: RefCell<BTreeMap<(CenterId, bool), BTreeSet<StaffId>>>,
    persons: RefCell<BTreeMap<(PersonId, CenterId), PersonRoot>>,
    arrived: RefCell<BTreeMap<PersonId, bool>>,
}

/// The center another one is an alias of, or itself (rule 25).
pub fn home(tx: &dyn Transaction, center: CenterId) -> Result<CenterId, HubError> {
    Ok(tx
        .center(center)?
        .and_then(|row| row.alias_of)
        .unwrap_or(center))
}

impl<'a> Audience<'a> {
    /// Asks `tx`.
    pub fn new(tx: &'a dyn Transaction) -> Self {
        Self {
            tx,
            cases: RefCell::default(),
            users: RefCell::default(),
            persons: RefCell::default(),
            arrived: RefCell::default(),
        }
    }

    /// The feeds of a record. What this version does not declare goes to nobody (rule 12).
    pub fn of(&self, record: &RecordRow) -> Result<BTreeSet<Feed>, HubError> {
        let Some(kind) = Kind::from_code(&record.kind) else {
            return Ok(BTreeSet::new());
        };
        if kind == Kind::Center
            && self
                .tx
                .center(CenterId(record.id))?
                .is_some_and(|center| center.alias_of.is_some())
        {
            return Ok(BTreeSet::new());
        }
        let about = kind.definition().about;
        match about.subject(record.id, &record.shown) {
            Subject::Members(..) => self.of_members(record),
            subject => Ok(audience(about, &self.roots(record, &subject)?)),
        }
    }

    /// Those who may know of everybody placed in it; with nobody placed in it yet, nobody.
    fn of_members(&self, record: &RecordRow) -> Result<BTreeSet<Feed>, HubError> {
        let mut all: Option<BTreeSet<Feed>> = None;
        for key in self.tx.of_parent(record.id)? {
            if let Some(member) = self
                .tx
                .record(&key)?
                .filter(|row| row.center == record.center)
            {
                let feeds = self.of(&member)?;
                all = Some(all.map_or(feeds.clone(), |all| narrower(&all, &feeds)));
            }
        }
        Ok(all.unwrap_or_default())
    }

    fn roots(&self, record: &RecordRow, subject: &Subject) -> Result<Roots, HubError> {
        let case = match record.case {
            None => None,
            Some(case) => Some(self.case(case)?),
        };
        let of_case = case
            .as_ref()
            .and_then(Option::as_ref)
            .and_then(|info| info.person);
        let people = subject.people();
        // What does not say whom it is about, or is about somebody who is not here, waits for them.
        let mut known = match subject {
            Subject::Center | Subject::Directors | Subject::Addressed(..) => true,
            Subject::Unknown | Subject::Members(..) => false,
            Subject::Of { .. } | Subject::ThatOf(..) => !people.is_empty() || of_case.is_some(),
        };
        let mut roots = Vec::new();
        for person in people {
            known &= self.has_arrived(*person)?;
            roots.push(self.person(*person, record.center)?);
        }
        let person_of_case = match of_case {
            None => None,
            Some(person) => {
                known &= self.has_arrived(person)?;
                Some(self.person(person, record.center)?)
            }
        };
        let addressed = match record.addressed {
            None => None,
            Some(center) => Some((center, self.users(center, true)?)),
        };
        Ok(Roots {
            center: record.center,
            known,
            case: case.map(|info| info.map(|info| info.root).unwrap_or_default()),
            person_of_case,
            people: roots,
            directors: self.users(record.center, false)?,
            addressed,
        })
    }

    /// A person, with their cases at `center` when one of them is sealed.
    fn person(&self, person: PersonId, center: CenterId) -> Result<PersonRoot, HubError> {
        let key = (person, center);
        if let Some(known) = self.persons.borrow().get(&key) {
            return Ok(known.clone());
        }
        let mut root = PersonRoot::default();
        if is_hidden(self.tx, person)? {
            for row in self.tx.cases_of(person, 0)? {
                if let Some(info) = self.case(CaseId(row.id))?
                    && info.center == center
                {
                    root.cases.push(info.root);
                }
            }
        }
        self.persons.borrow_mut().insert(key, root.clone());
        Ok(root)
    }

    /// Whether a record that goes to `feeds` has nobody left to read it: everything it hangs from is here, and nobody who
    /// works still may know of it. What waits for its person waits for them first.
    pub(crate) fn lacks_reader(
        &self,
        record: &RecordRow,
        feeds: &BTreeSet<Feed>,
    ) -> Result<bool, HubError> {
        if feeds.contains(&Feed::Center(record.center)) {
            return Ok(false);
        }
        for feed in feeds {
            if let Feed::User(staff) = feed
                && self.tx.user(*staff)?.is_some_and(|user| user.active)
            {
                return Ok(false);
            }
        }
        let Some(kind) = Kind::from_code(&record.kind) else {
            return Ok(false);
        };
        let subject = kind.definition().about.subject(record.id, &record.shown);
        Ok(self.roots(record, &subject)?.known)
    }

    fn has_arrived(&self, person: PersonId) -> Result<bool, HubError> {
        if let Some(known) = self.arrived.borrow().get(&person) {
            return Ok(*known);
        }
        let here = self
            .tx
            .record(&(Kind::Person.code().to_owned(), person.0))?
            .is_some();
        self.arrived.borrow_mut().insert(person, here);
        Ok(here)
    }

    /// A case, when it has arrived.
    pub fn case(&self, id: CaseId) -> Result<Option<CaseInfo>, HubError> {
        if let Some(known) = self.cases.borrow().get(&id) {
            return Ok(known.clone());
        }
        let found = match self.tx.record(&(Kind::Case.code().to_owned(), id.0))? {
            None => None,
            Some(row) => {
                // Whom an ordinary case is given to nobody asks, unless its person is hidden.
                let state = if row.secrecy > 0 || is_hidden_case(self.tx, &row)? {
                    self.case_state(id)?
                } else {
                    CaseState::default()
                };
                let case = Case::from_fields(&row.shown).unwrap_or_default();
                let here = |people| self.of_center(row.center, people);
                Some(CaseInfo {
                    center: row.center,
                    person: row.person,
                    root: CaseRoot {
                        confidentiality: read::<Confidentiality>(&row.shown, "confidentiality"),
                        named: here(state.named_in(&case))?,
                        assigned: here(state.assigned)?,
                        opened_by: here(case.opened_by.into_iter().collect())?,
                    },
                    authors: row
                        .state
                        .fields
                        .values()
                        .flat_map(|field| field.siblings.iter().map(|s| s.actor))
                        .collect(),
                })
            }
        };
        self.cases.borrow_mut().insert(id, found.clone());
        Ok(found)
    }

    /// Without those the register has elsewhere: what another center is told goes in a packet (rule 22).
    fn of_center(
        &self,
        center: CenterId,
        people: BTreeSet<StaffId>,
    ) -> Result<BTreeSet<StaffId>, HubError> {
        let mut here = BTreeSet::new();
        for staff in people {
            if self
                .tx
                .user(staff)?
                .is_none_or(|user| user.center == center)
            {
                here.insert(staff);
            }
        }
        Ok(here)
    }

    /// What the events of a case that have arrived make of it.
    pub(crate) fn case_state(&self, case: CaseId) -> Result<CaseState, HubError> {
        let events = self.tx.case_events(case)?;
        let events: Vec<(CaseEventId, CaseEvent)> = events
            .into_iter()
            .filter_map(|(id, fields)| {
                Some((CaseEventId(id), CaseEvent::from_fields(&fields).ok()?))
            })
            .collect();
        Ok(fold(&events))
    }

    /// The directors of a center, or all its intake users.
    fn users(&self, center: CenterId, intake: bool) -> Result<BTreeSet<StaffId>, HubError> {
        if let Some(known) = self.users.borrow().get(&(center, intake)) {
            return Ok(known.clone());
        }
        let wanted = |role: Role| role == Role::Director || intake && role.takes_in_referrals();
        let found: BTreeSet<StaffId> = self
            .tx
            .users(center)?
            .into_iter()
            .filter(|user| user.active && wanted(user.role))
            .map(|user| user.staff)
            .collect();
        self.users
            .borrow_mut()
            .insert((center, intake), found.clone());
        Ok(found)
    }
}

/// Whether a case of theirs is sealed, at whatever center.
pub(super) fn is_hidden(tx: &dyn Transaction, person: PersonId) -> Result<bool, HubError> {
    Ok(!tx.cases_of(person, 2)?.is_empty())
}

/// Whether another case of its person is sealed, or itself.
pub(super) fn is_hidden_case(tx: &dyn Transaction, case: &RecordRow) -> Result<bool, HubError> {
    case.person
        .map_or(Ok(false), |person| is_hidden(tx, person))
}

/// A field as shown, when it is of the shape expected.
pub fn read<T: serde::de::DeserializeOwned>(shown: &Fields, name: &str) -> Option<T> {
    shown
        .get(name)
        .and_then(|value| serde_json::from_value(value.clone()).ok())
}
