//! Starting and stopping a round from the interface.

use std::sync::Arc;

use super::{SyncStatus, status};
use crate::diagnostic::round_ended;
use crate::error::CommandError;
use crate::import::{ImportWriter, bring_back};
use crate::session::{Session, publish_profile};
use crate::sync::drive;
use crate::view::Empty;

/// Starts a round in a thread of its own, unless one is under way or no hub is known.
///
/// # Errors
/// Those of the database.
pub fn start(session: &Session<'_>, args: Empty) -> Result<SyncStatus, CommandError> {
    let hub = session.read(|reader| Ok(reader.device()?.hub_url))?;
    let rounds = Arc::clone(&session.core.rounds);
    if hub.is_some() {
        let (open, host) = (Arc::clone(&session.open), Arc::clone(&session.core.host));
        let keys = session.core.keys.clone();
        let pen = ImportWriter::of(session);
        let known = Arc::clone(&rounds);
        let incidents = Arc::clone(&session.core.incidents);
        let began_ms = session.now_ms();
        known.run(began_ms, move || {
            let ended = drive::round(&open.store, host.as_ref(), &rounds);
            let changed = ended.as_ref().is_ok_and(|ended| ended.changed);
            if changed {
                // A name on the door that stays as it was keeps nobody from work.
                let _ = publish_profile(&keys, &open.store, &open.unlocked);
                // Tried again after the next round that brings something.
                let _ = bring_back(&pen);
            }
            let error = match ended {
                Ok(ended) => ended.failure,
                Err(error) => Some(error.code()),
            };
            round_ended(&incidents, &open.store, error, began_ms, host.now_ms());
            rounds.end(host.now_ms(), error, changed);
        });
    }
    status(session, args)
}

/// Stops the round under way; what was done stays done.
///
/// # Errors
/// Those of the database.
pub fn stop(session: &Session<'_>, args: Empty) -> Result<SyncStatus, CommandError> {
    session.core.rounds.stop();
    status(session, args)
}
