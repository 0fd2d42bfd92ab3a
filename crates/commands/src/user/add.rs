//! A colleague who will work on this device.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jisr_domain::center::Staff;
use jisr_domain::id::StaffId;

use super::{checked_user, public_user};
use crate::device::AddUserArgs;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::StaffCard;

/// Adds a user: a key slot on this device and a staff record for everyone.
///
/// # Errors
/// A name missing, a passphrase too short.
pub fn add(session: &Session<'_>, args: AddUserArgs) -> Result<StaffCard, CommandError> {
    let user = checked_user(&args.user)?;
    let staff = StaffId(session.new_id());
    let key = session.core.keys.add_user(
        &session.open.unlocked,
        public_user(staff, &user),
        &args.passphrase,
        &mut session.core.randomness(),
    )?;
    let center = session.read(|reader| Ok(reader.device()?.center))?;
    session.write(|tx| {
        tx.create(
            staff,
            &Staff {
                center: Some(center),
                public_key: Some(URL_SAFE_NO_PAD.encode(key)),
                ..user.clone()
            },
        )?;
        Ok(())
    })?;
    session.note_keys();
    Ok(StaffCard {
        staff: Some(staff),
        name_ar: user.name_ar,
        name_lat: user.name_lat,
        sex: user.sex,
        role: user.role,
    })
}
