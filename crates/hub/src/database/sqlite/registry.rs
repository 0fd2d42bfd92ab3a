//! The register on SQLite.

use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_domain::role::Role;
use jisr_sync::Stamp;
use jisr_sync::wire::Mark;
use rusqlite::{OptionalExtension, Row, params};

use super::Tx;
use super::columns::{count, hash, id, int, maybe_id, text};
use crate::HubError;
use crate::database::{Binding, CenterRow, CodeRow, DeviceRow, Registry, UserRow};

const CENTER: &str = "SELECT id, code, letters, serial, alias_of, labels FROM center";
const USER: &str = "SELECT staff, center, role, public_key, active FROM user";
const DEVICE: &str = "SELECT id, center, label, public_key, revoked, mark_seq, mark_hash, last_stamp, searching, enrolled, bounded FROM device";

fn role(code: &str) -> Result<Role, HubError> {
    Role::from_code(code).ok_or(HubError::Damaged { what: "a role" })
}

fn center(row: &Row<'_>) -> Result<CenterRow, HubError> {
    Ok(CenterRow {
        id: id(&row.get::<_, String>(0)?)?,
        code: row.get(1)?,
        letters: row.get(2)?,
        serial: row.get(3)?,
        alias_of: maybe_id(row.get(4)?)?,
        labels: row.get(5)?,
    })
}

fn user(row: &Row<'_>) -> Result<UserRow, HubError> {
    Ok(UserRow {
        staff: id(&row.get::<_, String>(0)?)?,
        center: id(&row.get::<_, String>(1)?)?,
        role: role(&row.get::<_, String>(2)?)?,
        public_key: row.get(3)?,
        active: row.get(4)?,
    })
}

fn device(row: &Row<'_>) -> Result<DeviceRow, HubError> {
    Ok(DeviceRow {
        id: id(&row.get::<_, String>(0)?)?,
        center: id(&row.get::<_, String>(1)?)?,
        label: row.get(2)?,
        public_key: row.get(3)?,
        revoked: row.get(4)?,
        mark: Mark {
            seq: count(row.get(5)?),
            hash: hash(&row.get::<_, String>(6)?)?,
        },
        last_stamp: Stamp(count(row.get(7)?)),
        searching: row.get(8)?,
        enrolled_ms: count(row.get(9)?),
        bounded: count(row.get(10)?),
    })
}

impl Tx<'_> {
    /// One row, read by `read`.
    pub(super) fn one<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl Fn(&Row<'_>) -> Result<T, HubError>,
    ) -> Result<Option<T>, HubError> {
        let mut statement = self.sql.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose()
    }

    /// Every row, read by `read`.
    pub(super) fn many<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        read: impl Fn(&Row<'_>) -> Result<T, HubError>,
    ) -> Result<Vec<T>, HubError> {
        let mut statement = self.sql.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// Does something.
    pub(super) fn run(&self, sql: &str, params: impl rusqlite::Params) -> Result<usize, HubError> {
        Ok(self.sql.prepare_cached(sql)?.execute(params)?)
    }
}

