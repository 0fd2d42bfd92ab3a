//! From a name and its arguments to an answer: the one way in, for every host. It knows every command, and no command
//! knows it.

use serde_json::Value;

use crate::core::Core;
use crate::diagnostic::IncidentKind;
use crate::error::{CommandError, ErrorBody};
use crate::registry::{COMMANDS, Command, Handler};

/// An answer, and which kinds of records changed so that views of them refetch.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The answer.
    pub ok: Value,
    /// Kind codes, and `session` when who is at work changed.
    pub changes: Vec<String>,
}

/// What made a host ask for a command: said in the envelope by whoever knows, and by no list of names here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Somebody at the keyboard did something: the wait for the lock begins anew.
    Person,
    /// The program asked by itself (an answer fetched again, a heartbeat, a question put every few seconds): it is no
    /// sign of anybody.
    Program,
}

/// Commands after which somebody is at work who was not.
const ENTERING: [&str; 4] = [
    "session.unlock",
    "session.recover",
    "device.set_up",
    "device.join",
];

impl Core {
    /// Runs one command somebody asked for.
    ///
    /// # Errors
    /// As it crosses to whoever asked.
    pub fn dispatch(&self, name: &str, payload: Value) -> Result<Reply, ErrorBody> {
        self.dispatch_for(Cause::Person, name, payload)
    }

    /// Runs one command, for a host whose window also asks by itself.
    ///
    /// # Errors
    /// As it crosses to whoever asked.
    pub fn dispatch_for(
        &self,
        cause: Cause,
        name: &str,
        payload: Value,
    ) -> Result<Reply, ErrorBody> {
        self.run_for(cause, name, payload)
            .map_err(|error| error.body())
    }

    /// Runs one command somebody asked for, the error unconverted.
    ///
    /// # Errors
    /// [`CommandError`].
    pub fn run(&self, name: &str, payload: Value) -> Result<Reply, CommandError> {
        self.run_for(Cause::Person, name, payload)
    }

    fn run_for(&self, cause: Cause, name: &str, payload: Value) -> Result<Reply, CommandError> {
        let command = COMMANDS
            .iter()
            .find(|command| command.name == name)
            .ok_or_else(|| CommandError::Unknown(name.to_owned()))?;
        if cause == Cause::Person {
            self.somebody_is_here();
        }
        let began_ms = self.host.now_ms();
        let ended = self.answer(command, payload);
        let took_ms = self.host.now_ms().saturating_sub(began_ms);
        self.note_command(command.name, &ended, took_ms);
        ended
    }

    fn answer(&self, command: &Command, payload: Value) -> Result<Reply, CommandError> {
        match command.handler {
            Handler::Unauthenticated(run) => {
                let ok = run(self, payload)?;
                let enters = ENTERING.contains(&command.name);
                if enters {
                    self.note(IncidentKind::Opened, None, None, None, 0);
                    self.somebody_is_here();
                }
                let changes = if enters || command.name == "session.lock" {
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
