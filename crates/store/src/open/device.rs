//! The device row: identity, hub, mark, clock, end of the log.

use ed25519_dalek::SigningKey;
use jisr_domain::id::{CenterId, DeviceId};
use jisr_sync::wire::Mark;
use jisr_sync::{ChangeHash, Clock, Stamp};
use rusqlite::{Connection, params};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::NewDevice;
use crate::state::{id_at, int, opt_id_at, uint};
use crate::{Result, StoreError};

/// What the device knows of itself and of its hub.
#[derive(Clone)]
pub struct DeviceInfo {
    /// Its name in changes.
    pub device: DeviceId,
    /// Its label in case numbers.
    pub label: String,
    /// The center it works for.
    pub center: CenterId,
    /// Readable code of that center, once a hub gave one.
    pub center_code: Option<String>,
    /// Where its hub is.
    pub hub_url: Option<String>,
    /// Which hub that is.
    pub hub: Option<Uuid>,
    /// The hub's epoch, as of the last published round.
    pub epoch: Option<Uuid>,
    /// How far the hub has taken its changes, as of the last published round.
    pub mark: Mark,
    /// Its clock.
    pub clock: Clock,
    /// Its last change.
    pub last_seq: u64,
    /// The chain after it.
    pub last_hash: ChangeHash,
    pub(crate) secret: Zeroizing<[u8; 32]>,
}

impl DeviceInfo {
    /// The key that signs its requests.
    pub fn signing_key(&self) -> SigningKey {
        SigningKey::from_bytes(&self.secret)
    }
}

impl std::fmt::Debug for DeviceInfo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DeviceInfo")
            .field("device", &self.device)
            .field("label", &self.label)
            .field("center", &self.center)
            .field("hub", &self.hub)
            .field("mark", &self.mark)
            .field("last_seq", &self.last_seq)
            .finish_non_exhaustive()
    }
}

pub(super) fn insert(conn: &Connection, new: &NewDevice) -> Result<()> {
    conn.execute(
        "INSERT INTO device (one, device, secret, label, center, mark_hash, last_hash) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?5)",
        params![new.device.to_string(), new.device_secret, new.label, new.center.to_string(), ChangeHash::default().0],
    )?;
    Ok(())
}

pub(crate) fn load(conn: &Connection) -> Result<DeviceInfo> {
    let mut statement = conn.prepare_cached(
        "SELECT device, secret, label, center, center_code, hub_url, hub, epoch, mark_seq, mark_hash, \
         clock_last, clock_offset_ms, last_seq, last_hash FROM device",
    )?;
    let info = statement.query_row([], |row| {
        Ok(DeviceInfo {
            device: DeviceId(id_at(row, 0)?),
            secret: Zeroizing::new(row.get(1)?),
            label: row.get(2)?,
            center: CenterId(id_at(row, 3)?),
            center_code: row.get(4)?,
            hub_url: row.get(5)?,
            hub: opt_id_at(row, 6)?,
            epoch: opt_id_at(row, 7)?,
            mark: Mark {
                seq: uint(row.get(8)?),
                hash: ChangeHash(row.get(9)?),
            },
            clock: Clock {
                last: Stamp(uint(row.get(10)?)),
                offset_ms: row.get(11)?,
            },
            last_seq: uint(row.get(12)?),
            last_hash: ChangeHash(row.get(13)?),
        })
    });
    match info {
        Ok(info) => Ok(info),
        Err(rusqlite::Error::QueryReturnedNoRows) => Err(StoreError::Damaged),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn save(conn: &Connection, info: &DeviceInfo) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "UPDATE device SET device = ?1, label = ?2, center = ?3, center_code = ?4, hub_url = ?5, hub = ?6, epoch = ?7, \
         mark_seq = ?8, mark_hash = ?9, clock_last = ?10, clock_offset_ms = ?11, last_seq = ?12, last_hash = ?13",
    )?;
    statement.execute(params![
        info.device.to_string(),
        info.label,
        info.center.to_string(),
        info.center_code,
        info.hub_url,
        info.hub.map(|id| id.to_string()),
        info.epoch.map(|id| id.to_string()),
        int(info.mark.seq),
        info.mark.hash.0,
        int(info.clock.last.0),
        info.clock.offset_ms,
        int(info.last_seq),
        info.last_hash.0,
    ])?;
    Ok(())
}
