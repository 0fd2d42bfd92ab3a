//! How a device comes to belong to the hub (architecture §7), joins an existing center (rule 25), or takes a
//! new identity (rule 9).

pub(crate) mod code;
mod join;
mod label;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::VerifyingKey;
use jisr_domain::audience::Feed;
use jisr_domain::center::{center_code, province_letters};
use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_domain::record::{Fields, Kind};
use jisr_sync::Stamp;
use jisr_sync::wire::{EnrolReply, EnrolRequest, ForkReply, Mark};
use uuid::Uuid;

use crate::HubError;
use crate::database::{Binding, CenterRow, CodeRow, DeviceRow, Transaction, UserRow};
use crate::error::Refused;
use crate::feed::{deliver, home, read};
use crate::take::{Desk, settle, write_own};

pub(crate) use label::next_label;

/// Reads a public key.
///
/// # Errors
/// [`Refused::KeyUnreadable`].
pub(crate) fn verifying_key(text: &str) -> Result<VerifyingKey, Refused> {
    let bytes = URL_SAFE_NO_PAD
        .decode(text)
        .map_err(|_| Refused::KeyUnreadable)?;
    let bytes = <[u8; 32]>::try_from(bytes).map_err(|_| Refused::KeyUnreadable)?;
    VerifyingKey::from_bytes(&bytes).map_err(|_| Refused::KeyUnreadable)
}

/// Takes a device and its user in. The same request with the same code may be repeated: a lost answer is
/// given again.
pub(crate) fn enrol(
    desk: &mut Desk<'_>,
    hub: Uuid,
    epoch: Uuid,
    request: &EnrolRequest,
) -> Result<EnrolReply, HubError> {
    let now_ms = desk.around.now_ms();
    verifying_key(&request.device_key)?;
    verifying_key(&request.user.public_key)?;
    let hash = code::hash(&request.code).ok_or(Refused::CodeWrong)?;
    let mut code = desk.tx.code(&hash)?.ok_or(Refused::CodeWrong)?;
    if now_ms > code.expires_ms {
        return Err(Refused::CodeExpired.into());
    }
    if let Some((device, staff)) = code.used_by {
        let again = device == request.device
            && desk
                .tx
                .device(device)?
                .is_some_and(|row| row.public_key == request.device_key);
        return if again {
            reply(desk.tx, hub, epoch, device, staff)
        } else {
            Err(Refused::CodeUsed.into())
        };
    }
    let center = the_center(desk, &code, request)?;
    let staff = the_user(desk, &code, request, center)?;
    the_device(desk, request, center)?;
    desk.tx.bind(
        request.device,
        &Binding {
            staff,
            public_key: request.user.public_key.clone(),
        },
    )?;
    code.used_by = Some((request.device, staff));
    desk.tx.put_code(&code)?;
    desk.tx.audit(
        now_ms,
        "device_enrolled",
        Some(center),
        Some(request.device),
        Some(staff),
    )?;
    settle(desk)?;
    reply(desk.tx, hub, epoch, request.device, staff)
}

fn reply(
    tx: &dyn Transaction,
    hub: Uuid,
    epoch: Uuid,
    device: DeviceId,
    staff: StaffId,
) -> Result<EnrolReply, HubError> {
    let missing = HubError::Damaged {
        what: "the register",
    };
    let (Some(device), Some(user)) = (tx.device(device)?, tx.user(staff)?) else {
        return Err(missing);
    };
    let center = tx.center(device.center)?.ok_or(missing)?;
    let card = tx
        .record(&(Kind::Center.code().to_owned(), center.id.0))?
        .map(|row| row.shown)
        .unwrap_or_default();
    Ok(EnrolReply {
        hub,
        epoch,
        center: center.id,
        center_code: center.code.unwrap_or_default(),
        device_label: device.label,
        role: user.role,
        staff,
        center_name_ar: read(&card, "name_ar"),
        center_name_fr: read(&card, "name_fr"),
    })
}

/// The center of the code; the profile's own when the code is for a new one.
fn the_center(
    desk: &mut Desk<'_>,
    code: &CodeRow,
    request: &EnrolRequest,
) -> Result<CenterId, HubError> {
    let brought = request.center.as_ref();
    if let Some(center) = code.center {
        let center = home(desk.tx, center)?;
        if let Some(brought) = brought
            && home(desk.tx, brought.id)? != center
        {
            if !request.join {
                return Err(Refused::JoinNeeded.into());
            }
            join::join(desk, brought.id, center)?;
        }
        return Ok(center);
    }
    if let Some(brought) = brought
        && desk.tx.center(brought.id)?.is_some()
    {
        return home(desk.tx, brought.id);
    }
    // A center without a name would be nobody's: the laptop of a new one brings it.
    let brought = brought.ok_or(Refused::CenterNeeded)?;
    let province: String = read(&brought.fields, "province").unwrap_or_default();
    new_center(desk, brought.id, &province)?;
    Ok(brought.id)
}

