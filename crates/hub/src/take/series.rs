//! One device's series of changes against what the hub holds of it (rule 9).

use jisr_sync::wire::{Mark, PushRequest};

use crate::HubError;
use crate::database::{DeviceRow, Transaction};
use crate::error::Refused;

/// How the part the hub holds already compares.
pub enum Overlap {
    /// It is the same series.
    Same,
    /// This change is another one.
    Differs(u64),
    /// The series parted before the first change sent: send from here, so that the place is found.
    PartedBefore(Mark),
}

/// First and last change of a push; nothing when it is empty.
///
/// # Errors
/// [`Refused::BodyUnreadable`] when the changes are not dense.
pub fn span(push: &PushRequest) -> Result<Option<(u64, u64)>, HubError> {
    let mut span: Option<(u64, u64)> = None;
    for transaction in &push.transactions {
        if transaction.changes.is_empty() {
            return Err(Refused::BodyUnreadable.into());
        }
        for change in &transaction.changes {
            span = match span {
                None if change.seq >= 1 => Some((change.seq, change.seq)),
                Some((first, last)) if change.seq == last + 1 => Some((first, change.seq)),
                _ => return Err(Refused::BodyUnreadable.into()),
            };
        }
    }
    Ok(span)
}

/// Compares hashes up to the mark, the link before the first change included.
pub fn compare(
    tx: &dyn Transaction,
    device: &DeviceRow,
    push: &PushRequest,
    first: u64,
) -> Result<Overlap, HubError> {
    let before = tx.stand(device.id, first - 1)?.ok_or(HubError::Damaged {
        what: "a device's series",
    })?;
    if before.chain != push.prev {
        if first == 1 {
            return Err(Refused::BodyUnreadable.into());
        }
        // Which change differs is not told by a hash: halve, until the link before the batch is the same.
        let seq = (first - 1) / 2;
        let hash = tx
            .stand(device.id, seq)?
            .map(|stand| stand.chain)
            .unwrap_or_default();
        return Ok(Overlap::PartedBefore(Mark { seq, hash }));
    }
    for change in push
        .transactions
        .iter()
        .flat_map(|transaction| &transaction.changes)
    {
        if change.seq > device.mark.seq {
            break;
        }
        let held = tx.stand(device.id, change.seq)?.ok_or(HubError::Damaged {
            what: "a device's series",
        })?;
        if held.hash != change.payload_hash(device.id) {
            return Ok(Overlap::Differs(change.seq));
        }
    }
    Ok(Overlap::Same)
}
