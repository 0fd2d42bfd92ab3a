use uuid::Uuid;

use super::error::KeyError;
use super::slots::{PublicProfile, PublicUser};
use super::{ProfileKeys, Unlocked, file};

/// What a profile shows before it is unlocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The device it belongs to.
    pub device_id: Uuid,
    /// Language, center and users, to draw the unlock screen.
    pub public: PublicProfile,
    /// Someone was removed since the last rekey.
    pub rekey_due: bool,
    /// A rekey was begun and not finished.
    pub rekey_pending: bool,
}

impl ProfileKeys {
    /// Reads the part that is in clear. It is not authenticated: show it, decide nothing by it.
    ///
    /// # Errors
    /// [`KeyError::NoProfile`], [`KeyError::Damaged`], [`KeyError::NewerFormat`], [`KeyError::Io`].
    pub fn profile(&self) -> Result<Profile, KeyError> {
        let slots = file::load(self.dir())?;
        Ok(Profile {
            device_id: slots.device_id,
            public: slots.public,
            rekey_due: slots.rekey_due,
            rekey_pending: slots.pending.is_some(),
        })
    }

    /// Brings the part that is in clear up to date with the database: language, names, roles. Users
    /// without a slot are left out and the order of the slots is kept.
    ///
    /// # Errors
    /// [`KeyError::StaleKey`], [`KeyError::RekeyPending`], and those of any write.
    pub fn publish(&self, by: &Unlocked, public: PublicProfile) -> Result<(), KeyError> {
        let _lock = file::lock(self.dir())?;
        let mut slots = file::load(self.dir())?;
        slots.check_settled(&by.db_key)?;
        let known = |staff: Uuid| -> Option<PublicUser> {
            let given = public.users.iter().find(|u| u.staff == staff);
            given
                .or_else(|| slots.public.users.iter().find(|u| u.staff == staff))
                .cloned()
        };
        let users = slots.slots.iter().filter_map(|s| known(s.staff)).collect();
        slots.public = PublicProfile { users, ..public };
        file::save(self.dir(), &mut slots)
    }
}