/// Numbers a new center among those of its province.
pub(crate) fn new_center(
    desk: &mut Desk<'_>,
    id: CenterId,
    province: &str,
) -> Result<(), HubError> {
    let letters = province_letters(province);
    let same = desk
        .tx
        .centers()?
        .into_iter()
        .filter(|row| row.letters == letters);
    let serial = same.map(|row| row.serial).max().unwrap_or(0) + 1;
    let code = center_code(province, serial);
    desk.tx.put_center(&CenterRow {
        id,
        code: Some(code.clone()),
        letters: letters.to_owned(),
        serial,
        alias_of: None,
        labels: 0,
    })?;
    write_own(
        desk,
        Kind::Center,
        id.0,
        id,
        Fields::from([("code".to_owned(), code.into())]),
    )
}

/// The user of the code, else the one the profile proposes.
fn the_user(
    desk: &mut Desk<'_>,
    code: &CodeRow,
    request: &EnrolRequest,
    center: CenterId,
) -> Result<StaffId, HubError> {
    let staff = code.staff.unwrap_or(request.user.staff);
    let known = desk.tx.user(staff)?;
    match (&known, code.staff) {
        (Some(user), None)
            if user.center != center || user.public_key != request.user.public_key =>
        {
            return Err(Refused::UserKnown.into());
        }
        (None, Some(_)) => return Err(Refused::CodeWrong.into()),
        _ => {}
    }
    let public_key = known.map_or_else(|| request.user.public_key.clone(), |user| user.public_key);
    desk.tx.put_user(&UserRow {
        staff,
        center,
        role: code.role,
        public_key: public_key.clone(),
        active: true,
    })?;
    desk.moves.users_of(center);
    let mut card = Fields::from([
        ("center".to_owned(), serde_json::to_value(center)?),
        ("role".to_owned(), serde_json::to_value(code.role)?),
        ("public_key".to_owned(), public_key.into()),
    ]);
    let held = desk
        .tx
        .record(&(Kind::Staff.code().to_owned(), staff.0))?
        .map(|row| row.shown)
        .unwrap_or_default();
    let latin = code.user_name.clone().filter(|name| name.is_ascii());
    let arabic = code.user_name.clone().filter(|name| !name.is_ascii());
    let names = [
        ("name_ar", request.user.name_ar.clone().or(arabic)),
        ("name_lat", request.user.name_lat.clone().or(latin)),
    ];
    if let Some(sex) = request.user.sex
        && !held.contains_key("sex")
    {
        card.insert("sex".to_owned(), serde_json::to_value(sex)?);
    }
    for (field, name) in names {
        if let Some(name) = name
            && !held.contains_key(field)
        {
            card.insert(field.to_owned(), name.into());
        }
    }
    write_own(desk, Kind::Staff, staff.0, center, card)?;
    Ok(staff)
}

fn the_device(
    desk: &mut Desk<'_>,
    request: &EnrolRequest,
    center: CenterId,
) -> Result<(), HubError> {
    if let Some(device) = desk.tx.device(request.device)? {
        let same = device.public_key == request.device_key && device.center == center;
        if device.revoked {
            return Err(Refused::DeviceRevoked.into());
        }
        return if same {
            Ok(())
        } else {
            Err(Refused::DeviceKnown.into())
        };
    }
    add_device(desk, request.device, center, request.device_key.clone())
}

fn add_device(
    desk: &mut Desk<'_>,
    id: DeviceId,
    center: CenterId,
    public_key: String,
) -> Result<(), HubError> {
    let label = next_label(desk.tx, center)?;
    desk.tx.put_device(&DeviceRow {
        id,
        center,
        label,
        public_key,
        revoked: false,
        mark: Mark::default(),
        last_stamp: Stamp::default(),
        bounded: 0,
        searching: false,
        enrolled_ms: desk.around.now_ms(),
    })
}

/// A device whose disk was cloned or restored goes on under a new identity: same key, same users, new series.
pub(crate) fn fork(
    desk: &mut Desk<'_>,
    old: &DeviceRow,
    new: DeviceId,
) -> Result<ForkReply, HubError> {
    if let Some(known) = desk.tx.device(new)? {
        let again =
            known.public_key == old.public_key && known.center == old.center && known.id != old.id;
        return if again {
            Ok(ForkReply {
                device_label: known.label,
            })
        } else {
            Err(Refused::DeviceKnown.into())
        };
    }
    add_device(desk, new, old.center, old.public_key.clone())?;
    for binding in desk.tx.bindings(old.id)? {
        desk.tx.bind(new, &binding)?;
    }
    // What became of transactions that stay the old identity's, whose feed it no longer follows.
    for row in desk.tx.rows(Feed::Device(old.id), 0, usize::MAX)? {
        if let Some(verdict) = &row.verdict {
            deliver(desk.tx, new, verdict)?;
        }
    }
    desk.tx.audit(
        desk.around.now_ms(),
        "device_forked",
        Some(old.center),
        Some(new),
        None,
    )?;
    let label = desk
        .tx
        .device(new)?
        .map(|row| row.label)
        .unwrap_or_default();
    Ok(ForkReply {
        device_label: label,
    })
}
