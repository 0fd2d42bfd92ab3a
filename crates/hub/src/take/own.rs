//! What the hub writes itself: the cards of centers and staff, as its register has them, and that an attachment is
//! complete.

use jisr_domain::id::{CenterId, DeviceId, StaffId};
use jisr_domain::record::{Fields, Kind};
use jisr_sync::change::SCHEMA;
use jisr_sync::feed::VerdictKind;
use jisr_sync::{Change, ChangePayload, Dot, Logged, Stamp};
use uuid::Uuid;

use super::{Desk, keep};
use crate::HubError;
use crate::database::LoggedChange;
use crate::surroundings::new_id;

/// The hub as a writer: its changes are named and logged like everybody's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnHand {
    /// Its device.
    pub device: DeviceId,
    /// Its name as an actor.
    pub actor: StaffId,
}

impl OwnHand {
    /// Of the hub called `hub`.
    pub fn of(hub: Uuid) -> Self {
        Self {
            device: DeviceId(hub),
            actor: StaffId(hub),
        }
    }
}

/// Makes `fields` of a record say what the register says, having seen every value that stands there. Writes
/// nothing when they do already.
pub(crate) fn write_own(
    desk: &mut Desk<'_>,
    kind: Kind,
    id: Uuid,
    center: CenterId,
    fields: Fields,
) -> Result<(), HubError> {
    let held = desk.tx.record(&(kind.code().to_owned(), id))?;
    let standing = |name: &str| held.as_ref().and_then(|row| row.state.fields.get(name));
    let patch: Fields = fields
        .into_iter()
        .filter(|(name, value)| {
            standing(name).is_none_or(|field| {
                field.siblings.is_empty() || field.siblings.iter().any(|s| s.value != *value)
            })
        })
        .collect();
    if patch.is_empty() {
        return Ok(());
    }
    let seen = patch
        .keys()
        .filter_map(|name| Some((name.clone(), standing(name)?.dots())))
        .collect();
    let latest = held
        .as_ref()
        .map(|row| row.state.latest())
        .unwrap_or_default();
    let stamp = Stamp::at(desk.around.now_ms()).max(Stamp(latest.0 + 1));
    let last = desk.tx.last(desk.own.device)?;
    let payload = ChangePayload {
        stamp,
        tx: new_id(desk.around),
        schema: SCHEMA,
        actor: desk.own.actor,
        kind: kind.code().to_owned(),
        id,
        patch,
    };
    let change = Change {
        dot: Dot {
            device: desk.own.device,
            seq: last.seq + 1,
        },
        seen,
        payload,
    };
    let logged = Logged::write(&change)?;
    let hash = logged.payload_hash(desk.own.device);
    desk.tx.log(&LoggedChange {
        device: desk.own.device,
        logged,
        tx: change.payload.tx,
        kind: change.payload.kind.clone(),
        record: id,
        stamp,
        hash,
        chain: last.hash.then(hash),
        verdict: VerdictKind::Applied,
    })?;
    keep(desk, &change, stamp, center)
}
