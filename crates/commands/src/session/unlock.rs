//! Unlocking, recovering, locking.

use std::collections::BTreeMap;
use std::sync::Arc;

use ed25519_dalek::SigningKey;
use jisr_domain::center::Staff;
use jisr_domain::id::StaffId;
use jisr_domain::person::Sex;
use jisr_domain::record::{Fields, Kind};
use jisr_domain::role::Role;
use jisr_store::key::{RecoveryCode, Unlocked};
use jisr_store::{Lacking, Store, StoreError};
use serde_json::json;

use super::{Open, Session, change_key, publish_profile};
use crate::core::Core;
use crate::device::{RecoverArgs, SessionView, UnlockArgs};
use crate::error::CommandError;
use crate::view::Empty;

/// Unlocks the profile for one of its users.
///
/// # Errors
/// A wrong passphrase, with the delay before the next; a damaged database; a copy that is not whole, unless it is to be
/// opened as it is.
pub fn unlock(core: &Core, args: UnlockArgs) -> Result<SessionView, CommandError> {
    core.holds_profile()?;
    let unlocked = core.keys.unlock(
        args.staff.0,
        &args.passphrase,
        core.clock_ms(),
        &mut core.randomness(),
    )?;
    let me = enter(core, unlocked, args.as_it_is)?;
    if args.as_it_is {
        core.session()?
            .write(|tx| Ok(tx.audit("open_as_it_is", None, None, &[])?))?;
    }
    Ok(me)
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
    let lost = recovered.new_user_key.then(|| {
        let key = SigningKey::from_bytes(&recovered.unlocked.user_key);
        (args.staff, crate::user::encode_key(&key))
    });
    let me = enter(core, recovered.unlocked, false)?;
    if let Some((slot, key)) = lost {
        // The hub is told by whoever keeps the accounts: it takes a new key from nobody else.
        let session = core.session()?;
        let mut waiting = keys_to_tell(&session)?;
        waiting.insert(slot, key);
        session
            .store()
            .set_setting(KEYS_TO_TELL, Some(&json!(waiting).to_string()))?;
        tell_keys(core)?;
    }
    Ok(me)
}

/// Setting: the new keys of users whose old one was lost, by slot, until somebody who keeps accounts is at work.
const KEYS_TO_TELL: &str = "keys_to_tell";

fn keys_to_tell(session: &Session<'_>) -> Result<BTreeMap<StaffId, String>, CommandError> {
    let text = session.read(|reader| Ok(reader.setting(KEYS_TO_TELL)?))?;
    Ok(text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

/// Registers the new keys of users who got back in without their old one, when whoever is at work may.
fn tell_keys(core: &Core) -> Result<(), CommandError> {
    let session = core.session()?;
    if !session.me().role.keeps_accounts() {
        return Ok(());
    }
    let waiting = keys_to_tell(&session)?;
    if waiting.is_empty() {
        return Ok(());
    }
    session.write(|tx| {
        for (slot, key) in &waiting {
            let known = tx.reader().setting(&known_as(slot.0))?;
            let staff = known.and_then(|id| id.parse().ok()).unwrap_or(*slot);
            if tx.reader().get::<Staff>(staff)?.is_some() {
                let patch = Fields::from([("public_key".to_owned(), key.clone().into())]);
                tx.update_as_shown(Kind::Staff, staff.0, patch)?;
            }
        }
        Ok(())
    })?;
    session.store().set_setting(KEYS_TO_TELL, None)?;
    Ok(())
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
pub(crate) fn enter(
    core: &Core,
    unlocked: Unlocked,
    as_it_is: bool,
) -> Result<SessionView, CommandError> {
    // A profile stays open in one process only; unlocking again, for a colleague, keeps the same database.
    let held = core
        .open
        .read()
        .map_err(|_| CommandError::Poisoned)?
        .as_ref()
        .map(|open| Arc::clone(&open.store));
    let store = match held {
        Some(store) => store,
        None => {
            // Nobody was at work: a task that began as they left is out before the folder is opened again.
            core.leave_tasks();
            Arc::new(open_store(core, &unlocked, as_it_is)?)
        }
    };
    let me = view_of(&store, StaffId(unlocked.staff), core)?;
    let signing = SigningKey::from_bytes(&unlocked.user_key);
    let open = Open {
        store,
        me: me.clone(),
        signing,
        unlocked: Arc::new(unlocked),
    };
    let due = open.unlocked.rekey_due;
    let (store, unlocked) = (Arc::clone(&open.store), Arc::clone(&open.unlocked));
    *core.open.write().map_err(|_| CommandError::Poisoned)? = Some(Arc::new(open));
    core.pass_clock(None);
    // None of these keeps anybody out: what the disk refuses now is done at the next unlock.
    let _ = publish_profile(&core.keys, &store, &unlocked);
    let _ = tell_keys(core);
    let _ = crate::clock::keep(&store, core.host.now_ms());
    if due {
        let _ = change_key(core);
    }
    note_keys(core, &store);
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

fn open_store(core: &Core, unlocked: &Unlocked, as_it_is: bool) -> Result<Store, CommandError> {
    let open = |key| match as_it_is {
        true => Store::open_as_it_is(&core.dir, key),
        false => Store::open(&core.dir, key),
    };
    let store = match (open(&unlocked.db_key), &unlocked.alternative) {
        (Err(StoreError::WrongKey), Some(other)) => {
            let store = open(other)?;
            core.keys.finish_rekey(other)?;
            store
        }
        (Ok(store), Some(_)) => {
            core.keys.finish_rekey(&unlocked.db_key)?;
            store
        }
        (opened, None | Some(_)) => opened?,
    };
    if !as_it_is && core.keys.generation()? < keys_seen(&store)? {
        return Err(CommandError::Store(StoreError::NotWhole(Lacking {
            keys: true,
            ..Lacking::default()
        })));
    }
    Ok(store)
}

/// Setting: how many times the key slots had been written when they were last seen beside this database. A file that
/// says less is an older one: who was added since is not in it, and who left may be.
const KEYS_SEEN: &str = "keys_seen";

fn keys_seen(store: &Store) -> Result<u64, CommandError> {
    let seen = store.read(|reader| reader.setting(KEYS_SEEN))?;
    Ok(seen.and_then(|text| text.parse().ok()).unwrap_or(0))
}

/// Takes note of the key slots as they are. What the disk refuses now is noted at the next unlock.
pub(crate) fn note_keys(core: &Core, store: &Store) {
    if let Ok(now) = core.keys.generation()
        && keys_seen(store).is_ok_and(|seen| seen != now)
    {
        let _ = store.set_setting(KEYS_SEEN, Some(&now.to_string()));
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
    let role = role.ok_or(CommandError::Forbidden)?;
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
        sex: record.as_ref().and_then(|r| r.sex).or_else(|| {
            let said = public.as_ref().map(|p| p.sex.as_str());
            Sex::ALL
                .iter()
                .copied()
                .find(|sex| Some(sex.code()) == said)
        }),
        may: role.acts(),
        role,
    })
}
