//! Enrolment: the device and its user become known to a hub.

use jisr_client::HubClient;
use jisr_domain::center::{Center, Staff};
use jisr_domain::record::Record;
use jisr_sync::wire::{EnrolCenter, EnrolRequest, EnrolUser, PROTOCOL};

use super::join::plain_code;
use super::{EnrolArgs, Enrolled};
use crate::error::CommandError;
use crate::session::{Session, known_as, refresh, role_at_hub};
use crate::user::encode_key;

/// Enrols this device and its user. Everything held is then pushed by the next round.
///
/// # Errors
/// The hub out of reach, a wrong code, a center that must be joined.
pub fn enrol(session: &Session<'_>, args: EnrolArgs) -> Result<Enrolled, CommandError> {
    let device = session.read(|reader| Ok(reader.device()?))?;
    let (center, me) = session.read(|reader| {
        let center = reader.get::<Center>(device.center)?.map(|held| held.record);
        Ok((
            center,
            reader
                .get::<Staff>(session.staff())?
                .map(|held| held.record)
                .unwrap_or_default(),
        ))
    })?;
    let client = HubClient::new(&args.hub, device.device, device.signing_key())?;
    let request = EnrolRequest {
        code: plain_code(&args.code),
        device: device.device,
        device_key: encode_key(&device.signing_key()),
        protocol: PROTOCOL,
        user: EnrolUser {
            staff: session.staff(),
            public_key: encode_key(&session.open.signing),
            name_ar: me.name_ar.clone(),
            name_lat: me.name_lat.clone(),
            sex: me.sex,
        },
        center: match &center {
            Some(center) => Some(EnrolCenter {
                id: device.center,
                fields: center.to_fields().map_err(CommandError::answer)?,
            }),
            None => None,
        },
        join: args.join,
    };
    let reply = client.enrol(&request, session.now_ms())?;
    session.store().enrolled(&reply, &args.hub)?;
    if reply.staff != session.staff() {
        session.store().set_setting(
            &known_as(session.open.unlocked.staff),
            Some(&reply.staff.to_string()),
        )?;
    }
    session
        .store()
        .set_setting(&role_at_hub(reply.staff), Some(reply.role.code()))?;
    refresh(session.core)?;
    session.core.rounds.forget_errors();
    Ok(Enrolled {
        center: reply.center,
        center_code: reply.center_code,
        device_label: reply.device_label,
        role: reply.role,
    })
}
