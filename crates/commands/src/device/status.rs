//! What may be known of a profile before it is unlocked.

use jisr_domain::civil;
use jisr_domain::id::StaffId;
use jisr_domain::person::Sex;
use jisr_domain::role::Role;
use jisr_store::key::PublicUser;

use super::{CenterName, DeviceState, DeviceStatus};
use crate::core::{AUTO_LOCK_MINUTES, Core};
use crate::error::CommandError;
use crate::settings::Language;
use crate::view::{Empty, StaffCard};

/// Where the profile stands and who may unlock it.
///
/// # Errors
/// Key slots damaged, or lost beside a database.
pub fn status(core: &Core, _args: Empty) -> Result<DeviceStatus, CommandError> {
    let today = civil::civil_day(core.host.now_ms());
    let version = env!("CARGO_PKG_VERSION").to_owned();
    if !core.holds_profile()? {
        return Ok(DeviceStatus {
            state: DeviceState::Empty,
            users: Vec::new(),
            center: None,
            language: None,
            retry_after_seconds: None,
            session: None,
            keeps_slip: false,
            auto_lock_minutes: AUTO_LOCK_MINUTES,
            version,
            today,
        });
    }
    let public = core.keys.profile()?.public;
    let session = core.session().ok();
    Ok(DeviceStatus {
        state: if session.is_some() {
            DeviceState::Unlocked
        } else {
            DeviceState::Locked
        },
        users: public.users.iter().map(shown_user).collect(),
        center: Some(CenterName {
            name_ar: present(&public.center_name_ar),
            name_fr: present(&public.center_name_fr),
        }),
        language: Language::from_code(&public.language),
        retry_after_seconds: None,
        auto_lock_minutes: session
            .as_ref()
            .map_or(AUTO_LOCK_MINUTES, |s| s.auto_lock_minutes()),
        keeps_slip: session
            .as_ref()
            .is_some_and(|s| keeps_slip(s.me().role, &public.users)),
        session: session.map(|s| s.me().clone()),
        version,
        today,
    })
}

fn keeps_slip(role: Role, users: &[PublicUser]) -> bool {
    let mut roles = users.iter().filter_map(|user| Role::from_code(&user.role));
    role.keeps_accounts() || !roles.any(Role::keeps_accounts)
}

fn present(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A user as the unlock screen names them.
pub(crate) fn shown_user(user: &PublicUser) -> StaffCard {
    StaffCard {
        staff: Some(StaffId(user.staff)),
        name_ar: present(&user.name_ar),
        name_lat: present(&user.name_lat),
        sex: Sex::ALL.iter().copied().find(|sex| sex.code() == user.sex),
        role: Role::from_code(&user.role),
    }
}
