//! Who can unlock this device.

use jisr_domain::id::StaffId;

use crate::device::DeviceUser;
use crate::error::CommandError;
use crate::session::{Session, known_as};
use crate::view::{Empty, StaffCard};

/// Who can unlock this device, in the order of the unlock screen.
///
/// # Errors
/// Key slots damaged; those of the database.
pub fn device_list(session: &Session<'_>, _args: Empty) -> Result<Vec<DeviceUser>, CommandError> {
    let users = session.core.keys.profile()?.public.users;
    session.read(|reader| {
        users
            .into_iter()
            .map(|user| {
                let slot = StaffId(user.staff);
                let known = reader.setting(&known_as(slot.0))?;
                Ok(DeviceUser {
                    slot,
                    own: slot.0 == session.open.unlocked.staff,
                    card: StaffCard {
                        staff: Some(known.and_then(|id| id.parse().ok()).unwrap_or(slot)),
                        ..crate::device::shown_user(&user)
                    },
                })
            })
            .collect()
    })
}
