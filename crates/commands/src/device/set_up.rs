//! First run: the center, the first user, the encrypted database.

use ed25519_dalek::SigningKey;
use jisr_domain::center::{Center, Staff, province_letters};
use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_store::key::{KeyError, NewProfile};
use jisr_store::{NewDevice, Store};

use super::{SetUpArgs, SetUpDone};
use crate::code::Code;
use crate::core::Core;
use crate::error::CommandError;
use crate::input::clean_text;
use crate::session::{enter, refresh};
use crate::user::{checked_user, encode_key, public_user};

/// Makes the profile and unlocks it for its first user: a director or an administrator.
///
/// # Errors
/// A name missing, a role that may not set up, a passphrase too short, a profile already there.
pub fn set_up(core: &Core, args: SetUpArgs) -> Result<SetUpDone, CommandError> {
    if !args.user.role.keeps_accounts() {
        return Err(CommandError::Rule(Code::FirstUserRole));
    }
    let name = |field, typed: Option<&str>| match typed {
        Some(typed) => clean_text(field, typed),
        None => Ok(None),
    };
    let name_ar = name("name_ar", Some(&args.center.name_ar))?;
    let name_fr = name("name_fr", args.center.name_fr.as_deref())?;
    if name_ar.is_none() && name_fr.is_none() {
        return Err(CommandError::Field {
            field: "center",
            code: Code::NameMissing,
        });
    }
    if crate::territory::province_names(&args.center.province).is_none() {
        return Err(CommandError::Field {
            field: "province",
            code: Code::UnknownValue,
        });
    }
    let commune = name("commune", args.center.commune.as_deref())?;
    if commune
        .as_deref()
        .is_some_and(|code| crate::territory::commune_names(code).is_none())
    {
        return Err(CommandError::Field {
            field: "commune",
            code: Code::UnknownValue,
        });
    }
    let user = checked_user(&args.user)?;

    if core.holds_profile()? {
        return Err(KeyError::AlreadyExists.into());
    }

    let fresh = || {
        let mut random = [0u8; 10];
        core.host.random(&mut random);
        uuid::Builder::from_unix_timestamp_millis(core.host.now_ms(), &random).into_uuid()
    };
    let (center, staff) = (CenterId(fresh()), StaffId(fresh()));
    let mut device_bytes = [0u8; 16];
    core.host.random(&mut device_bytes);
    let device = DeviceId(uuid::Uuid::from_bytes(device_bytes));
    let mut device_secret = [0u8; 32];
    core.host.random(&mut device_secret);

    let profile = NewProfile {
        device_id: device.0,
        language: args.language.code().to_owned(),
        center_name_ar: name_ar.clone().unwrap_or_default(),
        center_name_fr: name_fr.clone().unwrap_or_default(),
    };
    let (unlocked, code) = core.keys.create(
        profile,
        public_user(staff, &user),
        &args.passphrase,
        &mut core.randomness(),
    )?;
    let public_key = encode_key(&SigningKey::from_bytes(&unlocked.user_key));
    let label = device
        .0
        .simple()
        .to_string()
        .chars()
        .take(4)
        .collect::<String>()
        .to_uppercase();
    let new = NewDevice {
        device,
        device_secret,
        center,
        label,
    };
    // The database is dropped again at once: entering opens it the way every later unlock will.
    match Store::create(&core.dir, &unlocked.db_key, new) {
        Ok(store) => drop(store),
        Err(error) => {
            // Keys to nothing would say for ever that the device is set up already.
            core.keys.abandon()?;
            return Err(error.into());
        }
    }
    enter(core, unlocked)?;

    let session = core.session()?;
    session.write(|tx| {
        tx.create(
            center,
            &Center {
                name_ar,
                name_fr,
                center_type: Some(args.center.center_type),
                province: Some(args.center.province.clone()),
                commune,
                code: Some(province_letters(&args.center.province).to_owned()),
                ..Center::default()
            },
        )?;
        tx.create(
            staff,
            &Staff {
                center: Some(center),
                public_key: Some(public_key),
                ..user
            },
        )?;
        Ok(())
    })?;
    // Entering came before the records said who this is.
    refresh(core)?;
    session
        .store()
        .set_setting("language", Some(args.language.code()))?;
    Ok(SetUpDone {
        staff,
        center,
        recovery_code: code.printed().to_string(),
    })
}
