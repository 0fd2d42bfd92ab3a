//! A colleague already known, who will work on this device: for the first time, or again.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jisr_domain::center::Staff;
use jisr_domain::record::{Fields, Kind};

use super::public_user;
use crate::device::OpenUserArgs;
use crate::error::CommandError;
use crate::session::{Session, role_at_hub};
use crate::view::StaffCard;

/// Gives a colleague of the center a way into this device, with a new passphrase and a new key to sign with.
///
/// # Errors
/// Nobody of that name in the center, or who left it; somebody who has a way in; a passphrase too short.
pub fn open(session: &Session<'_>, args: OpenUserArgs) -> Result<StaffCard, CommandError> {
    let (user, given) = session.read(|reader| {
        let user = reader
            .get::<Staff>(args.staff)?
            .map(|held| held.record)
            .filter(|user| user.left_on.is_none())
            .ok_or(CommandError::NotFound)?;
        Ok((user, reader.setting(&role_at_hub(args.staff))?))
    })?;
    let mut public = public_user(args.staff, &user);
    if let Some(given) = given {
        public.role = given;
    }
    let key = session.core.keys.add_user(
        &session.open.unlocked,
        public,
        &args.passphrase,
        &mut session.core.randomness(),
    )?;
    session.write(|tx| {
        let key = URL_SAFE_NO_PAD.encode(key);
        tx.audit("open_user", Some(Kind::Staff), Some(args.staff.0), &[])?;
        tx.update_as_shown(
            Kind::Staff,
            args.staff.0,
            Fields::from([("public_key".to_owned(), key.into())]),
        )?;
        Ok(())
    })?;
    session.note_keys();
    Ok(StaffCard {
        staff: Some(args.staff),
        name_ar: user.name_ar,
        name_lat: user.name_lat,
        sex: user.sex,
        role: user.role,
    })
}
