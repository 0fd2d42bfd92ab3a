//! Taking note of what happened.

use jisr_store::{Incident, Store};

use super::{IncidentKind, Incidents, cause, kind_of};
use crate::code::Code;
use crate::core::Core;
use crate::error::CommandError;

/// The version noted beside each incident.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Milliseconds from which a command is slow: somebody has wondered by then whether it was heard.
const SLOW_MS: u64 = 2_000;
/// Commands that stretch a passphrase on purpose, or wait for another machine.
const LONG: [&str; 9] = [
    "device.set_up",
    "device.join",
    "device.enrol",
    "device.replace_recovery_code",
    "session.unlock",
    "session.recover",
    "user.add",
    "user.open",
    "user.change_passphrase",
];

impl Incidents {
    /// Puts what waits into the file. A disk that refuses loses it: it is told by whatever else it refuses.
    pub(crate) fn flush(&self, store: &Store) {
        // A damaged file is left as it is: what can be saved of it is for whoever looks at it.
        if store.is_torn() {
            return;
        }
        let waiting = self.take();
        if !waiting.is_empty() {
            let _ = store.keep_incidents(&waiting);
        }
    }
}

impl Core {
    /// Takes note of how a command ended, when there is something to say. What a person was refused is put into the file
    /// by the next beat or the lock; what failed, at once: the next thing may be the end.
    pub(crate) fn note_command<T>(
        &self,
        command: &'static str,
        ended: &Result<T, CommandError>,
        took_ms: u64,
    ) {
        let slow = took_ms >= SLOW_MS && !LONG.contains(&command);
        let kind = match ended {
            // A locked program is asked by its window every few seconds.
            Err(CommandError::Locked) => return,
            Err(error) => kind_of(error),
            Ok(_) if slow => IncidentKind::Slow,
            Ok(_) => return,
        };
        let error = ended.as_ref().err();
        self.note(
            kind,
            Some(command),
            error.map(CommandError::code),
            error.and_then(cause),
            took_ms,
        );
        if kind == IncidentKind::Failed {
            self.flush_incidents();
        }
    }

    /// The program broke in a command: for a host that caught it.
    pub fn broke(&self, command: &str) {
        // Only a name that is ours: what was asked may be anything.
        let known = crate::registry::COMMANDS
            .iter()
            .find(|one| one.name == command)
            .map(|one| one.name);
        self.note(IncidentKind::Broken, known, Some(Code::Internal), None, 0);
        self.flush_incidents();
    }

    pub(crate) fn note(
        &self,
        kind: IncidentKind,
        command: Option<&'static str>,
        code: Option<Code>,
        cause: Option<&'static str>,
        took_ms: u64,
    ) {
        if self.incidents.is_full() {
            self.flush_incidents();
        }
        self.incidents.note(Incident {
            at_ms: self.host.now_ms(),
            what: kind.code(),
            command,
            code: code.map(Code::text),
            cause,
            took_ms,
            version: VERSION,
        });
    }

    /// Puts what waits into the file, if it is open.
    pub(crate) fn flush_incidents(&self) {
        if let Ok(session) = self.session() {
            self.incidents.flush(session.store());
        }
    }
}

/// A round that did not come to its end.
pub(crate) fn round_ended(
    incidents: &Incidents,
    store: &Store,
    code: Option<Code>,
    from_ms: u64,
    now_ms: u64,
) {
    // Somebody stopped it, or locked.
    let Some(code) = code.filter(|code| *code != Code::SyncStopped) else {
        return;
    };
    incidents.note(Incident {
        at_ms: now_ms,
        what: IncidentKind::Round.code(),
        command: None,
        code: Some(code.text()),
        cause: None,
        took_ms: now_ms.saturating_sub(from_ms),
        version: VERSION,
    });
    incidents.flush(store);
}
