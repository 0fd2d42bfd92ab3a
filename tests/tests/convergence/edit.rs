//! What people do on their devices. Whatever cannot be done there (nothing to change, written once already) is not
//! done; everything else is written down in the ledger.

use jisr_domain::id::StaffId;
use jisr_domain::record::{Fields, Kind, Record};
use jisr_store::{Actor, Moment, StoreError, Tx};
use jisr_sync::feed::VerdictKind;
use jisr_sync::{RecordState, Seen};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::{PEOPLE, World, Written};

/// One thing to do in a transaction.
pub enum Do {
    Create(Kind, Uuid, Value),
    Update(Kind, Uuid, Value, Seen),
}

impl World {
    /// Writes a transaction; `false` when the device would not have it.
    pub fn write(&mut self, who: usize, all: Vec<Do>) -> bool {
        let before = self.ledger.len();
        let written = self.with_store(who, |store, actor, moment| {
            store.write(actor, moment, |tx| {
                all.iter().try_for_each(|one| one.to(tx))
            })?;
            Ok(())
        });
        for change in self.ledger[before..].iter().flat_map(|w| &w.changes) {
            let on_screen = all.iter().find_map(|one| match one {
                Do::Update(_, id, _, seen) if *id == change.payload.id => Some(seen),
                _ => None,
            });
            let on_screen = on_screen.map(|seen| seen.about(change.payload.patch.keys()));
            assert_eq!(
                change.seen,
                on_screen.unwrap_or_default(),
                "(b) a change replaces what was on screen, and nothing else"
            );
        }
        written
    }

