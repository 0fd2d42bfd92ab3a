//! What a device does next: a state machine that performs nothing. `handle(event) -> effects`.
//!
//! One round is hello, push until nothing is pending, pull until caught up, publish. Nothing depends on a
//! reply having arrived: a round cut anywhere starts again from what is on disk, and repeats change nothing.

use serde::{Deserialize, Serialize};

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
            (State::Publishing, Event::Published) => self.finish(Outcome::Done),
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

    fn finish(&mut self, outcome: Outcome) -> Vec<Effect> {
        self.state = State::Idle;
        vec![Effect::Finish(outcome)]
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::change::ChangeHash;

    fn mark(seq: u64) -> Mark {
        Mark {
            seq,
            hash: ChangeHash::default(),
        }
    }

    /// A machine whose device wrote up to `last` and knows of `own`, greeted by a hub that stands at `hub`, on the
    /// `same` chain or not.
    fn greeted(last: u64, own: u64, hub: u64, same: bool) -> (Machine, Vec<Effect>) {
        let mut machine = Machine::default();
        machine.handle(Event::Start {
            last,
            mark: mark(own),
        });
        let reply = HelloReply {
            protocol_min: PROTOCOL,
            protocol_max: PROTOCOL,
            schema: 1,
            time_ms: 0,
            epoch: Uuid::nil(),
            mark: mark(hub),
            feeds: Vec::new(),
            center_code: String::new(),
            device_label: String::new(),
        };
        let link = if same { [0; 32] } else { [1; 32] };
        let own = (hub <= last).then_some(ChangeHash(link));
        let effects = machine.handle(Event::Hello { reply, own });
        (machine, effects)
    }

    fn taken(to: u64, hub: u64) -> Event {
        Event::Pushed {
            to,
            reply: PushReply::Taken {
                mark: mark(hub),
                time_ms: 0,
            },
        }
    }

    fn says(effects: &[Effect]) -> String {
        let told: Vec<String> = effects
            .iter()
            .filter(|effect| !matches!(effect, Effect::Report(_) | Effect::AdoptTime(_)))
            .map(|effect| format!("{effect:?}"))
            .collect();
        told.join(", ")
    }

    #[test]
    fn rule_9_what_the_hub_took_though_its_replies_were_lost_is_not_sent_again() {
        let (_, effects) = greeted(5_000, 0, 4_000, true);
        assert_eq!(says(&effects), "Push { after: 4000 }");
        let (_, effects) = greeted(5_000, 0, 5_000, true);
        assert_eq!(says(&effects), "Pull");
    }

    #[test]
    fn rule_9_an_old_copy_that_wrote_since_is_compared_before_it_takes_a_new_identity() {
        // Change 15 was written after the copy was put back; the hub has another one, and two more.
        for hub in [15, 17] {
            let (mut machine, effects) = greeted(15, 14, hub, false);
            assert_eq!(says(&effects), "Push { after: 14 }", "{hub}");
            let effects = machine.handle(Event::Pushed {
                to: 15,
                reply: PushReply::Fork { differs_at: 15 },
            });
            assert_eq!(says(&effects), "Reidentify { from: 15 }");
        }
        // It wrote nothing since: only what comes next is its own.
        let (_, effects) = greeted(14, 14, 17, false);
        assert_eq!(says(&effects), "Reidentify { from: 15 }");
    }

    #[test]
    fn rule_9_all_of_an_old_copy_is_compared_though_the_hub_stands_beyond_it() {
        let (mut machine, _) = greeted(5_000, 0, 9_000, false);
        for to in [2_000, 4_000] {
            let effects = machine.handle(taken(to, 9_000));
            assert_eq!(says(&effects), format!("Push {{ after: {to} }}"));
        }
        let effects = machine.handle(taken(5_000, 9_000));
        assert_eq!(says(&effects), "Reidentify { from: 5001 }");
    }

    #[test]
    fn rule_9_what_is_written_while_a_round_runs_is_no_sign_of_an_old_copy() {
        let (mut machine, _) = greeted(10, 8, 8, true);
        assert_eq!(says(&machine.handle(taken(11, 11))), "Pull");
    }

    #[test]
    fn rule_18_a_hub_restored_from_a_backup_is_offered_what_it_lacks_before_anything_is_read() {
        let (_, effects) = greeted(10, 10, 4, true);
        assert_eq!(says(&effects), "Push { after: 4 }");
    }
}
