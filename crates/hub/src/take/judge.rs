//! The verdict on one transaction (rules 7, 8, 10).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jisr_domain::record::Kind;
use jisr_sync::Change;
use jisr_sync::change::{MAX_BYTES, MAX_CHANGES};
use jisr_sync::feed::VerdictKind;
use jisr_sync::sign::verify_transaction;
use jisr_sync::wire::PushTransaction;

use super::{Judged, hold, rights};
use crate::HubError;
use crate::database::{DeviceRow, Transaction, UserRow};
use crate::enrol::verifying_key;
use crate::error::Why;
use crate::feed::read;

pub(super) fn judge(
    tx: &dyn Transaction,
    device: &DeviceRow,
    transaction: &PushTransaction,
) -> Result<Judged, HubError> {
    let bytes: usize = transaction
        .changes
        .iter()
        .map(jisr_sync::Logged::size)
        .sum();
    if transaction.changes.len() > MAX_CHANGES || bytes > MAX_BYTES {
        return Ok(Judged::rejected(Why::TooLarge, Vec::new()));
    }
    let mut changes = Vec::with_capacity(transaction.changes.len());
    for logged in &transaction.changes {
        match logged.read(device.id) {
            Ok(change) => changes.push(change),
            Err(_) => return Ok(Judged::rejected(Why::Unreadable, changes)),
        }
    }
    let own = |change: &Change| {
        change.payload.tx == transaction.tx && change.payload.actor == transaction.actor
    };
    let starts_anew = changes
        .first()
        .is_some_and(|change| change.dot.seq > device.mark.seq);
    if !starts_anew || !changes.iter().all(own) {
        return Ok(Judged::rejected(Why::Malformed, changes));
    }
    let actor = match signer(tx, device, transaction)? {
        Ok(actor) => actor,
        Err(why) => return Ok(Judged::rejected(why, changes)),
    };
    if let Some(why) = left_before(tx, &actor, &changes)? {
        return Ok(Judged::rejected(why, changes));
    }
    if hold::depends_on_refused(tx, device.id, &changes)? {
        return Ok(Judged {
            verdict: VerdictKind::Held,
            code: Why::DependsOnRejected.code(),
            changes,
            actor: None,
        });
    }
    if let Err(why) = rights::check(tx, &actor, &changes)? {
        return Ok(Judged::rejected(why, changes));
    }
    Ok(Judged {
        verdict: VerdictKind::Applied,
        code: "",
        changes,
        actor: Some(actor),
    })
}

/// The user who signed, when they may sign on this device. The actor is never taken on trust.
fn signer(
    tx: &dyn Transaction,
    device: &DeviceRow,
    transaction: &PushTransaction,
) -> Result<Result<UserRow, Why>, HubError> {
    let Some(binding) = tx
        .bindings(device.id)?
        .into_iter()
        .find(|binding| binding.staff == transaction.actor)
    else {
        return Ok(Err(Why::UserUnknown));
    };
    let Some(user) = tx.user(transaction.actor)? else {
        return Ok(Err(Why::UserUnknown));
    };
    if !user.active || user.center != device.center {
        return Ok(Err(Why::UserInactive));
    }
    let signature = URL_SAFE_NO_PAD
        .decode(&transaction.signature)
        .ok()
        .and_then(|bytes| <[u8; 64]>::try_from(bytes).ok());
    let key = verifying_key(&binding.public_key);
    let holds = match (key, signature) {
        (Ok(key), Some(signature)) => verify_transaction(
            &key,
            transaction.tx,
            transaction.actor,
            &transaction.changes,
            &signature,
        )
        .is_ok(),
        _ => false,
    };
    Ok(if holds {
        Ok(user)
    } else {
        Err(Why::SignatureWrong)
    })
}

/// Work dated after the day on which the user left is not theirs to have done; what they did before is.
fn left_before(
    tx: &dyn Transaction,
    actor: &UserRow,
    changes: &[Change],
) -> Result<Option<Why>, HubError> {
    let Some(staff) = tx.record(&(Kind::Staff.code().to_owned(), actor.staff.0))? else {
        return Ok(None);
    };
    let Some(left) = read::<chrono::NaiveDate>(&staff.shown, "left_on") else {
        return Ok(None);
    };
    let after = changes.iter().any(|change| {
        let ms = i64::try_from(change.payload.stamp.ms()).unwrap_or(i64::MAX);
        // The civil day in Morocco is at most one hour from UTC: a night shift is not cut off by it.
        chrono::DateTime::from_timestamp_millis(ms.saturating_sub(3_600_000))
            .is_none_or(|at| at.date_naive() > left)
    });
    Ok(after.then_some(Why::UserLeft))
}
