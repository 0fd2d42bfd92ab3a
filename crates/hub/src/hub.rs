//! The hub: everything it does, one method each, over a database, a clock and a source of chance.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_domain::record::{Fields, Kind};
use jisr_domain::role::Role;
use jisr_sync::change::SCHEMA;
use jisr_sync::sign::verify_request;
use jisr_sync::wire::{
    EnrolReply, EnrolRequest, ForkReply, ForkRequest, HelloReply, HelloRequest, PROTOCOL, PullPage,
    PullRequest, PushReply, PushRequest,
};
use uuid::Uuid;

use crate::admin::{self, CodeAsked, Verified};
use crate::database::sqlite::Sqlite;
use crate::database::{CenterRow, Database, DeviceRow, Transaction, UserRow};
use crate::error::Refused;
use crate::feed::{Moves, followed, page};
use crate::key::{HubKey, private};
use crate::surroundings::{Surroundings, new_id};
use crate::take::{Desk, OwnHand, index, settle, take_push, write_own};
use crate::{HubError, META_DECLARED, META_EPOCH, META_HUB, enrol};

/// The database's file in the hub's folder.
pub const DATABASE_FILE: &str = "hub.db";
/// The oldest protocol still fed.
const PROTOCOL_MIN: u32 = 1;

/// A hub.
pub struct Hub {
    pub(crate) database: Box<dyn Database>,
    around: Arc<dyn Surroundings>,
    id: Uuid,
}

impl Hub {
    /// Makes a hub in `dir`, its key beside it unless `key` comes from elsewhere.
    ///
    /// # Errors
    /// When the folder holds one already or cannot be written.
    pub fn init(
        dir: &Path,
        key: Option<HubKey>,
        around: Arc<dyn Surroundings>,
    ) -> Result<Self, HubError> {
        let file = dir.join(DATABASE_FILE);
        if file.exists() {
            return Err(HubError::Usage(format!(
                "{} holds a hub already",
                dir.display()
            )));
        }
        fs::create_dir_all(dir).map_err(|source| HubError::File {
            path: dir.to_owned(),
            source,
        })?;
        private(dir)?;
        let key = match key {
            Some(key) => key,
            // A folder whose key was prepared, or whose making was cut, keeps its key.
            None if dir.join(crate::key::KEY_FILE).exists() => HubKey::of(dir, None)?,
            None => {
                let key = HubKey::random(around.as_ref());
                key.keep(dir)?;
                key
            }
        };
        let database: Box<dyn Database> = Box::new(Sqlite::open(&file, &key, true)?);
        private(&file)?;
        let (hub, epoch) = (new_id(around.as_ref()), new_id(around.as_ref()));
        database.writing(|tx| {
            tx.set_meta(META_HUB, &hub.to_string())?;
            tx.set_meta(META_EPOCH, &epoch.to_string())
        })?;
        Self::over(database, around)
    }

    /// Opens the hub in `dir`.
    ///
    /// # Errors
    /// When there is none, the key is another, or its tables cannot be brought up to date.
    pub fn open(dir: &Path, key: &HubKey, around: Arc<dyn Surroundings>) -> Result<Self, HubError> {
        let file = dir.join(DATABASE_FILE);
        if !file.exists() {
            return Err(HubError::Usage(format!(
                "{} holds no hub: make one with `jisr-hub init --data {0}`",
                dir.display()
            )));
        }
        Self::over(Box::new(Sqlite::open(&file, key, false)?), around)
    }

    fn over(database: Box<dyn Database>, around: Arc<dyn Surroundings>) -> Result<Self, HubError> {
        let id = database.reading(|tx| meta_id(tx, META_HUB))?;
        let hub = Self {
            database,
            around,
            id,
        };
        hub.release()?;
        Ok(hub)
    }

    /// A version that declares more, or declares it otherwise, releases what an older one kept aside (rule 12) and takes
    /// back what it gave to too many (rule 32).
    fn release(&self) -> Result<(), HubError> {
        let declared = declarations();
        if self
            .database
            .reading(|tx| tx.meta(META_DECLARED))?
            .as_deref()
            == Some(declared.as_str())
        {
            return Ok(());
        }
        self.writing(|desk| {
            // Whom a record goes to may be declared otherwise: each is looked at, and goes where it belongs now.
            for key in desk.tx.every_record()? {
                let Some(before) = desk.tx.record(&key)? else {
                    continue;
                };
                let mut after = before.clone();
                after.undeclared = false;
                index(desk.tx, &mut after, before.center)?;
                desk.tx.put_record(&after)?;
                let fresh: Vec<&String> = after
                    .shown
                    .keys()
                    .filter(|name| !before.shown.contains_key(*name))
                    .collect();
                desk.moves.touch(Some(&before), &after, fresh);
                desk.moves.look_again(key);
            }
            settle(desk)?;
            desk.tx.set_meta(META_DECLARED, &declared)
        })
    }

