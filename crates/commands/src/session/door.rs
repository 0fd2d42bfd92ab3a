//! What the unlock screen shows, brought up to date with the records.

use jisr_domain::center::{Center, Staff};
use jisr_domain::id::StaffId;
use jisr_store::Store;
use jisr_store::key::{ProfileKeys, PublicProfile, PublicUser, Unlocked};

use super::{known_as, role_at_hub};
use crate::error::CommandError;
use crate::user::public_user;

/// Writes on the door what the records and the settings now say: language, center, names, roles. Nothing is written
/// where it says so already.
///
/// # Errors
/// Database errors; the disk refusing.
pub(crate) fn publish_profile(
    keys: &ProfileKeys,
    store: &Store,
    by: &Unlocked,
) -> Result<(), CommandError> {
    let told = keys.profile()?.public;
    let known = store.try_read(|reader| {
        let center = reader.get::<Center>(reader.device()?.center)?;
        let center = center.map(|held| held.record).unwrap_or_default();
        let named = center.name_ar.is_some() || center.name_fr.is_some();
        let mut users = Vec::with_capacity(told.users.len());
        for user in &told.users {
            let staff = reader
                .setting(&known_as(user.staff))?
                .and_then(|id| id.parse().ok())
                .unwrap_or(StaffId(user.staff));
            let role = reader.setting(&role_at_hub(staff))?;
            let Some(card) = reader.get::<Staff>(staff)?.map(|held| held.record) else {
                users.push(user.clone());
                continue;
            };
            let now = public_user(StaffId(user.staff), &card);
            let said = |new: String, old: &String| if new.is_empty() { old.clone() } else { new };
            users.push(PublicUser {
                staff: user.staff,
                role: said(role.unwrap_or(now.role), &user.role),
                sex: said(now.sex, &user.sex),
                name_ar: now.name_ar,
                name_lat: now.name_lat,
            });
        }
        let or = |new: Option<String>, old: &String| {
            new.unwrap_or_else(|| if named { String::new() } else { old.clone() })
        };
        Ok::<_, CommandError>(PublicProfile {
            language: reader.setting("language")?.unwrap_or(told.language.clone()),
            center_name_ar: or(center.name_ar, &told.center_name_ar),
            center_name_fr: or(center.name_fr, &told.center_name_fr),
            users,
        })
    })?;
    if known != told {
        keys.publish(by, known)?;
    }
    Ok(())
}
