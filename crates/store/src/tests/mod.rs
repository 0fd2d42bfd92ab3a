//! People's laptops and the hub between them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod access;
mod attention;
mod decode;
mod door;
mod duplicate;
mod files;
mod full;
mod hub;
mod identity;
mod incident;
mod migrations;
mod round;
mod schema;
mod search;

use std::cell::Cell;
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;
use jisr_domain::case::{Case, CaseEvent, CaseEventType, Confidentiality};
use jisr_domain::center::Staff;
use jisr_domain::id::{CaseEventId, CaseId, CenterId, DeviceId, PersonId, StaffId};
use jisr_domain::person::Person;
use jisr_domain::record::{Fields, Kind, Record};
use jisr_domain::role::Role;
use jisr_sync::Seen;
use jisr_sync::feed::Cursor;
use serde_json::json;
use tempfile::TempDir;
use uuid::Uuid;

use crate::key::HeldStill;
use crate::{Actor, Changes, Held, Moment, NewDevice, Store, StoreError, Tx};

const KEY: [u8; 32] = [7; 32];
const CENTER: CenterId = CenterId(Uuid::from_u128(0xC0));

/// A laptop, its user and its clock.
struct Laptop {
    dir: TempDir,
    store: Option<Store>,
    staff: StaffId,
    key: SigningKey,
    ms: Cell<u64>,
}

impl Laptop {
    fn of(n: u8) -> Self {
        let dir = TempDir::new().unwrap();
        let device = NewDevice {
            device: DeviceId(Uuid::from_u128(0xD00 + u128::from(n))),
            device_secret: [n; 32],
            center: CENTER,
            label: format!("T{n}"),
        };
        let store = Store::create(dir.path(), &KEY, device).unwrap();
        let key = SigningKey::from_bytes(&[100 + n; 32]);
        Self {
            dir,
            store: Some(store),
            staff: staff(n),
            key,
            ms: Cell::new(1_795_000_000_000 + u64::from(n)),
        }
    }
    fn store(&self) -> &Store {
        self.store.as_ref().unwrap()
    }
    fn moment(&self) -> Moment {
        self.ms.set(self.ms.get() + 1_000);
        Moment {
            ms: self.ms.get(),
            today: "2026-11-18".parse().unwrap(),
        }
    }
    fn actor(&self) -> Actor<'_> {
        Actor {
            staff: self.staff,
            key: &self.key,
        }
    }
    /// Closes the program and opens it again.
    fn restart(&mut self) {
        self.store = None;
        self.store = Some(Store::open(self.dir.path(), &KEY).unwrap());
    }
    /// A backup of it, in `place`.
    fn backed_up(&self, place: &Path) -> PathBuf {
        let to = place.join("backup");
        crate::back_up(self.dir.path(), &KEY, &to, &HeldStill::of(self.dir.path())).unwrap();
        to
    }
    fn write<T>(
        &self,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<(T, Changes), StoreError> {
        self.store().write(&self.actor(), &self.moment(), f)
    }
    fn registers(&self, person: &Person) -> PersonId {
        self.write(|tx| {
            let id = tx.new_id();
            tx.create(id, person)?;
            Ok(id)
        })
        .unwrap()
        .0
    }
    fn opens_case(&self, case: &Case, events: &[(CaseEventType, StaffId)]) -> CaseId {
        self.write(|tx| {
            let id: CaseId = tx.new_id();
            tx.create(id, case)?;
            for (event, staff) in events {
                let at =
                    chrono::DateTime::from_timestamp_millis(i64::try_from(tx.moment().ms).unwrap());
                let event = CaseEvent {
                    case: Some(id),
                    event: Some(*event),
                    staff: Some(*staff),
                    at,
                    ..CaseEvent::default()
                };
                let event_id: CaseEventId = tx.new_id();
                tx.create(event_id, &event)?;
            }
            Ok(id)
        })
        .unwrap()
        .0
    }
    fn sees(&self, id: PersonId) -> Option<Held<Person>> {
        self.store().read(|r| r.get::<Person>(id)).unwrap()
    }
    fn phone(&self, id: PersonId) -> Option<String> {
        self.sees(id).unwrap().record.phone
    }
    /// Types a new telephone with the person's page open as it is now.
    fn changes_phone(&self, id: PersonId, phone: &str) {
        let seen = self.sees(id).unwrap().seen;
        self.changes_phone_having_seen(id, phone, &seen).unwrap();
    }
    fn changes_phone_having_seen(
        &self,
        id: PersonId,
        phone: &str,
        seen: &str,
    ) -> Result<Changes, StoreError> {
        let patch = Fields::from([("phone".to_owned(), json!(phone))]);
        let seen = Seen::from_token(seen).unwrap();
        Ok(self
            .write(|tx| tx.update(Kind::Person, id.0, patch, &seen))?
            .1)
    }
    fn finds(&self, query: &str) -> Vec<PersonId> {
        self.found_by(query, self.staff)
    }
    fn found_by(&self, query: &str, staff: StaffId) -> Vec<PersonId> {
        self.store()
            .search_people(query, staff, 20)
            .unwrap()
            .into_iter()
            .map(|hit| hit.id)
            .collect()
    }
    fn cursors(&self) -> Vec<Cursor> {
        self.store().cursors().unwrap()
    }
}

fn staff(n: u8) -> StaffId {
    StaffId(Uuid::from_u128(0x5700 + u128::from(n)))
}

fn fatima() -> Person {
    Person {
        given_name_ar: Some("فاطمة الزهراء".into()),
        family_name_ar: Some("العلوي".into()),
        given_name_lat: Some("Fatima-Zahra".into()),
        family_name_lat: Some("El Alaoui".into()),
        birth_date: Some("1991-03-14".into()),
        cnie: Some("AB123456".into()),
        phone: Some("+212661234567".into()),
        paper_file: Some("114/2019".into()),
        ..Person::default()
    }
}

fn case_of(person: PersonId, confidentiality: Confidentiality, named: &[StaffId]) -> Case {
    Case {
        person: Some(person),
        confidentiality: Some(confidentiality),
        named: named.to_vec(),
        ..Case::default()
    }
}

fn director(laptop: &Laptop, id: StaffId) {
    let card = Staff {
        role: Some(Role::Director),
        ..Staff::default()
    };
    laptop.write(|tx| tx.create(id, &card)).unwrap();
}

fn columns_of<R: Record>(laptop: &Laptop) -> u64 {
    laptop.store().read(|r| r.count(R::KIND, "1", [])).unwrap()
}
