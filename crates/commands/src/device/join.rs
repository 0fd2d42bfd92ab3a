//! First run of a further laptop: it belongs to a center that exists already.

use std::sync::PoisonError;

use ed25519_dalek::SigningKey;
use jisr_client::HubClient;
use jisr_domain::center::Staff;
use jisr_domain::id::StaffId;
use jisr_store::NewDevice;
use jisr_store::key::{KeyError, check_new_passphrase};
use jisr_sync::wire::{EnrolReply, EnrolRequest, EnrolUser, PROTOCOL};

use super::found::{Founded, found, fresh_device, fresh_id, fresh_secret};
use super::{JoinArgs, PendingEnrolment, SetUpDone};
use crate::core::Core;
use crate::error::CommandError;
use crate::session::role_at_hub;
use crate::user::{checked_names, encode_key};
use crate::view::Empty;

/// Enrols this laptop and its user at a hub, makes the profile, and begins the first round. The role is the hub's to
/// say. Where anything fails nothing is left on the disk.
///
/// # Errors
/// A name missing, a passphrase too short, a profile already there; the hub out of reach; a code that is wrong,
/// expired, used, or for a new center.
pub fn join(core: &Core, args: JoinArgs) -> Result<SetUpDone, CommandError> {
    let user = checked_names(&args.user.name_ar, &args.user.name_lat, args.user.sex)?;
    check_new_passphrase(&args.passphrase)?;
    if core.holds_profile()? {
        return Err(KeyError::AlreadyExists.into());
    }
    let code = plain_code(&args.code);
    // Held to the end: a second press waits, and finds the profile there.
    let mut asking = core.asking.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = asking
        .take()
        .filter(|kept| (kept.hub.as_str(), &kept.code) == (args.hub.trim(), &code));
    let me = asking.insert(kept.unwrap_or_else(|| PendingEnrolment {
        hub: args.hub.trim().to_owned(),
        code,
        device: fresh_device(core),
        device_secret: fresh_secret(core),
        staff: StaffId(fresh_id(core)),
        user_key: fresh_secret(core),
    }));
    let reply = ask(core, me, &user)?;
    let user = Staff {
        role: Some(reply.role),
        ..user
    };
    let new = Founded {
        language: args.language,
        center_names: (reply.center_name_ar.clone(), reply.center_name_fr.clone()),
        device: NewDevice {
            device: me.device,
            device_secret: *me.device_secret,
            center: reply.center,
            label: reply.device_label.clone(),
        },
        staff: reply.staff,
        user: &user,
        user_key: &SigningKey::from_bytes(&me.user_key),
        passphrase: &args.passphrase,
    };
    let recovery_code = found(core, new, |store| {
        store.enrolled(&reply, &me.hub)?;
        store.set_setting(&role_at_hub(reply.staff), Some(reply.role.code()))?;
        Ok(())
    })?;
    *asking = None;
    crate::sync::start(&core.session()?, Empty {})?;
    Ok(SetUpDone {
        staff: reply.staff,
        center: reply.center,
        recovery_code,
    })
}

fn ask(core: &Core, me: &PendingEnrolment, user: &Staff) -> Result<EnrolReply, CommandError> {
    let device_key = SigningKey::from_bytes(&me.device_secret);
    let request = EnrolRequest {
        code: me.code.clone(),
        device: me.device,
        device_key: encode_key(&device_key),
        protocol: PROTOCOL,
        user: EnrolUser {
            staff: me.staff,
            public_key: encode_key(&SigningKey::from_bytes(&me.user_key)),
            name_ar: user.name_ar.clone(),
            name_lat: user.name_lat.clone(),
            sex: user.sex,
        },
        center: None,
        join: false,
    };
    Ok(HubClient::new(&me.hub, me.device, device_key)?.enrol(&request, core.host.now_ms())?)
}

/// A code as the hub reads it, however it was typed.
pub(super) fn plain_code(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_uppercase()
}
