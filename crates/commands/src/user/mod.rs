//! Users of a device.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::SigningKey;
use jisr_domain::center::Staff;
use jisr_domain::id::StaffId;
use jisr_domain::person::Sex;
use jisr_store::key::PublicUser;

use crate::code::Code;
use crate::device::NewUser;
use crate::error::CommandError;
use crate::input::clean_text;

mod add;
mod card;
mod change_passphrase;
mod close;
mod device_list;
mod list;
mod open;

pub use add::add;
pub(crate) use card::author_card;
pub use card::{staff_card, staff_card_of};
pub use change_passphrase::change_passphrase;
pub use close::close;
pub use device_list::device_list;
pub use list::list;
pub use open::open;

/// The public half of `key`, as records carry it.
pub(crate) fn encode_key(key: &SigningKey) -> String {
    URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes())
}

/// A user as typed, made a staff record: one name in one script at least.
pub(crate) fn checked_user(user: &NewUser) -> Result<Staff, CommandError> {
    Ok(Staff {
        role: Some(user.role),
        ..checked_names(&user.name_ar, &user.name_lat, user.sex)?
    })
}

/// Somebody whose role the hub will say.
pub(crate) fn checked_names(
    name_ar: &Option<String>,
    name_lat: &Option<String>,
    sex: Option<Sex>,
) -> Result<Staff, CommandError> {
    let name = |field, typed: &Option<String>| match typed {
        Some(typed) => clean_text(field, typed),
        None => Ok(None),
    };
    let staff = Staff {
        name_ar: name("name_ar", name_ar)?,
        name_lat: name("name_lat", name_lat)?,
        sex,
        ..Staff::default()
    };
    if staff.name_ar.is_none() && staff.name_lat.is_none() {
        return Err(CommandError::Field {
            field: "name",
            code: Code::NameMissing,
        });
    }
    Ok(staff)
}

/// What the unlock screen shows of them.
pub(crate) fn public_user(staff: StaffId, user: &Staff) -> PublicUser {
    PublicUser {
        staff: staff.0,
        name_ar: user.name_ar.clone().unwrap_or_default(),
        name_lat: user.name_lat.clone().unwrap_or_default(),
        role: user
            .role
            .map(|role| role.code())
            .unwrap_or_default()
            .to_owned(),
        sex: user
            .sex
            .map(|sex| sex.code())
            .unwrap_or_default()
            .to_owned(),
    }
}
