//! What a device does next: a state machine that performs nothing. `handle(event) -> effects`.
//!
//! One round is hello, push until nothing is pending, pull until caught up, publish, then the pieces of attachments.
//! Nothing depends on a reply having arrived: a round cut anywhere starts again from what is on disk, and repeats
//! change nothing.

mod attaching;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use attaching::Attaching;
pub use attaching::{Job, Sent, Way};

use crate::change::ChangeHash;
use crate::wire::{HelloReply, Mark, PROTOCOL, PullPage, PushReply};

/// What happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// Somebody, or the clock, asks for a round. `last` is the device's own last change.
    Start {
        /// The last change the device wrote.
        last: u64,
        /// What the device knows of its mark.
        mark: Mark,
    },
    /// The hub answered hello.
    Hello {
        /// The answer.
        reply: HelloReply,
        /// The device's own chain where the hub's mark is, if it reaches there.
        own: Option<ChangeHash>,
    },
    /// The hub answered a push.
    Pushed {
        /// The last change sent.
        to: u64,
        /// The answer.
        reply: PushReply,
    },
    /// A page arrived.
    Page(Box<PullPage>),
    /// The staged round was published.
    Published,
    /// The pieces that are to leave or to arrive.
    Jobs(Vec<Job>),
    /// What became of one.
    Piece(Sent),
    /// The device took a new identity; its changes are renumbered.
    Reidentified {
        /// The last change under the new identity.
        last: u64,
    },
    /// The transport failed, or the hub refused: the code says which.
    Failed(String),
    /// Somebody stops the round.
    Stop,
}

/// What to do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Ask hello.
    Hello,
    /// Send whole transactions from the change after this one.
    Push {
        /// The change before the first to send.
        after: u64,
    },
    /// Ask for a page.
    Pull,
    /// Keep this page aside: nothing shows before publication.
    Stage(Box<PullPage>),
    /// Publish what was staged, in one local transaction, with this mark.
    Publish {
        /// The device's mark in the snapshot.
        mark: Mark,
    },
    /// Ask which pieces of attachments the hub lacks, and see which are wanted here (rule 27).
    Attachments,
    /// Send this piece, or fetch it.
    Piece(Job),
    /// Take a new identity and renumber from this change (rule 9).
    Reidentify {
        /// The first change that differs.
        from: u64,
    },
    /// Take the hub's time (rule 28).
    AdoptTime(u64),
    /// Tell the interface.
    Report(Progress),
    /// The round is over.
    Finish(Outcome),
}

/// What is shown while a round runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is going on.
    pub phase: Phase,
    /// Changes or rows done in this phase.
    pub done: u64,
    /// Of so many.
    pub total: u64,
}

/// The phases of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Reaching the hub.
    Reaching,
    /// Changes leave.
    Sending,
    /// Records arrive.
    Receiving,
    /// What arrived is being put in place.
    Publishing,
    /// Pieces of attachments leave and arrive.
    Attaching,
}

/// How a round ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything left, everything arrived.
    Done,
    /// Everything left; this version is too old to be fed.
    PushedOnly,
    /// Stopped by somebody.
    Stopped,
    /// Failed: code of the locales. Nothing was lost.
    Failed(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Idle,
    Greeting,
    Pushing,
    Reidentifying,
    Pulling,
    Publishing,
    Attaching,
}

/// A round of one device.
#[derive(Clone, Debug)]
pub struct Machine {
    state: State,
    last: u64,
    mark: Mark,
    first: u64,
    received: u64,
    may_pull: bool,
    attaching: Attaching,
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            state: State::Idle,
            last: 0,
            mark: Mark::default(),
            first: 0,
            received: 0,
            may_pull: true,
            attaching: Attaching::default(),
        }
    }
}

