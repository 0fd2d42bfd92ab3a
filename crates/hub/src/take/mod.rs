//! Takes what devices push: in each device's order, once, judged transaction by transaction (rules 8–12, 28).

mod hold;
mod judge;
mod keep;
mod own;
mod register;
mod rights;
mod series;
mod settle;

use jisr_domain::id::CenterId;
use jisr_sync::clock::bound;
use jisr_sync::feed::{Verdict, VerdictKind};
use jisr_sync::wire::{Mark, PushReply, PushRequest, PushTransaction};
use jisr_sync::{Change, ChangeHash, Stamp};
use uuid::Uuid;

use crate::HubError;
use crate::database::{DeviceRow, LoggedChange, Transaction, TxRow, UserRow};
use crate::error::Why;
use crate::feed::{Moves, deliver};
use crate::surroundings::Surroundings;

pub(crate) use keep::{fold, index, keep};
pub(crate) use own::{OwnHand, write_own};
pub(crate) use settle::{settle, waits};

/// What a hub transaction works with.
pub(crate) struct Desk<'a> {
    /// The database.
    pub tx: &'a dyn Transaction,
    /// Time and chance.
    pub around: &'a dyn Surroundings,
    /// The hub itself, as a writer.
    pub own: OwnHand,
    /// What moved so far.
    pub moves: Moves,
}

/// A transaction as judged.
struct Judged {
    verdict: VerdictKind,
    code: &'static str,
    changes: Vec<Change>,
    actor: Option<UserRow>,
}

/// Takes a push within one hub transaction.
pub(crate) fn take_push(
    desk: &mut Desk<'_>,
    mut device: DeviceRow,
    push: &PushRequest,
) -> Result<PushReply, HubError> {
    let now_ms = desk.around.now_ms();
    let Some((first, last)) = series::span(push)? else {
        return Ok(PushReply::Taken {
            mark: device.mark,
            time_ms: now_ms,
        });
    };
    if first > device.mark.seq + 1 {
        return Ok(PushReply::Gap { mark: device.mark });
    }
    match series::compare(desk.tx, &device, push, first)? {
        series::Overlap::Same => {}
        series::Overlap::Differs(seq) => {
            device.searching = false;
            desk.tx.put_device(&device)?;
            desk.tx
                .audit(now_ms, "fork", Some(device.center), Some(device.id), None)?;
            return Ok(PushReply::Fork { differs_at: seq });
        }
        series::Overlap::PartedBefore(mark) => {
            device.searching = true;
            desk.tx.put_device(&device)?;
            return Ok(PushReply::Gap { mark });
        }
    }
    if last <= device.mark.seq && device.searching {
        // Step by step while looking for where the series parted; otherwise straight to the mark.
        let chain = desk
            .tx
            .stand(device.id, last)?
            .map(|stand| stand.chain)
            .unwrap_or_default();
        return Ok(PushReply::Taken {
            mark: Mark {
                seq: last,
                hash: chain,
            },
            time_ms: now_ms,
        });
    }
    for transaction in &push.transactions {
        if transaction
            .changes
            .last()
            .is_some_and(|change| change.seq > device.mark.seq)
        {
            take_one(desk, &mut device, transaction, now_ms)?;
        }
    }
    device.searching = false;
    desk.tx.put_device(&device)?;
    settle(desk)?;
    Ok(PushReply::Taken {
        mark: device.mark,
        time_ms: now_ms,
    })
}

/// Takes one transaction: the mark passes it whatever becomes of it (rule 10).
fn take_one(
    desk: &mut Desk<'_>,
    device: &mut DeviceRow,
    transaction: &PushTransaction,
    now_ms: u64,
) -> Result<(), HubError> {
    let judged = judge::judge(desk.tx, device, transaction)?;
    // The part below the mark, if any, was compared and is logged.
    let first = device.mark.seq + 1;
    let mut stamps = Vec::new();
    for logged in transaction
        .changes
        .iter()
        .filter(|logged| logged.seq >= first)
    {
        let change = judged
            .changes
            .iter()
            .find(|change| change.dot.seq == logged.seq);
        let stamp = change.map_or(device.last_stamp, |change| {
            bound(change.payload.stamp, now_ms, device.last_stamp)
        });
        let hash = logged.payload_hash(device.id);
        let chain: ChangeHash = device.mark.hash.then(hash);
        desk.tx.log(&LoggedChange {
            device: device.id,
            logged: logged.clone(),
            tx: transaction.tx,
            kind: change
                .map(|change| change.payload.kind.clone())
                .unwrap_or_default(),
            record: change.map_or(Uuid::nil(), |change| change.payload.id),
            stamp,
            hash,
            chain,
            verdict: judged.verdict,
        })?;
        device.mark = Mark {
            seq: logged.seq,
            hash: chain,
        };
        device.last_stamp = stamp;
        if change.is_none_or(|change| change.payload.stamp != stamp) {
            device.bounded = logged.seq;
        }
        stamps.push(stamp);
    }
    let row = TxRow {
        tx: transaction.tx,
        first,
        last: device.mark.seq,
        actor: transaction.actor,
        signature: transaction.signature.clone(),
        verdict: judged.verdict,
        code: judged.code.to_owned(),
    };
    desk.tx.put_tx(device.id, &row)?;
    match (judged.verdict, judged.actor) {
        (VerdictKind::Applied, Some(actor)) => {
            apply_all(desk, &judged.changes, &stamps, actor.center)?;
            register::look_at(desk, device, &actor, &judged.changes)?;
            hold::free(desk, device)?;
        }
        _ => tell(desk, device, &row)?,
    }
    Ok(())
}

fn apply_all(
    desk: &mut Desk<'_>,
    changes: &[Change],
    stamps: &[Stamp],
    center: CenterId,
) -> Result<(), HubError> {
    for (change, stamp) in changes.iter().zip(stamps) {
        keep(desk, change, *stamp, center)?;
    }
    Ok(())
}

/// A row in the device's own feed.
fn tell(desk: &Desk<'_>, device: &DeviceRow, row: &TxRow) -> Result<(), HubError> {
    let verdict = Verdict {
        tx: row.tx,
        first: row.first,
        last: row.last,
        verdict: row.verdict,
        code: row.code.clone(),
    };
    deliver(desk.tx, device.id, &verdict)
}

impl Judged {
    fn rejected(why: Why, changes: Vec<Change>) -> Self {
        Self {
            verdict: VerdictKind::Rejected,
            code: why.code(),
            changes,
            actor: None,
        }
    }
}
