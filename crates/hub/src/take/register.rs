//! Cards and the register. A record never changes a user's role, nor a center's code: what it says otherwise is put
//! right. A user that the director or the administrator of a center adds is taken in; so is the key they give a user
//! of theirs on the device they write from, and on no other.

use jisr_domain::id::{CenterId, StaffId};
use jisr_domain::record::{Fields, Kind};
use jisr_domain::role::Role;
use jisr_sync::Change;

use super::{Desk, write_own};
use crate::HubError;
use crate::database::{Binding, DeviceRow, UserRow};
use crate::enrol::verifying_key;
use crate::feed::read;

pub(super) fn look_at(
    desk: &mut Desk<'_>,
    device: &DeviceRow,
    actor: &UserRow,
    changes: &[Change],
) -> Result<(), HubError> {
    for change in changes {
        match Kind::from_code(&change.payload.kind) {
            Some(Kind::Staff) => {
                key(desk, device, actor, change)?;
                staff(desk, device, actor, StaffId(change.payload.id))?;
            }
            Some(Kind::Center) => center(desk, CenterId(change.payload.id))?,
            _ => {}
        }
    }
    Ok(())
}

/// A colleague of the register was given a key on this device: back after their access was closed, new to this
/// laptop, or recovered where the old key could not be.
fn key(
    desk: &mut Desk<'_>,
    device: &DeviceRow,
    actor: &UserRow,
    change: &Change,
) -> Result<(), HubError> {
    let staff = StaffId(change.payload.id);
    let Some(key) = read::<String>(&change.payload.patch, "public_key") else {
        return Ok(());
    };
    let Some(user) = desk.tx.user(staff)? else {
        return Ok(());
    };
    let known = desk
        .tx
        .bindings(device.id)?
        .into_iter()
        .any(|binding| binding.staff == staff && binding.public_key == key);
    if known
        || !user.active
        || !actor.role.keeps_accounts()
        || user.center != actor.center
        || verifying_key(&key).is_err()
    {
        return Ok(());
    }
    desk.tx.bind(
        device.id,
        &Binding {
            staff,
            public_key: key,
        },
    )?;
    desk.tx.audit(
        desk.around.now_ms(),
        "user_key_given",
        Some(actor.center),
        Some(device.id),
        Some(staff),
    )
}

fn staff(
    desk: &mut Desk<'_>,
    device: &DeviceRow,
    actor: &UserRow,
    staff: StaffId,
) -> Result<(), HubError> {
    if let Some(user) = desk.tx.user(staff)? {
        let fields = Fields::from([
            ("role".to_owned(), serde_json::to_value(user.role)?),
            ("center".to_owned(), serde_json::to_value(user.center)?),
        ]);
        return write_own(desk, Kind::Staff, staff.0, user.center, fields);
    }
    let Some(card) = desk.tx.record(&(Kind::Staff.code().to_owned(), staff.0))? else {
        return Ok(());
    };
    let (role, key): (Option<Role>, Option<String>) =
        (read(&card.shown, "role"), read(&card.shown, "public_key"));
    let (Some(role), Some(key)) = (role, key) else {
        return Ok(());
    };
    if !actor.role.keeps_accounts() || card.center != actor.center || verifying_key(&key).is_err() {
        return Ok(());
    }
    let now_ms = desk.around.now_ms();
    desk.tx.put_user(&UserRow {
        staff,
        center: actor.center,
        role,
        public_key: key.clone(),
        active: true,
    })?;
    desk.tx.bind(
        device.id,
        &Binding {
            staff,
            public_key: key,
        },
    )?;
    desk.tx.audit(
        now_ms,
        "user_added",
        Some(actor.center),
        Some(device.id),
        Some(staff),
    )?;
    desk.moves.users_of(actor.center);
    Ok(())
}

fn center(desk: &mut Desk<'_>, id: CenterId) -> Result<(), HubError> {
    let Some(row) = desk.tx.center(id)? else {
        return Ok(());
    };
    let (Some(code), None) = (row.code, row.alias_of) else {
        return Ok(());
    };
    write_own(
        desk,
        Kind::Center,
        id.0,
        id,
        Fields::from([("code".to_owned(), code.into())]),
    )
}