impl Machine {
    /// Takes an event, says what to do. An event that does not belong to the state (a late reply) is ignored.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        match (self.state, event) {
            (State::Idle, Event::Start { last, mark }) => {
                *self = Self {
                    state: State::Greeting,
                    last,
                    mark,
                    first: mark.seq,
                    received: 0,
                    may_pull: true,
                    attaching: Attaching::default(),
                };
                vec![
                    Effect::Report(Progress {
                        phase: Phase::Reaching,
                        done: 0,
                        total: 0,
                    }),
                    Effect::Hello,
                ]
            }
            (State::Idle, _) => vec![],
            // The records all left and arrived: whatever becomes of attachments, that round is whole.
            (_, Event::Failed(_) | Event::Stop) if self.attaching.begun => {
                self.finish(Outcome::Done)
            }
            (_, Event::Failed(code)) => self.finish(Outcome::Failed(code)),
            (_, Event::Stop) => self.finish(Outcome::Stopped),
            (State::Greeting, Event::Hello { reply, own }) => {
                if PROTOCOL > reply.protocol_max {
                    return self.finish(Outcome::Failed("hub_too_old".to_owned()));
                }
                self.may_pull = PROTOCOL >= reply.protocol_min;
                let mut effects = vec![Effect::AdoptTime(reply.time_ms)];
                effects.extend(if own == Some(reply.mark.hash) {
                    // One chain up to there, whatever replies were lost. A hub restored from a backup stands before
                    // the device's own mark, and is offered what it lacks (rule 18).
                    self.push_or_pull(reply.mark.seq)
                } else if self.mark.seq < self.last {
                    // The disk is a copy that goes on where another did: the hub finds out from which change.
                    self.push_or_pull(self.mark.seq.min(reply.mark.seq))
                } else {
                    self.reidentify()
                });
                effects
            }
            (State::Reidentifying, Event::Reidentified { last }) => {
                self.last = last;
                self.mark = Mark::default();
                self.first = 0;
                self.push_or_pull(0)
            }
            (State::Pushing, Event::Pushed { to, reply }) => {
                // What was written since the round began may have left with it.
                self.last = self.last.max(to);
                match reply {
                    PushReply::Taken { mark, time_ms } => {
                        let mut effects = vec![Effect::AdoptTime(time_ms)];
                        // Never straight to the hub's mark: what it holds further on is still to be compared.
                        effects.extend(if to == self.last && mark.seq > to {
                            self.reidentify()
                        } else {
                            self.push_or_pull(to)
                        });
                        effects
                    }
                    PushReply::Gap { mark } => self.push_or_pull(mark.seq),
                    PushReply::Fork { differs_at } => {
                        self.state = State::Reidentifying;
                        vec![Effect::Reidentify { from: differs_at }]
                    }
                }
            }
            (State::Pulling, Event::Page(page)) => {
                self.received += u64::try_from(page.rows.len()).unwrap_or(0);
                let report = Effect::Report(Progress {
                    phase: Phase::Receiving,
                    done: self.received,
                    total: self.received + page.remaining,
                });
                let (caught_up, mark) = (page.caught_up, page.mark);
                let mut effects = vec![report, Effect::Stage(page)];
                if caught_up {
                    self.state = State::Publishing;
                    effects.push(Effect::Report(Progress {
                        phase: Phase::Publishing,
                        done: self.received,
                        total: self.received,
                    }));
                    effects.push(Effect::Publish { mark });
                } else {
                    effects.push(Effect::Pull);
                }
                effects
            }
            (State::Publishing, Event::Published) if self.attaching.begun => {
                self.finish(Outcome::Done)
            }
            (State::Publishing, Event::Published) => {
                self.state = State::Attaching;
                self.attaching.begun = true;
                vec![Effect::Attachments]
            }
            (State::Attaching, Event::Jobs(jobs)) => {
                self.attaching.take(jobs);
                self.next_piece()
            }
            (State::Attaching, Event::Piece(sent)) => {
                self.attaching.settle(sent);
                self.next_piece()
            }
            _ => vec![],
        }
    }

    /// All the device wrote is at the hub, which holds more that this disk never wrote: it is an old copy.
    fn reidentify(&mut self) -> Vec<Effect> {
        self.state = State::Reidentifying;
        vec![Effect::Reidentify {
            from: self.last + 1,
        }]
    }

    fn push_or_pull(&mut self, taken: u64) -> Vec<Effect> {
        if taken < self.last {
            self.state = State::Pushing;
            let progress = Progress {
                phase: Phase::Sending,
                done: taken.saturating_sub(self.first),
                total: self.last - self.first,
            };
            return vec![Effect::Report(progress), Effect::Push { after: taken }];
        }
        if !self.may_pull {
            return self.finish(Outcome::PushedOnly);
        }
        self.state = State::Pulling;
        vec![
            Effect::Report(Progress {
                phase: Phase::Receiving,
                done: 0,
                total: 0,
            }),
            Effect::Pull,
        ]
    }

    /// The next piece; when none is left and the hub has completed something, a last pull brings its word.
    fn next_piece(&mut self) -> Vec<Effect> {
        if let Some(job) = self.attaching.next() {
            return vec![
                Effect::Report(self.attaching.progress()),
                Effect::Piece(job),
            ];
        }
        if !self.attaching.completed {
            return self.finish(Outcome::Done);
        }
        self.state = State::Pulling;
        self.received = 0;
        vec![Effect::Pull]
    }

    fn finish(&mut self, outcome: Outcome) -> Vec<Effect> {
        self.state = State::Idle;
        vec![Effect::Finish(outcome)]
    }
}