impl Registry for Tx<'_> {
    fn meta(&self, name: &str) -> Result<Option<String>, HubError> {
        Ok(self
            .sql
            .prepare_cached("SELECT value FROM meta WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?)
    }

    fn set_meta(&self, name: &str, value: &str) -> Result<(), HubError> {
        self.run(
            "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value",
            [name, value],
        )?;
        Ok(())
    }

    fn center(&self, id: CenterId) -> Result<Option<CenterRow>, HubError> {
        self.one(&format!("{CENTER} WHERE id = ?1"), [text(id)], center)
    }

    fn centers(&self) -> Result<Vec<CenterRow>, HubError> {
        self.many(&format!("{CENTER} ORDER BY code, id"), [], center)
    }

    fn put_center(&self, center: &CenterRow) -> Result<(), HubError> {
        self.run(
            "INSERT INTO center (id, code, letters, serial, alias_of, labels) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT DO UPDATE SET code = excluded.code, letters = excluded.letters, serial = excluded.serial,
                 alias_of = excluded.alias_of, labels = excluded.labels",
            params![text(center.id), center.code, center.letters, center.serial, center.alias_of.map(text), center.labels],
        )?;
        Ok(())
    }

    fn user(&self, staff: StaffId) -> Result<Option<UserRow>, HubError> {
        self.one(&format!("{USER} WHERE staff = ?1"), [text(staff)], user)
    }

    fn users(&self, center: CenterId) -> Result<Vec<UserRow>, HubError> {
        self.many(
            &format!("{USER} WHERE center = ?1 ORDER BY staff"),
            [text(center)],
            user,
        )
    }

    fn put_user(&self, user: &UserRow) -> Result<(), HubError> {
        self.run(
            "INSERT INTO user (staff, center, role, public_key, active) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO UPDATE SET center = excluded.center, role = excluded.role, public_key = excluded.public_key,
                 active = excluded.active",
            params![text(user.staff), text(user.center), user.role.code(), user.public_key, user.active],
        )?;
        Ok(())
    }

    fn device(&self, id: DeviceId) -> Result<Option<DeviceRow>, HubError> {
        self.one(&format!("{DEVICE} WHERE id = ?1"), [text(id)], device)
    }

    fn devices(&self) -> Result<Vec<DeviceRow>, HubError> {
        self.many(&format!("{DEVICE} ORDER BY enrolled, id"), [], device)
    }

    fn put_device(&self, device: &DeviceRow) -> Result<(), HubError> {
        self.run(
            "INSERT INTO device (id, center, label, public_key, revoked, mark_seq, mark_hash, last_stamp, searching, enrolled, bounded)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (id) DO UPDATE SET center = excluded.center, label = excluded.label, public_key = excluded.public_key,
                 revoked = excluded.revoked, mark_seq = excluded.mark_seq, mark_hash = excluded.mark_hash,
                 last_stamp = excluded.last_stamp, searching = excluded.searching, bounded = excluded.bounded",
            params![
                text(device.id),
                text(device.center),
                device.label,
                device.public_key,
                device.revoked,
                int(device.mark.seq),
                text(device.mark.hash),
                int(device.last_stamp.0),
                device.searching,
                int(device.enrolled_ms),
                int(device.bounded)
            ],
        )?;
        Ok(())
    }

    fn bindings(&self, device: DeviceId) -> Result<Vec<Binding>, HubError> {
        self.many(
            "SELECT staff, public_key FROM binding WHERE device = ?1 ORDER BY staff",
            [text(device)],
            |row| {
                Ok(Binding {
                    staff: id(&row.get::<_, String>(0)?)?,
                    public_key: row.get(1)?,
                })
            },
        )
    }

    fn bind(&self, device: DeviceId, binding: &Binding) -> Result<(), HubError> {
        self.run(
            "INSERT INTO binding VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET public_key = excluded.public_key",
            params![text(device), text(binding.staff), binding.public_key],
        )?;
        Ok(())
    }

    fn code(&self, hash: &str) -> Result<Option<CodeRow>, HubError> {
        self.one(
            "SELECT hash, center, staff, user_name, role, expires, used_device, used_staff FROM code WHERE hash = ?1",
            [hash],
            |row| {
                let used: (Option<DeviceId>, Option<StaffId>) = (maybe_id(row.get(6)?)?, maybe_id(row.get(7)?)?);
                Ok(CodeRow {
                    hash: row.get(0)?,
                    center: maybe_id(row.get(1)?)?,
                    staff: maybe_id(row.get(2)?)?,
                    user_name: row.get(3)?,
                    role: role(&row.get::<_, String>(4)?)?,
                    expires_ms: count(row.get(5)?),
                    used_by: used.0.zip(used.1),
                })
            },
        )
    }

    fn put_code(&self, code: &CodeRow) -> Result<(), HubError> {
        self.run(
            "INSERT INTO code (hash, center, staff, user_name, role, expires, used_device, used_staff)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT DO UPDATE SET center = excluded.center, used_device = excluded.used_device, used_staff = excluded.used_staff",
            params![
                code.hash,
                code.center.map(text),
                code.staff.map(text),
                code.user_name,
                code.role.code(),
                int(code.expires_ms),
                code.used_by.map(|by| text(by.0)),
                code.used_by.map(|by| text(by.1))
            ],
        )?;
        Ok(())
    }

    fn audit(
        &self,
        at_ms: u64,
        what: &str,
        center: Option<CenterId>,
        device: Option<DeviceId>,
        staff: Option<StaffId>,
    ) -> Result<(), HubError> {
        self.run(
            "INSERT INTO audit (at, what, center, device, staff) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                int(at_ms),
                what,
                center.map(text),
                device.map(text),
                staff.map(text)
            ],
        )?;
        Ok(())
    }
}
