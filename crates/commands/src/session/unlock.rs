//! Unlocking, recovering, locking.

use std::sync::Arc;

use ed25519_dalek::SigningKey;
use jisr_domain::center::Staff;
use jisr_domain::id::StaffId;
use jisr_domain::role::Role;
use jisr_store::key::{RecoveryCode, Unlocked};
use jisr_store::{Store, StoreError};

use super::Open;
use crate::core::Core;
use crate::device::{RecoverArgs, SessionView, UnlockArgs};
use crate::error::CommandError;
use crate::view::Empty;

/// Unlocks the profile for one of its users.
///
/// # Errors
/// A wrong passphrase, with the delay before the next; a damaged database.
pub fn unlock(core: &Core, args: UnlockArgs) -> Result<SessionView, CommandError> {
    core.holds_profile()?;
    let unlocked = core.keys.unlock(
        args.staff.0,
        &args.passphrase,
        core.clock_ms(),
        &mut core.randomness(),
    )?;
    enter(core, unlocked)
}

/// Gives a user who forgot their passphrase a new one, by the printed code, and unlocks.
///
/// # Errors
/// A code that is not this device's; a passphrase too short.
pub fn recover(core: &Core, args: RecoverArgs) -> Result<SessionView, CommandError> {
    core.holds_profile()?;
    let code = RecoveryCode::parse(&args.recovery_code)?;
    let recovered = core.keys.recover(
        &code,
        args.staff.0,
        &args.passphrase,
        &mut core.randomness(),
    )?;
    enter(core, recovered.unlocked)
}

/// Locks: the keys are forgotten, a round under way is stopped.
///
/// # Errors
/// None.
pub fn lock(core: &Core, _args: Empty) -> Result<Empty, CommandError> {
    core.lock();
    Ok(Empty {})
}

/// Opens the database with what was unlocked and puts the session in place.
pub(crate) fn enter(core: &Core, unlocked: Unlocked) -> Result<SessionView, CommandError> {
    // A profile stays open in one process only; unlocking again, for a colleague, keeps the same database.
    let held = core
        .open
        .read()
        .map_err(|_| CommandError::Poisoned)?
        .as_ref()
        .map(|open| Arc::clone(&open.store));
    let store = match held {
        Some(store) => store,
        None => Arc::new(open_store(core, &unlocked)?),
    };
    let me = view_of(&store, StaffId(unlocked.staff), core)?;
    let signing = SigningKey::from_bytes(&unlocked.user_key);
    let open = Open {
        store,
        me: me.clone(),
        signing,
        unlocked: Arc::new(unlocked),
    };
    *core.open.write().map_err(|_| CommandError::Poisoned)? = Some(Arc::new(open));
    Ok(me)
}

/// Looks again at who is at work, after the hub said who they are.
pub(crate) fn refresh(core: &Core) -> Result<(), CommandError> {
    let mut held = core.open.write().map_err(|_| CommandError::Poisoned)?;
    let Some(open) = held.as_ref() else {
        return Err(CommandError::Locked);
    };
    let me = view_of(&open.store, StaffId(open.unlocked.staff), core)?;
    let again = Open {
        store: Arc::clone(&open.store),
        me,
        signing: open.signing.clone(),
        unlocked: Arc::clone(&open.unlocked),
    };
    *held = Some(Arc::new(again));
    Ok(())
}

fn open_store(core: &Core, unlocked: &Unlocked) -> Result<Store, CommandError> {
    match Store::open(&core.dir, &unlocked.db_key) {
        Err(StoreError::WrongKey) if unlocked.alternative.is_some() => {
            let Some(other) = &unlocked.alternative else {
                return Err(CommandError::NotFound);
            };
            let store = Store::open(&core.dir, other)?;
            core.keys.finish_rekey(other)?;
            Ok(store)
        }
        Ok(store) => {
            if unlocked.alternative.is_some() {
                core.keys.finish_rekey(&unlocked.db_key)?;
            }
            Ok(store)
        }
        Err(error) => Err(error.into()),
    }
}

/// Under which id a user of this device is known at the hub, when a code was made for somebody it knew.
pub(crate) fn known_as(slot: uuid::Uuid) -> String {
    format!("known_as:{slot}")
}

/// The role the hub gave a user: it stands above what the records say.
pub(crate) fn role_at_hub(staff: StaffId) -> String {
    format!("role_at_hub:{staff}")
}

/// The user as the records know them; as the slots name them while the record has not arrived.
fn view_of(store: &Store, slot: StaffId, core: &Core) -> Result<SessionView, CommandError> {
    let (staff, record, given) = store.try_read(|reader| {
        let known = reader
            .setting(&known_as(slot.0))?
            .and_then(|id| id.parse().ok());
        let staff = known.unwrap_or(slot);
        let given = reader
            .setting(&role_at_hub(staff))?
            .and_then(|code| Role::from_code(&code));
        Ok::<_, CommandError>((
            staff,
            reader.get::<Staff>(staff)?.map(|held| held.record),
            given,
        ))
    })?;
    let public = core
        .keys
        .profile()?
        .public
        .users
        .into_iter()
        .find(|user| user.staff == slot.0);
    let role = given
        .or_else(|| record.as_ref().and_then(|r| r.role))
        .or_else(|| public.as_ref().and_then(|p| Role::from_code(&p.role)));
    Ok(SessionView {
        staff,
        name_ar: record
            .as_ref()
            .and_then(|r| r.name_ar.clone())
            .or_else(|| public.as_ref().map(|p| p.name_ar.clone())),
        name_lat: record
            .as_ref()
            .and_then(|r| r.name_lat.clone())
            .or_else(|| public.as_ref().map(|p| p.name_lat.clone())),
        sex: record.as_ref().and_then(|r| r.sex),
        role: role.ok_or(CommandError::Forbidden)?,
    })
}
