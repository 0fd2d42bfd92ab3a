//! Where synchronisation stands.

use jisr_sync::machine::Phase;

use super::{SyncProgress, SyncStatus};
use crate::clock;
use crate::error::CommandError;
use crate::session::Session;
use crate::view::Empty;

/// Where synchronisation stands, in a shape that can be asked every second.
///
/// # Errors
/// Those of the database.
pub fn status(session: &Session<'_>, _args: Empty) -> Result<SyncStatus, CommandError> {
    let known = session.core.rounds.known();
    let pending = session
        .store()
        .last_seq()?
        .saturating_sub(session.store().mark()?.seq);
    let (hub, attention, stored_done, (to_send, to_fetch), clock) = session.read(|reader| {
        Ok((
            reader.device()?.hub_url,
            crate::attention::count(reader, session)?,
            reader.setting("last_round_ms")?,
            reader.attachments_waiting()?,
            clock::known(reader)?,
        ))
    })?;
    Ok(SyncStatus {
        hub,
        pending,
        running: known.running.and_then(|running| {
            let progress = running.progress?;
            let elapsed = session.now_ms().saturating_sub(running.started_ms) / 1000;
            // Only told once a tenth is done: before that the rate is the latency of the first request.
            let seconds_left = (progress.total > 0
                && progress.done * 10 >= progress.total
                && progress.done > 0)
                .then(|| elapsed * progress.total.saturating_sub(progress.done) / progress.done);
            Some(SyncProgress {
                phase: match progress.phase {
                    Phase::Reaching => "reaching",
                    Phase::Sending => "sending",
                    Phase::Receiving => "receiving",
                    Phase::Publishing => "publishing",
                    Phase::Attaching => "attaching",
                }
                .to_owned(),
                done: progress.done,
                total: progress.total,
                bytes: running.bytes,
                seconds_left,
            })
        }),
        last_done_ms: known.last_done_ms.map(|ms| ms.to_string()).or(stored_done),
        last_error: known.last_error.map(|code| code.text().to_owned()),
        clock_off_minutes: clock.off_ms(session.now_ms()).map(|off| off / 60_000),
        data_version: known.version,
        attention,
        attachments_to_send: to_send,
        attachments_to_fetch: to_fetch,
        attachments_error: known.attachments_error.map(|code| code.text().to_owned()),
    })
}