    fn with_store(
        &mut self,
        who: usize,
        work: impl FnOnce(&jisr_store::Store, &Actor<'_>, &Moment) -> Result<(), StoreError>,
    ) -> bool {
        self.pass(1_000);
        let device = &self.devices[who];
        let before = device.store().last_seq().unwrap();
        let actor = Actor {
            staff: device.staff,
            key: &device.key,
        };
        let moment = Moment {
            ms: self.wall(who),
            today: "2026-11-18".parse().unwrap(),
        };
        match work(device.store(), &actor, &moment) {
            Ok(()) => {}
            Err(StoreError::WrittenOnce { .. } | StoreError::NotFound { .. }) => return false,
            Err(other) => panic!("{other}"),
        }
        let id = device.store().device().unwrap().device;
        let pending = device
            .store()
            .pending_after(before, usize::MAX, usize::MAX)
            .unwrap();
        for written in pending.into_iter().flat_map(|push| push.transactions) {
            self.ledger.push(Written {
                who,
                tx: written.tx,
                changes: written
                    .changes
                    .iter()
                    .map(|logged| logged.read(id).unwrap())
                    .collect(),
                settled: false,
                lost: false,
            });
        }
        true
    }

    /// The records of a kind a device holds, in the order of their ids.
    pub fn here(&self, who: usize, kind: Kind) -> Vec<Uuid> {
        self.devices[who]
            .store()
            .read(|reader| {
                reader.inspect(
                    &format!("SELECT id FROM \"{}\" ORDER BY id", kind.code()),
                    [],
                    |row| row.get::<_, String>(0),
                )
            })
            .unwrap()
            .iter()
            .map(|id| id.parse().unwrap())
            .collect()
    }

    /// One of them.
    pub fn one(&self, who: usize, kind: Kind, what: usize) -> Option<Uuid> {
        let all = self.here(who, kind);
        (!all.is_empty()).then(|| all[what % all.len()])
    }

    pub fn state(&self, who: usize, kind: Kind, id: Uuid) -> Option<RecordState> {
        self.devices[who]
            .store()
            .read(|reader| reader.state(kind, id))
            .unwrap()
    }

    pub fn shown(&self, who: usize, kind: Kind, id: Uuid) -> Fields {
        self.state(who, kind, id)
            .map(|state| state.shown(&kind.definition()))
            .unwrap_or_default()
    }

    /// What a view of the record shows now.
    pub fn seen(&self, who: usize, kind: Kind, id: Uuid) -> Seen {
        let state = self.state(who, kind, id).unwrap_or_default();
        Seen::from_token(&Seen::of(&state).token()).unwrap()
    }

    /// Opens the pages of a kind and leaves them on screen.
    pub fn look(&mut self, who: usize, kind: Kind) {
        for id in self.here(who, kind) {
            let seen = self.seen(who, kind, id);
            self.devices[who].views.insert((kind, id), seen);
        }
    }

    /// Types into a page: the one left on screen when there is one and `old`, else as it is now.
    pub fn edit(&mut self, who: usize, kind: Kind, what: usize, patch: Value, old: bool) -> bool {
        let Some(id) = self.one(who, kind, what) else {
            return false;
        };
        let seen = match self.devices[who].views.get(&(kind, id)).filter(|_| old) {
            Some(seen) => seen.clone(),
            None => self.seen(who, kind, id),
        };
        self.write(who, vec![Do::Update(kind, id, patch, seen)])
    }

    pub fn event(&self, who: usize, case: Uuid, event: &str, staff: Option<StaffId>) -> Do {
        let at = self.wall(who);
        let at = format!(
            "2026-11-{:02}T{:02}:{:02}:{:02}.{:03}Z",
            10 + at / 86_400_000 % 20,
            at / 3_600_000 % 24,
            at / 60_000 % 60,
            at / 1_000 % 60,
            at % 1_000
        );
        let fields = json!({"case": case, "event": event, "at": at, "staff": staff, "by": self.devices[who].staff});
        Do::Create(Kind::CaseEvent, self.around.id(), fields)
    }

    pub fn open_case(&mut self, who: usize, person: Uuid, secrecy: &str, lead: Option<usize>) {
        let (case, me) = (self.around.id(), self.devices[who].staff);
        let lead = lead.map(|lead| self.devices[lead].staff);
        let named: Vec<StaffId> = lead.into_iter().chain([me]).collect();
        let mut fields = json!({"person": person, "case_type": "woman_in_difficulty", "confidentiality": secrecy, "situation": self.text(), "opened_by": me});
        if secrecy == "sealed" {
            fields["named"] = json!(named);
        }
        let mut all = vec![
            Do::Create(Kind::Case, case, fields),
            self.event(who, case, "opened", None),
        ];
        all.extend(lead.map(|lead| self.event(who, case, "lead_set", Some(lead))));
        self.write(who, all);
    }

    /// A packet to the other center, and the referral it is sent for.
    pub fn refer(&mut self, who: usize, case: Uuid) {
        let (referral, packet) = (self.around.id(), self.around.id());
        let [home, other] = self.centers;
        let (from, to) = if who == crate::world::STRANGER {
            (other, home)
        } else {
            (home, other)
        };
        let referral_fields = json!({"case": case, "person": self.shown(who, Kind::Case, case).get("person"), "to_center": to, "reason": self.text()});
        let packet_fields = json!({"referral": referral, "to_center": to, "from_center": from, "person_name": self.text(), "reason": self.text()});
        self.write(
            who,
            vec![
                Do::Create(Kind::Referral, referral, referral_fields),
                Do::Create(Kind::ReferralPacket, packet, packet_fields),
            ],
        );
    }

    pub fn answer(&mut self, who: usize, what: usize) {
        let Some(packet) = self.one(who, Kind::ReferralPacket, what) else {
            return;
        };
        let referral = self.shown(who, Kind::ReferralPacket, packet);
        let fields =
            json!({"referral": referral.get("referral"), "event": "accepted", "note": self.text()});
        let id = self.around.id();
        self.write(who, vec![Do::Create(Kind::ReferralEvent, id, fields)]);
    }

    /// A transaction that does something fine and something that is not for most people to do; then work that
    /// builds on it.
    pub fn overreach(&mut self, who: usize, what: usize, then: usize) {
        let person = self.around.id();
        let mut all = vec![Do::Create(
            Kind::Person,
            person,
            json!({"given_name_ar": self.text(), "phone": self.text()}),
        )];
        if let Some(known) = self.one(who, Kind::Person, what) {
            let seen = self.seen(who, Kind::Person, known);
            all.push(Do::Update(
                Kind::Person,
                known,
                json!({"address": self.text()}),
                seen,
            ));
        }
        let center = self.one(who, Kind::Center, 0).unwrap();
        let seen = self.seen(who, Kind::Center, center);
        all.push(Do::Update(
            Kind::Center,
            center,
            json!({"phone": self.text()}),
            seen,
        ));
        self.write(who, all);
        for n in 0..then {
            let seen = self.seen(who, Kind::Person, person);
            let patch = match n {
                0 => json!({"phone": self.text()}),
                _ => json!({"address": self.text(), "phone": self.text()}),
            };
            self.write(who, vec![Do::Update(Kind::Person, person, patch, seen)]);
        }
    }

    /// Settles something of the attention list: says it again, or lets it go.
    pub fn settle(&mut self, who: usize, what: usize, again: bool) {
        let waiting: Vec<Uuid> = self.devices[who]
            .store()
            .attention()
            .unwrap()
            .into_iter()
            .filter(|item| !again || item.verdict == VerdictKind::Rejected)
            .map(|item| item.tx)
            .collect();
        if waiting.is_empty() {
            return;
        }
        let tx = waiting[what % waiting.len()];
        let done = self.with_store(who, |store, actor, moment| {
            if again {
                store.retry(actor, moment, tx).map(|_| ())
            } else {
                store.dismiss(actor, moment, tx)
            }
        });
        if done {
            for written in self.ledger.iter_mut().filter(|written| written.tx == tx) {
                written.settled = true;
            }
        }
    }

    /// Somebody of the first center.
    pub fn colleague(&self, n: usize) -> StaffId {
        self.devices[n % (PEOPLE.len() - 1)].staff
    }
}

impl Do {
    fn to(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        match self {
            Do::Create(kind, id, fields) => create(tx, *kind, *id, fields),
            Do::Update(kind, id, patch, seen) => tx.update(*kind, *id, fields(patch), seen),
        }
    }
}

fn fields(value: &Value) -> Fields {
    serde_json::from_value(value.clone()).unwrap()
}

fn create(tx: &mut Tx<'_>, kind: Kind, id: Uuid, value: &Value) -> Result<(), StoreError> {
    use jisr_domain as d;
    fn typed<R: Record>(tx: &mut Tx<'_>, id: Uuid, value: &Value) -> Result<(), StoreError> {
        let mut all = fields(value);
        all.retain(|_, value| !value.is_null());
        tx.create(R::Id::from(id), &R::from_fields(&all).unwrap())
    }
    match kind {
        Kind::Person => typed::<d::person::Person>(tx, id, value),
        Kind::SamePerson => typed::<d::person::SamePerson>(tx, id, value),
        Kind::Contact => typed::<d::person::Contact>(tx, id, value),
        Kind::Household => typed::<d::household::Household>(tx, id, value),
        Kind::HouseholdMember => typed::<d::household::HouseholdMember>(tx, id, value),
        Kind::Reception => typed::<d::reception::Reception>(tx, id, value),
        Kind::Case => typed::<d::case::Case>(tx, id, value),
        Kind::CaseEvent => typed::<d::case::CaseEvent>(tx, id, value),
        Kind::Consent => typed::<d::consent::Consent>(tx, id, value),
        Kind::Note => typed::<d::note::Note>(tx, id, value),
        Kind::Referral => typed::<d::referral::Referral>(tx, id, value),
        Kind::ReferralEvent => typed::<d::referral::ReferralEvent>(tx, id, value),
        Kind::ReferralPacket => typed::<d::referral::ReferralPacket>(tx, id, value),
        other => panic!("no test writes a new {other:?}"),
    }
}
