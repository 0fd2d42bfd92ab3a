//! Belonging to a hub.

use jisr_domain::id::CenterId;
use jisr_sync::wire::{EnrolReply, HelloReply};
use rusqlite::{Connection, params};

use crate::state::{id_at, sql_id};
use crate::{DeviceInfo, Reader, Result, Store, StoreError, open};

impl Store {
    /// Takes the hub's welcome: where it is, the center, the code and label of case numbers. Joining the center of
    /// another laptop makes this one's own an alias of it (rule 25). Everything held is then to be pushed.
    ///
    /// # Errors
    /// [`StoreError::OtherHub`] when the device belongs to a hub already; [`StoreError::Incoherent`] for a code or a
    /// label that cannot be printed in a case number; disk and database errors.
    pub fn enrolled(&self, reply: &EnrolReply, hub_url: &str) -> Result<()> {
        printable(&reply.center_code)?;
        printable(&reply.device_label)?;
        self.alone(|conn| {
            let mut device = open::load_device(conn)?;
            if device.hub.is_some_and(|hub| hub != reply.hub) {
                return Err(StoreError::OtherHub);
            }
            device.hub = Some(reply.hub);
            device.hub_url = Some(hub_url.to_owned());
            device.epoch = device.epoch.or(Some(reply.epoch));
            device.center_code = Some(reply.center_code.clone());
            device.label.clone_from(&reply.device_label);
            adopt(conn, &mut device, reply.center)?;
            open::save_device(conn, &device)
        })
    }

    /// Makes `center` the device's own; the one before becomes its alias, and no id changes (rule 25).
    ///
    /// # Errors
    /// Disk and database errors.
    pub fn adopt_center(&self, center: CenterId) -> Result<()> {
        self.alone(|conn| {
            let mut device = open::load_device(conn)?;
            adopt(conn, &mut device, center)?;
            open::save_device(conn, &device)
        })
    }

    /// Takes the code and the label as the hub now gives them.
    ///
    /// # Errors
    /// [`StoreError::Incoherent`] for a code or a label that cannot be printed in a case number; disk and database
    /// errors.
    pub fn greeted(&self, reply: &HelloReply) -> Result<()> {
        printable(&reply.center_code)?;
        printable(&reply.device_label)?;
        let known = self.device()?;
        if known.label == reply.device_label
            && known.center_code.as_deref() == Some(reply.center_code.as_str())
        {
            return Ok(());
        }
        self.alone(|conn| {
            let mut device = open::load_device(conn)?;
            device.center_code = Some(reply.center_code.clone());
            device.label.clone_from(&reply.device_label);
            open::save_device(conn, &device)
        })
    }

    /// Takes the hub's time (rule 28). Gives by how much this device was off, in milliseconds: positive when ahead.
    ///
    /// # Errors
    /// Disk and database errors.
    pub fn adopt_time(&self, hub_ms: u64, wall_ms: u64) -> Result<i64> {
        let mut clock = self.device()?.clock;
        let before = clock;
        let off = clock.adopt(hub_ms, wall_ms);
        if clock == before {
            return Ok(off);
        }
        self.alone(|conn| {
            let mut device = open::load_device(conn)?;
            let off = device.clock.adopt(hub_ms, wall_ms);
            open::save_device(conn, &device)?;
            Ok(off)
        })
    }
}

impl Reader<'_> {
    /// The device's center and those it was before.
    ///
    /// # Errors
    /// Database errors.
    pub fn centers(&self) -> Result<Vec<CenterId>> {
        let former = self.sql(
            "SELECT former FROM center_alias ORDER BY former",
            [],
            |row| id_at(row, 0).map(CenterId),
        )?;
        Ok(std::iter::once(self.device()?.center)
            .chain(former)
            .collect())
    }
}

/// What the hub calls a center or a device is printed in every case number from then on: letters and digits, few.
pub(super) fn printable(code: &str) -> Result<()> {
    const LONGEST: usize = 16;
    let plain = code.len() <= LONGEST && code.bytes().all(|b| b.is_ascii_alphanumeric());
    if plain && !code.is_empty() {
        Ok(())
    } else {
        Err(StoreError::Incoherent)
    }
}

fn adopt(conn: &Connection, device: &mut DeviceInfo, center: CenterId) -> Result<()> {
    if device.center == center {
        return Ok(());
    }
    conn.execute("UPDATE center_alias SET center = ?1", [sql_id(center.0)])?;
    conn.execute(
        "DELETE FROM center_alias WHERE former = ?1",
        [sql_id(center.0)],
    )?;
    conn.execute(
        "INSERT INTO center_alias (former, center) VALUES (?1, ?2)",
        params![sql_id(device.center.0), sql_id(center.0)],
    )?;
    device.center = center;
    Ok(())
}
