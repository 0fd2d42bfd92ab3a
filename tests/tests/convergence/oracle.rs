//! What the hub holds, read from its database, and who may hold it: the rules of the audience said a second time,
//! from the records alone, so that a mistake in the hub's own answer shows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jisr_domain::case::{Case, CaseEvent, CaseState, fold};
use jisr_domain::id::{CaseEventId, CenterId, DeviceId, StaffId};
use jisr_domain::record::{Fields, Kind, Record};
use jisr_domain::role::Role;
use jisr_hub::HubKey;
use jisr_hub::database::sqlite::Sqlite;
use jisr_hub::database::{
    Database, DeviceRow, LoggedChange, RecordRow, Registry, Transaction, UserRow,
};
use jisr_sync::RecordState;
use jisr_sync::feed::VerdictKind;
use uuid::Uuid;

pub type Key = (String, Uuid);

/// The whole of a hub at one moment.
pub struct AtHub {
    pub records: BTreeMap<Key, RecordRow>,
    pub devices: BTreeMap<DeviceId, DeviceRow>,
    /// Every change of every series, in order.
    pub log: BTreeMap<DeviceId, Vec<LoggedChange>>,
    users_of: BTreeMap<DeviceId, Vec<StaffId>>,
    users: BTreeMap<StaffId, UserRow>,
}

/// Who a record is for: everybody of a center, and these people.
#[derive(Clone, Debug, Default, PartialEq)]
struct Readers {
    center: Option<CenterId>,
    people: BTreeSet<StaffId>,
}

impl From<CenterId> for Readers {
    fn from(center: CenterId) -> Self {
        Self {
            center: Some(center),
            ..Self::default()
        }
    }
}

impl From<BTreeSet<StaffId>> for Readers {
    fn from(people: BTreeSet<StaffId>) -> Self {
        Self {
            center: None,
            people,
        }
    }
}

impl AtHub {
    pub fn read(dir: &Path) -> Self {
        let key = HubKey::of(dir, None).unwrap();
        let database: Box<dyn Database> =
            Box::new(Sqlite::open(&dir.join("hub.db"), &key, false).unwrap());
        database.reading(|tx| Ok(Self::of(tx))).unwrap()
    }

    fn of(tx: &dyn Transaction) -> Self {
        let mut users_of = BTreeMap::new();
        let mut users = BTreeMap::new();
        let mut devices = BTreeMap::new();
        for device in Registry::devices(tx).unwrap() {
            let bound: Vec<StaffId> = tx
                .bindings(device.id)
                .unwrap()
                .into_iter()
                .map(|binding| binding.staff)
                .collect();
            users_of.insert(device.id, bound);
            users.extend(
                tx.users(device.center)
                    .unwrap()
                    .into_iter()
                    .map(|user| (user.staff, user)),
            );
            devices.insert(device.id, device);
        }
        let records = tx
            .every_record()
            .unwrap()
            .into_iter()
            .map(|key| (key.clone(), tx.record(&key).unwrap().unwrap()))
            .collect();
        let log = tx
            .writers()
            .unwrap()
            .into_iter()
            .map(|device| (device, tx.logged(device, 1, u64::MAX).unwrap()))
            .collect();
        Self {
            records,
            devices,
            log,
            users_of,
            users,
        }
    }

    /// The changes of a record the hub applied, a list for each device.
    pub fn history(&self, key: &Key) -> Vec<Vec<&LoggedChange>> {
        self.log
            .values()
            .map(|changes| {
                changes
                    .iter()
                    .filter(|change| {
                        change.verdict == VerdictKind::Applied
                            && change.kind == key.0
                            && change.record == key.1
                    })
                    .collect()
            })
            .collect()
    }

    /// What becomes of a record when its changes are taken in the order `pick` chooses: given how many devices
    /// have changes left, which goes next. A device's own changes stay in their order.
    pub fn replay(&self, key: &Key, mut pick: impl FnMut(usize) -> usize) -> RecordState {
        let mut queues = self.history(key);
        let mut state = RecordState::default();
        loop {
            queues.retain(|queue| !queue.is_empty());
            if queues.is_empty() {
                return state;
            }
            let next = pick(queues.len());
            let logged = queues[next].remove(0);
            let change = logged.logged.read(logged.device).unwrap();
            jisr_sync::apply(&mut state, &change, logged.stamp);
        }
    }