    pub(crate) fn writing<T>(
        &self,
        mut work: impl FnMut(&mut Desk<'_>) -> Result<T, HubError>,
    ) -> Result<T, HubError> {
        self.database.writing(|tx| {
            work(&mut Desk {
                tx,
                around: self.around.as_ref(),
                own: OwnHand::of(self.id),
                moves: Moves::default(),
            })
        })
    }

    /// Checks that a request comes from a device the hub knows and welcomes.
    ///
    /// # Errors
    /// [`Refused::DeviceUnknown`], [`Refused::SignatureWrong`], [`Refused::DeviceRevoked`].
    pub fn authenticate(
        &self,
        device: DeviceId,
        path: &str,
        at_ms: u64,
        body: &[u8],
        signature: &[u8; 64],
    ) -> Result<(), HubError> {
        let row = self
            .database
            .reading(|tx| tx.device(device))?
            .ok_or(Refused::DeviceUnknown)?;
        let key = enrol::verifying_key(&row.public_key)?;
        verify_request(&key, device, path, at_ms, body, signature)
            .map_err(|_| Refused::SignatureWrong)?;
        if row.revoked {
            Err(Refused::DeviceRevoked.into())
        } else {
            Ok(())
        }
    }

    /// Answers hello.
    ///
    /// # Errors
    /// [`HubError`].
    pub fn hello(&self, device: DeviceId, _request: &HelloRequest) -> Result<HelloReply, HubError> {
        self.database.reading(|tx| {
            let device = welcome(tx, device)?;
            let center = tx
                .center(device.center)?
                .ok_or(HubError::Damaged { what: "a center" })?;
            Ok(HelloReply {
                protocol_min: PROTOCOL_MIN,
                protocol_max: PROTOCOL,
                schema: SCHEMA,
                time_ms: self.around.now_ms(),
                epoch: meta_id(tx, META_EPOCH)?,
                mark: device.mark,
                feeds: followed(tx, &device)?,
                center_code: center.code.unwrap_or_default(),
                device_label: device.label,
            })
        })
    }

    /// Takes a push, whole or not at all.
    ///
    /// # Errors
    /// [`HubError`]; nothing is kept then.
    pub fn take_push(&self, device: DeviceId, push: &PushRequest) -> Result<PushReply, HubError> {
        self.writing(|desk| {
            let device = welcome(desk.tx, device)?;
            take_push(desk, device, push)
        })
    }

    /// Cuts a page.
    ///
    /// # Errors
    /// [`Refused::ProtocolTooOld`], [`HubError`].
    pub fn page(&self, device: DeviceId, request: &PullRequest) -> Result<PullPage, HubError> {
        if request.protocol < PROTOCOL_MIN {
            return Err(Refused::ProtocolTooOld.into());
        }
        self.database.reading(|tx| {
            let device = welcome(tx, device)?;
            page(
                tx,
                &device,
                meta_id(tx, META_EPOCH)?,
                self.around.now_ms(),
                request,
            )
        })
    }

    /// Takes a device and its user in.
    ///
    /// # Errors
    /// [`Refused`] for a code that does not serve.
    pub fn enrol(&self, request: &EnrolRequest) -> Result<EnrolReply, HubError> {
        self.writing(|desk| {
            let epoch = meta_id(desk.tx, META_EPOCH)?;
            enrol::enrol(desk, self.id, epoch, request)
        })
    }

    /// Gives a forked device its new identity.
    ///
    /// # Errors
    /// [`Refused::DeviceKnown`] when the identity is taken.
    pub fn fork(&self, device: DeviceId, request: &ForkRequest) -> Result<ForkReply, HubError> {
        self.writing(|desk| {
            let device = welcome(desk.tx, device)?;
            enrol::fork(desk, &device, request.device)
        })
    }

    /// Makes an enrolment code, as printed.
    ///
    /// # Errors
    /// [`HubError::Usage`] when it must be said for which center or user.
    pub fn make_code(&self, asked: &CodeAsked) -> Result<String, HubError> {
        self.database
            .writing(|tx| admin::make_code(tx, self.around.as_ref(), asked))
    }

    /// Every center with its shown card, aliases too.
    ///
    /// # Errors
    /// [`HubError`].
    pub fn centers(&self) -> Result<Vec<(CenterRow, Fields)>, HubError> {
        self.database.reading(|tx| {
            let card =
                |center: &CenterRow| tx.record(&(Kind::Center.code().to_owned(), center.id.0));
            tx.centers()?
                .into_iter()
                .map(|row| {
                    Ok((
                        row.clone(),
                        card(&row)?.map(|card| card.shown).unwrap_or_default(),
                    ))
                })
                .collect()
        })
    }

    /// Every device.
    ///
    /// # Errors
    /// [`HubError`].
    pub fn devices(&self) -> Result<Vec<DeviceRow>, HubError> {
        self.database.reading(|tx| tx.devices())
    }

    /// The users of a center.
    ///
    /// # Errors
    /// [`HubError`].
    pub fn users(&self, center: CenterId) -> Result<Vec<UserRow>, HubError> {
        self.database.reading(|tx| tx.users(center))
    }

    /// Refuses a device from now on.
    ///
    /// # Errors
    /// [`HubError::Usage`] when there is no such device.
    pub fn revoke(&self, device: DeviceId) -> Result<(), HubError> {
        self.database.writing(|tx| {
            let no_such =
                || HubError::Usage("no such device: `jisr-hub device list` shows them".to_owned());
            let row = tx.device(device)?.ok_or_else(no_such)?;
            tx.put_device(&DeviceRow {
                revoked: true,
                ..row.clone()
            })?;
            tx.audit(
                self.around.now_ms(),
                "device_revoked",
                Some(row.center),
                Some(device),
                None,
            )
        })
    }

    /// Gives a user another role, or closes or reopens their account. What they may see moves with it.
    ///
    /// # Errors
    /// [`HubError::Usage`] when there is no such user.
    pub fn set_user(
        &self,
        staff: StaffId,
        role: Option<Role>,
        active: Option<bool>,
    ) -> Result<(), HubError> {
        self.writing(|desk| {
            let no_such =
                || HubError::Usage("no such user: `jisr-hub user list` shows them".to_owned());
            let row = desk.tx.user(staff)?.ok_or_else(no_such)?;
            let user = UserRow {
                role: role.unwrap_or(row.role),
                active: active.unwrap_or(row.active),
                ..row
            };
            desk.tx.put_user(&user)?;
            desk.moves.users_of(user.center);
            let card = Fields::from([("role".to_owned(), serde_json::to_value(user.role)?)]);
            write_own(desk, Kind::Staff, staff.0, user.center, card)?;
            desk.tx.audit(
                self.around.now_ms(),
                "user_changed",
                Some(user.center),
                None,
                Some(staff),
            )?;
            settle(desk)
        })
    }

    /// Writes a whole copy under the same key, while serving.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn backup(&self, to: &Path) -> Result<(), HubError> {
        self.database.backup(to)
    }

