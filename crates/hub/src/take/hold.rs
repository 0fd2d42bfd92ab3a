//! What depends on something rejected waits, and is freed when it is written again (rule 10).

use std::collections::BTreeSet;

use jisr_domain::id::DeviceId;
use jisr_sync::Change;
use jisr_sync::feed::VerdictKind;
use serde_json::Value;
use uuid::Uuid;

use super::{Desk, keep, register, rights, tell};
use crate::HubError;
use crate::database::{DeviceRow, Transaction, TxRow};
use crate::error::Why;

/// Whether `changes` write to, or name, a record that exists only in rejected or held transactions of their
/// device.
pub(super) fn depends_on_refused(
    tx: &dyn Transaction,
    device: DeviceId,
    changes: &[Change],
) -> Result<bool, HubError> {
    if !tx.refuses(device)? {
        return Ok(false);
    }
    let mut written_here = BTreeSet::new();
    for change in changes {
        let id = change.payload.id;
        if written_here.insert(id)
            && only_refused(tx, device, id)?
            && !writes_anew(tx, device, change)?
        {
            return Ok(true);
        }
    }
    let mut asked = BTreeSet::new();
    for change in changes {
        for named in change.payload.patch.values().flat_map(names) {
            if !written_here.contains(&named)
                && asked.insert(named)
                && only_refused(tx, device, named)?
            {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// The ids a value names.
fn names(value: &Value) -> Vec<Uuid> {
    match value {
        Value::String(text) if text.len() == 36 => text.parse().into_iter().collect(),
        Value::Array(values) => values.iter().flat_map(names).collect(),
        _ => Vec::new(),
    }
}

fn only_refused(tx: &dyn Transaction, device: DeviceId, id: Uuid) -> Result<bool, HubError> {
    Ok(!tx.refused(device, id)?.is_empty() && !tx.holds(id)?)
}

/// Whether a change writes a rejected record again, rather than only amends it: it carries every field the
/// rejected one began with.
fn writes_anew(tx: &dyn Transaction, device: DeviceId, change: &Change) -> Result<bool, HubError> {
    let Some(first) = tx
        .refused(device, change.payload.id)?
        .into_iter()
        .find(|refused| refused.kind == change.payload.kind)
    else {
        return Ok(false);
    };
    let first = first.logged.read(device)?;
    Ok(first
        .payload
        .patch
        .keys()
        .all(|field| change.payload.patch.contains_key(field)))
}

/// Looks again at what is held for `device`, in its order, until nothing more is freed.
pub(super) fn free(desk: &mut Desk<'_>, device: &DeviceRow) -> Result<(), HubError> {
    loop {
        let mut freed = false;
        for held in desk.tx.held(device.id)? {
            let logged = desk.tx.logged(device.id, held.first, held.last)?;
            let changes: Vec<Change> = logged
                .iter()
                .map(|change| change.logged.read(device.id))
                .collect::<Result<_, _>>()?;
            if still_held(desk.tx, device.id, &held, &changes)? {
                continue;
            }
            let allowed = match desk.tx.user(held.actor)? {
                Some(user) if user.active => {
                    rights::check(desk.tx, &user, &changes)?.map(|()| user)
                }
                _ => Err(Why::UserInactive),
            };
            let (verdict, code) = match &allowed {
                Ok(_) => (VerdictKind::Applied, Why::Freed.code()),
                Err(why) => (VerdictKind::Rejected, why.code()),
            };
            let row = TxRow {
                verdict,
                code: code.to_owned(),
                ..held
            };
            desk.tx.put_tx(device.id, &row)?;
            tell(desk, device, &row)?;
            if let Ok(user) = allowed {
                for change in &changes {
                    // Later changes of this device may be in the record already: it is folded again from the
                    // log, where everything has its place.
                    keep::refold(
                        desk,
                        &(change.payload.kind.clone(), change.payload.id),
                        user.center,
                    )?;
                }
                register::look_at(desk, device, &user, &changes)?;
                freed = true;
            }
        }
        if !freed {
            return Ok(());
        }
    }
}

/// As [`depends_on_refused`], for a transaction that is itself among the refused.
fn still_held(
    tx: &dyn Transaction,
    device: DeviceId,
    held: &TxRow,
    changes: &[Change],
) -> Result<bool, HubError> {
    let mut created_here = BTreeSet::new();
    for change in changes {
        let id = change.payload.id;
        let elsewhere = tx
            .refused(device, id)?
            .into_iter()
            .any(|refused| refused.logged.seq < held.first);
        if !elsewhere {
            created_here.insert(id);
        }
    }
    for change in changes {
        let named = change
            .payload
            .patch
            .values()
            .flat_map(names)
            .chain([change.payload.id]);
        for id in named {
            if !created_here.contains(&id) && only_refused(tx, device, id)? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
