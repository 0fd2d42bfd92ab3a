//! A hub in a folder of its own, and laptops that write, push and pull as the program does.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::SigningKey;
use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_domain::record::{Fields, Kind};
use jisr_domain::role::Role;
use jisr_hub::{CodeAsked, Hub, HubError, Refused, Surroundings};
use jisr_sync::change::{ChangeHash, SCHEMA, SeenDots};
use jisr_sync::feed::{Cursor, RowBody, Verdict};
use jisr_sync::sign::sign_transaction;
use jisr_sync::wire::{
    EnrolCenter, EnrolRequest, EnrolUser, PROTOCOL, Published, PullPage, PullRequest, PushReply,
    PushRequest, PushTransaction,
};
use jisr_sync::{Change, ChangePayload, Dot, Logged, RecordState, Stamp};
use serde_json::{Value, json};
use uuid::Uuid;

pub const NOON: u64 = 1_795_000_000_000;

pub struct Around {
    pub now: AtomicU64,
    drawn: AtomicU64,
}

impl Surroundings for Around {
    fn now_ms(&self) -> u64 {
        self.now.load(Ordering::Relaxed)
    }
    fn random(&self, bytes: &mut [u8]) {
        let drawn = self.drawn.fetch_add(1, Ordering::Relaxed);
        blake3::Hasher::new()
            .update(&drawn.to_le_bytes())
            .finalize_xof()
            .fill(bytes);
    }
}

pub struct World {
    pub dir: tempfile::TempDir,
    pub around: Arc<Around>,
    pub hub: Arc<Hub>,
}