    /// Checks the stored bytes, and everything in them against itself.
    ///
    /// # Errors
    /// When the check itself cannot run.
    pub fn verify(&self) -> Result<Verified, HubError> {
        let mut found = self.database.reading(admin::verify)?;
        found.wrong.extend(self.database.damage()?);
        Ok(found)
    }
}

/// The device, unless it is unknown or revoked.
pub(crate) fn welcome(tx: &dyn Transaction, device: DeviceId) -> Result<DeviceRow, HubError> {
    let row = tx.device(device)?.ok_or(Refused::DeviceUnknown)?;
    if row.revoked {
        Err(Refused::DeviceRevoked.into())
    } else {
        Ok(row)
    }
}

fn meta_id(tx: &dyn Transaction, name: &str) -> Result<Uuid, HubError> {
    let missing = || {
        HubError::Usage("this database is not a hub's, or its making was cut: make it again with `jisr-hub init`".to_owned())
    };
    tx.meta(name)?
        .and_then(|text| text.parse().ok())
        .ok_or_else(missing)
}

/// What this version declares, in one word.
fn declarations() -> String {
    let mut hasher = blake3::Hasher::new();
    for kind in Kind::ALL {
        hasher.update(kind.code().as_bytes());
        hasher.update(format!(" {:?}", kind.definition().about).as_bytes());
        for field in kind.definition().fields {
            hasher.update(b".");
            hasher.update(field.name.as_bytes());
        }
        hasher.update(b"\n");
    }
    hasher.finalize().to_hex().to_string()
}
