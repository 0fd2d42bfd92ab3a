//! From a name and its arguments to an answer: the one way in, for every host. It knows every command, and no command
//! knows it.

use std::sync::atomic::Ordering;

use serde_json::Value;

use crate::core::Core;
use crate::error::{CommandError, ErrorBody};
use crate::registry::{COMMANDS, Handler};

/// An answer, and which kinds of records changed so that views of them refetch.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The answer.
    pub ok: Value,
    /// Kind codes, and `session` when who is at work changed.
    pub changes: Vec<String>,
}

/// Commands a window asks by itself: they are no sign of somebody at the keyboard.
const POLLS: [&str; 4] = [
    "device.status",
    "sync.status",
    "import.status",
    "clock.status",
];
/// Commands after which somebody is at work who was not.
const FIRST_RUN: [&str; 2] = ["device.set_up", "device.join"];
impl Core {
    /// Runs one command.
    ///
    /// # Errors
    /// As it crosses to whoever asked.
    pub fn dispatch(&self, name: &str, payload: Value) -> Result<Reply, ErrorBody> {
        self.run(name, payload).map_err(|error| error.body())
    }

    /// Runs one command, the error unconverted.
    ///
    /// # Errors
    /// [`CommandError`].
    pub fn run(&self, name: &str, payload: Value) -> Result<Reply, CommandError> {
        let command = COMMANDS
            .iter()
            .find(|command| command.name == name)
            .ok_or_else(|| CommandError::Unknown(name.to_owned()))?;
        if !POLLS.contains(&name) {
            self.active_ms.store(self.host.now_ms(), Ordering::Relaxed);
        }
        match command.handler {
            Handler::Unauthenticated(run) => {
                let ok = run(self, payload)?;
                let changes = if name.starts_with("session.") || FIRST_RUN.contains(&name) {
                    vec!["session".to_owned()]
                } else {
                    vec![]
                };
                Ok(Reply { ok, changes })
            }
            Handler::Within(run) => {
                let session = self.session()?;
                if !command.access.allows(session.me().role) {
                    return Err(CommandError::Forbidden);
                }
                let ok = run(&session, payload)?;
                Ok(Reply {
                    ok,
                    changes: session.take_changes(),
                })
            }
        }
    }
}
