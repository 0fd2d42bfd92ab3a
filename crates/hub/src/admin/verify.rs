//! Checks everything the hub holds against itself.

use jisr_domain::id::CaseId;
use jisr_domain::record::Kind;
use jisr_sync::ChangeHash;
use jisr_sync::feed::VerdictKind;

use crate::HubError;
use crate::attachment;
use crate::database::Transaction;
use crate::feed::Audience;
use crate::take::{fold, waits};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Records folded again.
    pub records: u64,
    /// Changes whose chain was followed.
    pub changes: u64,
    /// What does not fit, one line each, without a value of any record.
    pub wrong: Vec<String>,
}

/// Every record refolds from its changes, every device's chain is whole, every record is in exactly the feeds
/// of its audience, no feed goes beyond its head, and every complete attachment is.
pub(crate) fn verify(tx: &dyn Transaction) -> Result<Verified, HubError> {
    let mut found = Verified::default();
    let audience = Audience::new(tx);
    for key in tx.every_record()? {
        let Some(record) = tx.record(&key)? else {
            continue;
        };
        found.records += 1;
        if fold(tx, &key)? != record.state {
            found.wrong.push(format!(
                "{} {}: the state is not what its changes make",
                key.0, key.1
            ));
        }
        if let Some(kind) = Kind::from_code(&record.kind)
            && record.state.shown(&kind.definition()) != record.shown
        {
            found.wrong.push(format!(
                "{} {}: what is shown is not the state",
                key.0, key.1
            ));
        }
        found.wrong.extend(attachment::wrong(tx, &record)?);
        let mut feeds = audience.of(&record)?;
        if key.0 == Kind::Case.code()
            && audience.lacks_reader(&record, &feeds)?
            && !waits(tx, CaseId(key.1))?
        {
            found
                .wrong
                .push(format!("{} {}: nobody may read it", key.0, key.1));
        }
        for (feed, member) in tx.memberships(&key)? {
            if member.removed == feeds.remove(&feed) {
                found
                    .wrong
                    .push(format!("{} {}: not where its audience is", key.0, key.1));
            }
            if member.seq > tx.head(feed)? {
                found
                    .wrong
                    .push(format!("{} {}: beyond the head of a feed", key.0, key.1));
            }
        }
        if !feeds.is_empty() {
            found
                .wrong
                .push(format!("{} {}: missing from a feed", key.0, key.1));
        }
    }
    for device in tx.writers()? {
        let last = tx.last(device)?;
        let (mut chain, mut expected) = (ChangeHash::default(), 1);
        while expected <= last.seq {
            let changes = tx.logged(device, expected, expected + 999)?;
            if changes.is_empty() {
                found
                    .wrong
                    .push(format!("device {device}: change {expected} is missing"));
                break;
            }
            for change in changes {
                chain = chain.then(change.hash);
                let same = change.logged.payload_hash(device) == change.hash;
                if change.logged.seq != expected || change.chain != chain || !same {
                    found.wrong.push(format!(
                        "device {device}: the chain is broken at change {}",
                        change.logged.seq
                    ));
                }
                if change.verdict == VerdictKind::Applied {
                    found.changes += 1;
                }
                expected = change.logged.seq + 1;
            }
        }
        if let Some(row) = tx.device(device)?
            && row.mark != last
        {
            found
                .wrong
                .push(format!("device {device}: the mark is not its last change"));
        }
    }
    Ok(found)
}