    /// The transactions the hub knows, each with what became of it.
    pub fn transactions(&self) -> BTreeMap<Uuid, Vec<&LoggedChange>> {
        let mut found: BTreeMap<Uuid, Vec<&LoggedChange>> = BTreeMap::new();
        for change in self.log.values().flatten() {
            found.entry(change.tx).or_default().push(change);
        }
        found
    }

    /// Whether a device may hold a record: it is its center's, or for somebody who works on it.
    pub fn may_hold(&self, device: DeviceId, key: &Key) -> bool {
        let Some(home) = self.devices.get(&device).map(|device| device.center) else {
            return false;
        };
        let Some(readers) = self.readers(key) else {
            return false;
        };
        readers.center == Some(home)
            || self.users_of[&device]
                .iter()
                .any(|staff| self.is_here(*staff, home) && readers.people.contains(staff))
    }

    fn is_here(&self, staff: StaffId, center: CenterId) -> bool {
        self.users
            .get(&staff)
            .is_some_and(|user| user.active && user.center == center)
    }

    fn people(&self, center: CenterId, roles: &[Role]) -> BTreeSet<StaffId> {
        self.users
            .values()
            .filter(|user| user.center == center && user.active && roles.contains(&user.role))
            .map(|user| user.staff)
            .collect()
    }

    fn record(&self, kind: Kind, id: Uuid) -> Option<&RecordRow> {
        self.records.get(&(kind.code().to_owned(), id))
    }

    fn readers(&self, key: &Key) -> Option<Readers> {
        let row = self.records.get(key)?;
        let kind = Kind::from_code(&key.0)?;
        let shown = row.state.shown(&kind.definition());
        let intake = [Role::Director, Role::Reception, Role::Caseworker];
        if kind == Kind::ReferralPacket {
            let to = id(&shown, "to_center")?;
            return Some(self.people(CenterId(to), &intake).into());
        }
        if kind == Kind::ReferralEvent
            && !shown.contains_key("case")
            && let Some(referral) =
                id(&shown, "referral").and_then(|referral| self.record(Kind::Referral, referral))
        {
            // An answer: it follows the origin case, and those who gave it keep it.
            let mut readers = self.of_case(id(&referral.shown, "case")?, referral.center)?;
            let authors = row
                .state
                .fields
                .values()
                .flat_map(|field| &field.siblings)
                .filter_map(|s| self.users.get(&s.actor));
            for author in authors.filter(|author| author.center != referral.center) {
                readers.people.extend(self.people(author.center, &intake));
            }
            return Some(readers);
        }
        if kind == Kind::Readerless {
            return Some(self.people(row.center, &[Role::Director]).into());
        }
        if kind == Kind::Household {
            return self.of_household(row);
        }
        let case = match kind {
            Kind::Case => Some(row.id),
            _ => id(&shown, "case"),
        };
        // Whom it is about says who may be told: nobody, when nobody is named or they have not come. A passage at the desk
        // may be of nobody at all, and so is what the center keeps of itself.
        let of_nobody = match kind {
            Kind::Center | Kind::Staff | Kind::Partner | Kind::Import => true,
            Kind::Reception => !shown.contains_key("person"),
            _ => false,
        };
        let names = match kind {
            Kind::SamePerson => &["left", "right"][..],
            _ => &["person"][..],
        };
        let all_here = names.iter().all(|name| {
            kind == Kind::Person
                || id(&shown, name).map_or(case.is_some(), |person| {
                    self.record(Kind::Person, person).is_some()
                })
        });
        if !of_nobody && !all_here {
            return None;
        }
        let readers: Readers = match case {
            None => row.center.into(),
            Some(case) => self.of_case(case, row.center)?,
        };
        let persons: Vec<Uuid> = match kind {
            Kind::Person => vec![row.id],
            _ => ["person", "left", "right"]
                .iter()
                .filter_map(|name| id(&shown, name))
                .collect(),
        };
        // Who is named for both sides of an edge sees it, whatever else there is.
        let start = if kind == Kind::SamePerson {
            row.center.into()
        } else {
            readers
        };
        Some(persons.into_iter().fold(start, |readers, person| {
            self.behind_seal(readers, person, row.center)
        }))
    }

