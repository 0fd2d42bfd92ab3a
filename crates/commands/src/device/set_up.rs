//! First run: the center, the first user, the encrypted database.

use ed25519_dalek::SigningKey;
use jisr_domain::center::{Center, Staff, province_letters};
use jisr_domain::civil;
use jisr_domain::id::{CenterId, StaffId};
use jisr_store::key::KeyError;
use jisr_store::{Actor, Moment, NewDevice};

use super::found::{Founded, found, fresh_device, fresh_id, fresh_secret};
use super::{SetUpArgs, SetUpDone};
use crate::center::reach;
use crate::code::Code;
use crate::core::Core;
use crate::error::CommandError;
use crate::input::clean_text;
use crate::user::{checked_user, encode_key};

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
    let reached = reach(args.center.address.clone(), args.center.phone.clone())?;
    let user = checked_user(&args.user)?;

    if core.holds_profile()? {
        return Err(KeyError::AlreadyExists.into());
    }

    let (center, staff) = (CenterId(fresh_id(core)), StaffId(fresh_id(core)));
    let device = fresh_device(core);
    let user_key = SigningKey::from_bytes(&fresh_secret(core));
    let label = device.0.simple().to_string();
    let new = Founded {
        language: args.language,
        center_names: (name_ar.clone(), name_fr.clone()),
        device: NewDevice {
            device,
            device_secret: *fresh_secret(core),
            center,
            label: label.chars().take(4).collect::<String>().to_uppercase(),
        },
        staff,
        user: &user,
        user_key: &user_key,
        passphrase: &args.passphrase,
    };
    let recovery_code = found(core, new, |store| {
        let ms = core.host.now_ms();
        let moment = Moment {
            ms,
            today: civil::civil_day(ms),
        };
        let actor = Actor {
            staff,
            key: &user_key,
        };
        store.write(&actor, &moment, |tx| {
            tx.create(
                center,
                &Center {
                    name_ar: name_ar.clone(),
                    name_fr: name_fr.clone(),
                    center_type: Some(args.center.center_type),
                    province: Some(args.center.province.clone()),
                    commune: commune.clone(),
                    address: reached.address.clone(),
                    phone: reached.phone.clone(),
                    code: Some(province_letters(&args.center.province).to_owned()),
                },
            )?;
            tx.create(
                staff,
                &Staff {
                    center: Some(center),
                    public_key: Some(encode_key(&user_key)),
                    ..user.clone()
                },
            )?;
            Ok::<_, CommandError>(())
        })?;
        Ok(())
    })?;
    Ok(SetUpDone {
        staff,
        center,
        recovery_code,
    })
}
