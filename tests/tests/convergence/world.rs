//! A hub in a folder, two centers, and the devices of their people. Time and chance are handed in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::SigningKey;
use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_domain::record::{Fields, Kind};
use jisr_domain::role::Role;
use jisr_hub::{CodeAsked, Hub, HubKey, Surroundings};
use jisr_store::{NewDevice, Store};
use jisr_sync::wire::{EnrolCenter, EnrolRequest, EnrolUser, PROTOCOL};
use jisr_sync::{Change, Seen};
use serde_json::json;
use tempfile::TempDir;
use uuid::Uuid;

use crate::op::Misfortune;
use crate::oracle::AtHub;
use crate::round::Running;

/// The hub's clock when a world begins.
const NOON: u64 = 1_795_000_000_000;
/// Every store's key: random bits need no stretching, and these protect nobody.
const KEY: [u8; 32] = [7; 32];

/// Who has which device. The first brings the center, the second Latifa is the same person on another device,
/// and the last is the director of another center.
pub const PEOPLE: [Person; 5] = [
    Person::new("Hanane", Role::Director, 0),
    Person::new("Latifa", Role::Caseworker, 3 * DAY),
    Person::new("Youssef", Role::Caseworker, -DAY),
    Person::new("Latifa", Role::Caseworker, 7 * MINUTE),
    Person::new("Samira", Role::Director, 0),
];
/// Latifa's second device among [`PEOPLE`].
pub const SECOND: usize = 3;
/// The other center's device among [`PEOPLE`].
pub const STRANGER: usize = 4;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

pub struct Person {
    pub name: &'static str,
    pub role: Role,
    /// By how much their clock is ahead of the hub's, in milliseconds.
    skew_ms: i64,
}

impl Person {
    const fn new(name: &'static str, role: Role, skew_ms: i64) -> Self {
        Self {
            name,
            role,
            skew_ms,
        }
    }
}

/// The hub's time and chance: both move only when told.
pub struct Around {
    now: AtomicU64,
    drawn: AtomicU64,
}

impl Around {
    fn new(now: u64, drawn: u64) -> Arc<Self> {
        Arc::new(Self {
            now: AtomicU64::new(now),
            drawn: AtomicU64::new(drawn),
        })
    }