impl World {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let around = Arc::new(Around {
            now: AtomicU64::new(NOON),
            drawn: AtomicU64::new(1),
        });
        let hub = Arc::new(Hub::init(dir.path(), None, around.clone()).unwrap());
        Self { dir, around, hub }
    }

    pub fn pass(&self, ms: u64) {
        self.around.now.fetch_add(ms, Ordering::Relaxed);
    }

    pub fn id(&self) -> Uuid {
        let mut bytes = [0; 16];
        self.around.random(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    pub fn signing_key(&self) -> SigningKey {
        let mut bytes = [0; 32];
        self.around.random(&mut bytes);
        SigningKey::from_bytes(&bytes)
    }

    pub fn code(&self, role: Role) -> String {
        self.hub
            .make_code(&CodeAsked {
                role: Some(role),
                minutes: 15,
                ..CodeAsked::default()
            })
            .unwrap()
    }

    /// A laptop not enrolled anywhere.
    pub fn laptop(&self) -> Laptop {
        Laptop {
            device: DeviceId(self.id()),
            key: self.signing_key(),
            user: StaffId(self.id()),
            user_key: self.signing_key(),
            center: CenterId(Uuid::nil()),
            written: Vec::new(),
            chain: vec![ChangeHash::default()],
            sent: 0,
            cursors: Vec::new(),
            began: Vec::new(),
            not_told: Vec::new(),
            settled: None,
            epoch: None,
            held: BTreeMap::new(),
            verdicts: BTreeMap::new(),
            removed: Vec::new(),
            wall: self.around.now_ms(),
        }
    }

    /// A laptop enrolled with this role in the only center; the first one brings the center.
    pub fn enrolled(&self, role: Role) -> Laptop {
        let mut laptop = self.laptop();
        let code = self.code(role);
        let reply = self
            .hub
            .enrol(&laptop.enrolment(&code, self.brought()))
            .unwrap();
        laptop.center = reply.center;
        laptop
    }

    /// The center of the first laptop of a hub that has none.
    pub fn brought(&self) -> Option<EnrolCenter> {
        self.hub.centers().unwrap().is_empty().then(|| EnrolCenter {
            id: CenterId(self.id()),
            fields: BTreeMap::new(),
        })
    }

    pub fn verify(&self) {
        let found = self.hub.verify().unwrap();
        assert_eq!(found.wrong, Vec::<String>::new());
    }

    /// Everything a laptop holds after a full round.
    pub fn round(&self, laptop: &mut Laptop) -> PushReply {
        let reply = laptop.push(&self.hub);
        laptop.pull(&self.hub);
        reply
    }
}

pub struct Laptop {
    pub device: DeviceId,
    pub key: SigningKey,
    pub user: StaffId,
    pub user_key: SigningKey,
    pub center: CenterId,
    pub written: Vec<PushTransaction>,
    /// Link of the chain after each change; the first before any.
    pub chain: Vec<ChangeHash>,
    /// Transactions known to have been taken.
    pub sent: usize,
    pub cursors: Vec<Cursor>,
    /// Where the round under way began.
    pub began: Vec<Cursor>,
    pub epoch: Option<Uuid>,
    /// Own changes it was not told again.
    pub not_told: Vec<u64>,
    /// Asks not to be told again what it wrote after this change.
    pub settled: Option<u64>,
    pub held: BTreeMap<(String, Uuid), RecordState>,
    pub verdicts: BTreeMap<Uuid, Verdict>,
    pub removed: Vec<(String, Uuid)>,
    pub wall: u64,
}

impl Laptop {
    pub fn enrolment(&self, code: &str, center: Option<EnrolCenter>) -> EnrolRequest {
        EnrolRequest {
            code: code.to_owned(),
            device: self.device,
            device_key: public(&self.key),
            protocol: PROTOCOL,
            user: EnrolUser {
                staff: self.user,
                public_key: public(&self.user_key),
                name_ar: Some("أمينة العلوي".to_owned()),
                name_lat: None,
                sex: None,
            },
            center,
            join: false,
        }
    }

    fn next_seq(&self) -> u64 {
        u64::try_from(self.chain.len()).unwrap()
    }

    /// Writes a transaction: (kind, id, fields), having on screen what this laptop pulled and wrote itself.
    pub fn write(&mut self, changes: &[(Kind, Uuid, Value)]) -> Uuid {
        let changes: Vec<_> = changes
            .iter()
            .map(|(kind, id, fields)| (kind.code(), *id, fields.clone()))
            .collect();
        self.write_any(&changes)
    }

    pub fn write_any(&mut self, changes: &[(&str, Uuid, Value)]) -> Uuid {
        let tx = Uuid::from_u128(self.device.0.as_u128() ^ u128::from(self.next_seq()));
        let mut logged = Vec::new();
        for (kind, id, fields) in changes {
            let patch: Fields = serde_json::from_value(fields.clone()).unwrap();
            let key = ((*kind).to_owned(), *id);
            let seq = self.next_seq();
            self.wall += 1;
            let state = self.held.entry(key).or_default();
            let seen: SeenDots = patch
                .keys()
                .filter_map(|name| {
                    state
                        .fields
                        .get(name)
                        .map(|field| (name.clone(), field.dots()))
                })
                .collect();
            let payload = ChangePayload {
                stamp: Stamp::at(self.wall),
                tx,
                schema: SCHEMA,
                actor: self.user,
                kind: (*kind).to_owned(),
                id: *id,
                patch,
            };
            let change = Change {
                dot: Dot {
                    device: self.device,
                    seq,
                },
                seen,
                payload,
            };
            jisr_sync::apply(state, &change, change.payload.stamp);
            let line = Logged::write(&change).unwrap();
            self.chain.push(
                self.chain
                    .last()
                    .unwrap()
                    .then(line.payload_hash(self.device)),
            );
            logged.push(line);
        }
        let signature =
            URL_SAFE_NO_PAD.encode(sign_transaction(&self.user_key, tx, self.user, &logged));
        self.written.push(PushTransaction {
            tx,
            actor: self.user,
            signature,
            changes: logged,
        });
        tx
    }

    /// The push of the transactions from this one on.
    pub fn request(&self, from: usize) -> PushRequest {
        let first = self
            .written
            .get(from)
            .map_or(self.next_seq(), |tx| tx.changes[0].seq);
        PushRequest {
            prev: self.chain[usize::try_from(first).unwrap() - 1],
            transactions: self.written[from..].to_vec(),
            cursors: self.cursors.clone(),
        }
    }

    pub fn push(&mut self, hub: &Hub) -> PushReply {
        let reply = hub
            .take_push(self.device, &self.request(self.sent))
            .unwrap();
        if matches!(reply, PushReply::Taken { .. }) {
            self.sent = self.written.len();
        }
        reply
    }

    pub fn page(&self, hub: &Hub, limit: usize) -> Result<PullPage, HubError> {
        hub.page(
            self.device,
            &PullRequest {
                protocol: PROTOCOL,
                epoch: self.epoch,
                cursors: self.cursors.clone(),
                held: self.epoch.map(|epoch| Published {
                    epoch,
                    cursors: self.began.clone(),
                }),
                settled: self.settled,
                limit,
            },
        )
    }

    /// Pulls until caught up; gives the pages.
    pub fn pull(&mut self, hub: &Hub) -> Vec<PullPage> {
        self.pull_by(hub, 500)
    }

    pub fn pull_by(&mut self, hub: &Hub, limit: usize) -> Vec<PullPage> {
        let mut pages = Vec::new();
        loop {
            let page = self.page(hub, limit).unwrap();
            self.take(&page);
            let done = page.caught_up;
            pages.push(page);
            if done {
                self.began = self.cursors.clone();
                return pages;
            }
        }
    }

    fn take(&mut self, page: &PullPage) {
        if self.epoch != Some(page.epoch) {
            self.began.clear();
        }
        self.epoch = Some(page.epoch);
        self.cursors = page.cursors.clone();
        for row in &page.rows {
            assert!(row.cursor < page.cursors.len());
            match &row.body {
                RowBody::Record {
                    kind,
                    id,
                    entered,
                    state,
                } => {
                    let held = self.held.entry((kind.clone(), *id)).or_default();
                    if *entered {
                        *held = RecordState::default();
                    }
                    held.overlay(state.clone());
                }
                RowBody::Own { change } => self.not_told.push(*change),
                RowBody::Remove { kind, id } => {
                    self.held.remove(&(kind.clone(), *id));
                    self.removed.push((kind.clone(), *id));
                }
                RowBody::Verdict(verdict) => {
                    self.verdicts.insert(verdict.tx, verdict.clone());
                }
            }
        }
    }

    pub fn holds(&self, kind: Kind, id: Uuid) -> bool {
        self.held
            .get(&(kind.code().to_owned(), id))
            .is_some_and(|state| !state.fields.is_empty())
    }

    pub fn shown(&self, kind: Kind, id: Uuid) -> Fields {
        self.held
            .get(&(kind.code().to_owned(), id))
            .map(|state| state.shown(&kind.definition()))
            .unwrap_or_default()
    }

    /// What became of a transaction: its code, nothing when it was simply applied.
    pub fn verdict(&self, tx: Uuid) -> Option<&str> {
        self.verdicts.get(&tx).map(|verdict| verdict.code.as_str())
    }

    /// Forgets everything pulled: a second laptop of the same user starts so.
    pub fn forget(&mut self) {
        self.held.clear();
        self.cursors.clear();
        self.began.clear();
    }
}

pub fn public(key: &SigningKey) -> String {
    URL_SAFE_NO_PAD.encode(key.verifying_key().to_bytes())
}

pub fn refused<T: std::fmt::Debug>(answer: Result<T, HubError>) -> Refused {
    match answer.unwrap_err() {
        HubError::Refused(refused) => refused,
        other => panic!("{other}"),
    }
}

/// A person's card.
pub fn person(name: &str) -> Value {
    json!({"given_name_ar": name, "family_name_ar": "الناجي"})
}

/// A case of a person, given to `staff`: the case and its events, in one transaction.
pub fn open_case(
    world: &World,
    laptop: &mut Laptop,
    person: Uuid,
    confidentiality: &str,
    lead: Option<StaffId>,
) -> Uuid {
    let case = world.id();
    let mut changes = vec![(
        Kind::Case,
        case,
        json!({"person": person, "case_type": "woman_in_difficulty", "confidentiality": confidentiality, "opened_by": laptop.user}),
    )];
    changes.push((
        Kind::CaseEvent,
        world.id(),
        json!({"case": case, "event": "opened", "at": "2026-11-20T09:00:00Z"}),
    ));
    if let Some(lead) = lead {
        let event =
            json!({"case": case, "event": "lead_set", "staff": lead, "at": "2026-11-20T09:00:01Z"});
        changes.push((Kind::CaseEvent, world.id(), event));
    }
    laptop.write(&changes);
    case
}