    /// Who a case, and everything that follows it, is for; nobody while its confidentiality has not arrived.
    fn of_case(&self, case: Uuid, center: CenterId) -> Option<Readers> {
        let row = self.record(Kind::Case, case)?;
        let shown = row.state.shown(&Kind::Case.definition());
        let person = id(&shown, "person")?;
        self.record(Kind::Person, person)?;
        let open = secrecy(&shown)? == "ordinary" && !self.has_sealed_case(person, row.center);
        Some(if open {
            center.into()
        } else {
            self.on_case(row, &shown).into()
        })
    }

    /// Whoever may know of everybody who lives or lived in it.
    fn of_household(&self, home: &RecordRow) -> Option<Readers> {
        let members = self.records.iter().filter(|(key, row)| {
            key.0 == Kind::HouseholdMember.code()
                && row.center == home.center
                && id(&row.shown, "household") == Some(home.id)
        });
        let mut all: Option<Readers> = None;
        for (key, _) in members {
            let readers = self.readers(key)?;
            all = Some(match all {
                None => readers,
                Some(all) if all.center.is_some() => readers,
                Some(all) if readers.center.is_some() => all,
                Some(mut all) => {
                    all.people.retain(|staff| readers.people.contains(staff));
                    all
                }
            });
        }
        all
    }

    /// Nobody of another center is told of a case, whoever names them: that goes in a packet.
    fn of_center(&self, mut people: BTreeSet<StaffId>, center: CenterId) -> BTreeSet<StaffId> {
        people.retain(|staff| {
            let user = self.users.get(staff);
            user.is_none_or(|user| user.center == center)
        });
        people
    }

    fn state(&self, case: Uuid) -> CaseState {
        let events: Vec<(CaseEventId, CaseEvent)> = self
            .records
            .values()
            .filter(|row| row.kind == Kind::CaseEvent.code())
            .map(|row| {
                let shown = row.state.shown(&Kind::CaseEvent.definition());
                (
                    CaseEventId(row.id),
                    CaseEvent::from_fields(&shown).unwrap_or_default(),
                )
            })
            .filter(|(_, event)| event.case.is_some_and(|of| of.0 == case))
            .collect();
        fold(&events)
    }

    /// A person with a sealed case is there for those who are on any case of theirs, and for nobody else: the named of
    /// a sealed one, whoever an ordinary or a restricted one is given to, the director where one is restricted.
    fn behind_seal(&self, readers: Readers, person: Uuid, center: CenterId) -> Readers {
        let theirs: Vec<(&RecordRow, Fields)> = self
            .records
            .values()
            .filter(|row| row.kind == Kind::Case.code() && row.center == center)
            .map(|row| (row, row.state.shown(&Kind::Case.definition())))
            .filter(|(_, shown)| id(shown, "person") == Some(person))
            .collect();
        if !theirs
            .iter()
            .any(|(_, shown)| secrecy(shown) == Some("sealed"))
        {
            return readers;
        }
        let mut on_a_case = BTreeSet::new();
        for (row, shown) in &theirs {
            on_a_case.extend(self.on_case(row, shown));
        }
        match readers.center {
            Some(_) => on_a_case.into(),
            None => readers
                .people
                .intersection(&on_a_case)
                .copied()
                .collect::<BTreeSet<_>>()
                .into(),
        }
    }

    /// Those who work on a case: of a sealed one, those named.
    fn on_case(&self, row: &RecordRow, shown: &Fields) -> BTreeSet<StaffId> {
        let mut people = match secrecy(shown) {
            Some("sealed") => {
                let case = Case::from_fields(shown).unwrap_or_default();
                self.state(row.id).named_in(&case)
            }
            Some(_) => self.state(row.id).assigned,
            None => BTreeSet::new(),
        };
        people = self.of_center(people, row.center);
        if secrecy(shown) == Some("restricted") {
            people.extend(self.people(row.center, &[Role::Director]));
        }
        people
    }

    fn has_sealed_case(&self, person: Uuid, center: CenterId) -> bool {
        self.records.values().any(|row| {
            let shown = row.state.shown(&Kind::Case.definition());
            row.kind == Kind::Case.code()
                && row.center == center
                && id(&shown, "person") == Some(person)
                && secrecy(&shown) == Some("sealed")
        })
    }
}

fn secrecy(shown: &Fields) -> Option<&str> {
    shown.get("confidentiality")?.as_str()
}

fn id(shown: &Fields, name: &str) -> Option<Uuid> {
    shown.get(name)?.as_str()?.parse().ok()
}