    pub fn id(&self) -> Uuid {
        let mut bytes = [0; 16];
        self.random(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    /// A number below `bound`.
    pub fn below(&self, bound: usize) -> usize {
        let mut bytes = [0; 4];
        self.random(&mut bytes);
        u32::from_le_bytes(bytes) as usize % bound.max(1)
    }

    fn signing_key(&self) -> SigningKey {
        let mut bytes = [0; 32];
        self.random(&mut bytes);
        SigningKey::from_bytes(&bytes)
    }
}

impl Surroundings for Around {
    fn now_ms(&self) -> u64 {
        self.now.load(Ordering::Relaxed)
    }

    fn random(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            // splitmix64
            let mut word = self
                .drawn
                .fetch_add(1, Ordering::Relaxed)
                .wrapping_mul(0x9E37_79B9_7F4A_7C15);
            word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            word ^= word >> 31;
            chunk.copy_from_slice(&word.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// One device and whoever works on it.
pub struct Device {
    pub dir: PathBuf,
    store: Option<Store>,
    pub staff: StaffId,
    pub key: SigningKey,
    pub skew_ms: i64,
    pub running: Option<Running>,
    /// Tokens of views opened earlier and still on screen.
    pub views: BTreeMap<(Kind, Uuid), Seen>,
    /// Every record the hub ever sent here.
    pub sent: BTreeSet<(String, Uuid)>,
    /// A copy of its disk, if one was made.
    pub copied: bool,
}

impl Device {
    pub fn store(&self) -> &Store {
        self.store.as_ref().unwrap()
    }

    /// The program is closed and opened again; what was under way is over.
    pub fn restart(&mut self) {
        self.running = None;
        self.store = None;
        self.store = Some(Store::open(&self.dir, &KEY).unwrap());
    }

    /// Copies the disk aside.
    pub fn copy(&mut self) {
        self.store = None;
        fs::remove_dir_all(self.aside()).ok();
        copy_tree(&self.dir, &self.aside());
        self.copied = true;
        self.restart();
    }

    /// The copy takes the disk's place.
    pub fn put_back(&mut self) {
        self.store = None;
        fs::remove_dir_all(&self.dir).unwrap();
        copy_tree(&self.aside(), &self.dir);
        self.views.clear();
        self.restart();
    }

    fn aside(&self) -> PathBuf {
        self.dir.with_extension("copy")
    }
}

/// A transaction as it was written down on a device.
pub struct Written {
    pub who: usize,
    pub tx: Uuid,
    pub changes: Vec<Change>,
    /// Somebody settled it in the attention list.
    pub settled: bool,
    /// The disk it was written on is lost, and its copy does not know it: nobody is left to be told of a refusal.
    pub lost: bool,
}

/// What histories led to: a run that never saw a refusal proves nothing of refusals.
#[derive(Clone, Debug, Default)]
pub struct Reached(pub BTreeMap<&'static str, usize>);

impl Reached {
    pub fn note(&mut self, what: &'static str) {
        *self.0.entry(what).or_default() += 1;
    }

    /// What enough histories of a kind are sure to lead to, and did not.
    pub fn lacks(&self, misfortune: Misfortune) -> Vec<&'static str> {
        let common = [
            "an ordinary case",
            "a restricted case",
            "a sealed case",
            "a conflict waits for somebody",
            "a change was rejected",
            "a change is held",
            "somebody settled a refusal",
            "a record was taken from its readers",
            "a round took several pages",
            "a device was not told again what it wrote",
        ];
        let own = match misfortune {
            Misfortune::Network => Some("what was held was freed"),
            Misfortune::Disks => Some("a device took a new identity"),
            Misfortune::Hub => Some("a hub was restored"),
        };
        let all = common.into_iter().chain(own);
        all.filter(|what| !self.0.contains_key(what)).collect()
    }

    pub fn add(&mut self, other: &Self) {
        for (what, count) in &other.0 {
            *self.0.entry(what).or_default() += count;
        }
    }
}

pub struct World {
    dir: TempDir,
    pub around: Arc<Around>,
    hub: Option<Hub>,
    pub devices: Vec<Device>,
    pub centers: [CenterId; 2],
    pub ledger: Vec<Written>,
    /// People somebody wrote of, and whom nobody has registered yet.
    pub foretold: Vec<Uuid>,
    /// What the hub holds, read again after it changed.
    known: Option<AtHub>,
    values: u32,
    /// What this history led to.
    pub reached: Reached,
}

/// A world as it begins, made once and copied for each case.
pub struct Template {
    dir: TempDir,
    staff: Vec<(StaffId, SigningKey)>,
    centers: [CenterId; 2],
    /// As of when it stands: the hub's clock, texts written, what was sent to each device.
    now: u64,
    values: u32,
    sent: Vec<BTreeSet<(String, Uuid)>>,
}

impl Template {
    /// Two centers at work: some people, some cases, everybody up to date.
    pub fn new() -> Self {
        let mut template = Self::enrolled();
        let mut world = template.world();
        world.begins();
        world.grows_quiet();
        world.check_everything();
        template.now = world.around.now_ms();
        template.values = world.values;
        template.sent = world
            .devices
            .iter()
            .map(|device| device.sent.clone())
            .collect();
        template.dir = world.close();
        template
    }

    /// Everybody enrolled, and nothing written yet.
    fn enrolled() -> Self {
        let dir = fast_dir();
        let around = Around::new(NOON, 1);
        let hub = Hub::init(&dir.path().join("hub"), None, around.clone()).unwrap();
        let mut staff = Vec::new();
        let mut centers = Vec::new();
        for (who, person) in PEOPLE.iter().enumerate() {
            let (id, center) = (StaffId(around.id()), CenterId(around.id()));
            let device = DeviceId(around.id());
            let (key, device_key) = (around.signing_key(), around.signing_key());
            let brings = who == 0 || who == STRANGER;
            let code = hub
                .make_code(&CodeAsked {
                    new_center: who == STRANGER,
                    center: (!brings).then(|| centers[0]),
                    user: Some(person.name.to_owned()),
                    role: (who != SECOND).then_some(person.role),
                    staff: (who == SECOND)
                        .then(|| staff.get(1).map(|(id, _)| *id))
                        .flatten(),
                    minutes: 15,
                })
                .unwrap();
            let new = NewDevice {
                device,
                device_secret: device_key.to_bytes(),
                center,
                label: format!("T{who}"),
            };
            let store = Store::create(&device_dir(dir.path(), who), &KEY, new).unwrap();
            let request = EnrolRequest {
                code,
                device,
                device_key: public(&device_key),
                protocol: PROTOCOL,
                user: EnrolUser {
                    staff: id,
                    public_key: public(&key),
                    name_ar: None,
                    name_lat: Some(person.name.to_owned()),
                    sex: None,
                },
                center: brings.then(|| EnrolCenter {
                    id: center,
                    fields: Fields::from([("province".to_owned(), json!("04.281"))]),
                }),
                join: false,
            };
            let reply = hub.enrol(&request).unwrap();
            store.enrolled(&reply, "http://127.0.0.1:8471").unwrap();
            assert_eq!(reply.role, person.role);
            if brings {
                centers.push(reply.center);
            }
            staff.push((reply.staff, key));
        }
        assert_eq!(staff[SECOND].0, staff[1].0, "the code says who it is for");
        Self {
            dir,
            staff,
            centers: centers.try_into().unwrap(),
            now: NOON,
            values: 0,
            sent: vec![BTreeSet::new(); PEOPLE.len()],
        }
    }

    /// A world of its own.
    pub fn world(&self) -> World {
        let dir = fast_dir();
        copy_tree(self.dir.path(), dir.path());
        let devices = PEOPLE.iter().enumerate().map(|(who, person)| Device {
            dir: device_dir(dir.path(), who),
            store: Some(Store::open(&device_dir(dir.path(), who), &KEY).unwrap()),
            staff: self.staff[who].0,
            key: self.staff[who].1.clone(),
            skew_ms: person.skew_ms,
            running: None,
            views: BTreeMap::new(),
            sent: self.sent[who].clone(),
            copied: false,
        });
        let mut world = World {
            devices: devices.collect(),
            // Chance goes on elsewhere than where the template was made.
            around: Around::new(self.now, self.now),
            hub: None,
            centers: self.centers,
            ledger: Vec::new(),
            foretold: Vec::new(),
            known: None,
            values: self.values,
            reached: Reached::default(),
            dir,
        };
        world.restart_hub();
        world
    }
}

impl World {
    pub fn hub(&self) -> &Hub {
        self.hub.as_ref().unwrap()
    }

    /// Every program is closed; what remains is the files.
    fn close(self) -> TempDir {
        drop((self.hub, self.devices));
        self.dir
    }

    fn hub_dir(&self) -> PathBuf {
        self.dir.path().join("hub")
    }

    pub fn restart_hub(&mut self) {
        self.hub = None;
        self.moved();
        let key = HubKey::of(&self.hub_dir(), None).unwrap();
        self.hub = Some(Hub::open(&self.hub_dir(), &key, self.around.clone()).unwrap());
    }

    /// Makes a backup of the hub, in the place of the one before.
    pub fn back_up_hub(&mut self) {
        let backup = self.dir.path().join("backup.db");
        fs::remove_file(&backup).ok();
        self.hub().backup(&backup).unwrap();
    }

    /// The hub's machine is lost, and the backup put in place on another.
    pub fn restore_hub(&mut self) {
        let backup = self.dir.path().join("backup.db");
        if !backup.exists() {
            return;
        }
        self.hub = None;
        self.known = None;
        let key = HubKey::of(&self.hub_dir(), None).unwrap();
        fs::remove_dir_all(self.hub_dir()).unwrap();
        jisr_hub::restore(&self.hub_dir(), &key, &backup, self.around.as_ref()).unwrap();
        self.reached.note("a hub was restored");
        self.restart_hub();
    }

    /// The hub changed: what is known of it is to be read again.
    pub fn moved(&mut self) {
        self.known = None;
    }

    /// What the hub holds.
    pub fn at_hub(&mut self) -> &AtHub {
        let dir = self.hub_dir();
        self.known.get_or_insert_with(|| AtHub::read(&dir))
    }

    pub fn pass(&self, ms: u64) {
        self.around.now.fetch_add(ms, Ordering::Relaxed);
    }

    /// What the clock of a device says.
    pub fn wall(&self, who: usize) -> u64 {
        self.around
            .now_ms()
            .saturating_add_signed(self.devices[who].skew_ms)
    }

    /// A text written nowhere else.
    pub fn text(&mut self) -> String {
        self.values += 1;
        format!("qx{}xq", self.values)
    }
}

pub fn public(key: &SigningKey) -> String {
    URL_SAFE_NO_PAD.encode(key.verifying_key().to_bytes())
}

fn device_dir(dir: &Path, who: usize) -> PathBuf {
    dir.join(format!("device{who}"))
}

/// Real files, in memory where the system has a place for that: every write is flushed.
fn fast_dir() -> TempDir {
    let memory = Path::new("/dev/shm");
    let builder = |dir: &Path| {
        tempfile::Builder::new()
            .prefix("jisr-convergence-")
            .tempdir_in(dir)
    };
    builder(memory)
        .or_else(|_| builder(&std::env::temp_dir()))
        .unwrap()
}

fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
