//! Rounds, one exchange at a time: the state machine says what to do, the store does it, and the bytes go straight
//! to the hub, unless they are lost on the way.

use std::collections::VecDeque;

use jisr_domain::id::DeviceId;
use jisr_hub::{Hub, HubError};
use jisr_sync::change::SCHEMA;
use jisr_sync::machine::{Effect, Event, Machine, Outcome};
use jisr_sync::sign::sign_request;
use jisr_sync::wire::{self, ForkRequest, HelloRequest, PROTOCOL, PullPage};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use jisr_hub::Surroundings;

use crate::world::World;

/// What becomes of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Arrives,
    /// The hub never hears of it.
    RequestLost,
    /// The hub did it, and the device does not know.
    AnswerLost,
    /// The network repeats the request; the second answer is the one that arrives.
    Twice,
}

/// A round under way on a device.
pub struct Running {
    machine: Machine,
    effects: VecDeque<Effect>,
    events: VecDeque<Event>,
    epoch: Option<Uuid>,
}

/// What a whole round moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    pub sent: usize,
    pub received: usize,
}

impl World {
    /// Goes on with a device's round, or begins one, until one exchange with the hub was made or the round ended.
    pub fn step(&mut self, who: usize, fate: Fate, limit: usize) -> Option<Outcome> {
        let mut moved = Moved::default();
        self.go_on(who, fate, limit, &mut moved)
    }

    /// One whole round, from its beginning, by pages of `limit` rows.
    pub fn round(&mut self, who: usize, limit: usize) -> Moved {
        let mut moved = Moved::default();
        self.devices[who].running = None;
        loop {
            if let Some(outcome) = self.go_on(who, Fate::Arrives, limit, &mut moved) {
                assert_eq!(outcome, Outcome::Done, "device {who}");
                return moved;
            }
        }
    }

    fn go_on(
        &mut self,
        who: usize,
        fate: Fate,
        limit: usize,
        moved: &mut Moved,
    ) -> Option<Outcome> {
        self.pass(37);
        let mut running = match self.devices[who].running.take() {
            Some(running) => running,
            None => {
                let store = self.devices[who].store();
                Running {
                    machine: Machine::default(),
                    effects: VecDeque::new(),
                    events: VecDeque::from([Event::Start {
                        last: store.last_seq().unwrap(),
                        mark: store.mark().unwrap(),
                    }]),
                    epoch: None,
                }
            }
        };
        loop {
            let Some(effect) = running.effects.pop_front() else {
                let event = running.events.pop_front().unwrap();
                running.effects.extend(running.machine.handle(event));
                continue;
            };
            if let Effect::Finish(outcome) = effect {
                return Some(outcome);
            }
            let exchange = matches!(
                effect,
                Effect::Hello | Effect::Push { .. } | Effect::Pull | Effect::Reidentify { .. }
            );
            let event = self.perform(who, effect, fate, limit, &mut running.epoch, moved);
            running.events.extend(event);
            if exchange {
                self.devices[who].running = Some(running);
                return None;
            }
        }
    }

    fn perform(
        &mut self,
        who: usize,
        effect: Effect,
        fate: Fate,
        limit: usize,
        epoch: &mut Option<Uuid>,
        moved: &mut Moved,
    ) -> Option<Event> {
        let store = |world: &Self| world.devices[who].store().device().unwrap();
        match effect {
            Effect::Hello => {
                let hello = HelloRequest {
                    protocol: PROTOCOL,
                    schema: SCHEMA,
                };
                let reply = self.ask(who, "/v1/hello", &hello, fate, Hub::hello);
                if let Ok(hello) = &reply {
                    self.devices[who].store().greeted(hello).unwrap();
                }
                let mark = reply.as_ref().map_or(0, |hello| hello.mark.seq);
                let own = self.devices[who].store().link_at(mark).unwrap();
                Some(answered(reply, |reply| Event::Hello { reply, own }))
            }
            Effect::Push { after } => {
                let request = self.devices[who]
                    .store()
                    .pending_after(after, 3, 1 << 20)
                    .unwrap()
                    .unwrap();
                moved.sent += request.transactions.len();
                let reply = self.ask(who, "/v1/push", &request, fate, Hub::take_push);
                self.moved();
                let to = request.transactions.last().unwrap();
                let to = to.changes.last().unwrap().seq;
                Some(answered(reply, |reply| Event::Pushed { to, reply }))
            }
            Effect::Pull => {
                let request = self.devices[who].store().pull_request(limit).unwrap();
                let reply: Result<PullPage, String> =
                    self.ask(who, "/v1/pull", &request, Fate::Arrives, Hub::page);
                // Even a page that is lost on the way has left the hub.
                let page = reply.unwrap();
                self.check_page(who, &request, &page);
                moved.received += page.rows.len();
                Some(match fate {
                    Fate::Arrives | Fate::Twice => Event::Page(Box::new(page)),
                    Fate::RequestLost | Fate::AnswerLost => lost(),
                })
            }
            Effect::Stage(page) => {
                *epoch = Some(page.epoch);
                self.devices[who].store().stage(&page).unwrap();
                None
            }
            Effect::Publish { mark } => {
                self.devices[who]
                    .store()
                    .publish(mark, epoch.unwrap())
                    .unwrap();
                self.check_pending(who, mark);
                Some(Event::Published)
            }
            Effect::Reidentify { from } => {
                self.reached.note("a device took a new identity");
                let device = DeviceId(self.around.id());
                let request = ForkRequest { device };
                let reply = self.ask(who, "/v1/fork", &request, fate, Hub::fork);
                self.moved();
                Some(match reply {
                    Ok(reply) => {
                        self.devices[who]
                            .store()
                            .reidentify(from, device, &reply.device_label)
                            .unwrap();
                        self.devices[who].views.clear();
                        Event::Reidentified {
                            last: store(self).last_seq,
                        }
                    }
                    Err(code) => Event::Failed(code),
                })
            }
            Effect::AdoptTime(hub_ms) => {
                let wall = self.wall(who);
                self.devices[who].store().adopt_time(hub_ms, wall).unwrap();
                None
            }
            // Nobody attaches anything in this world: attachments.rs has laptops that do.
            Effect::Attachments => Some(Event::Jobs(Vec::new())),
            Effect::Piece(_) | Effect::Report(_) | Effect::Finish(_) => None,
        }
    }

    /// One exchange, as over a network: packed, signed, checked, unpacked, and the same back.
    fn ask<Q: Serialize + DeserializeOwned, A: Serialize + DeserializeOwned>(
        &self,
        who: usize,
        path: &str,
        body: &Q,
        fate: Fate,
        work: fn(&Hub, DeviceId, &Q) -> Result<A, HubError>,
    ) -> Result<A, String> {
        if fate == Fate::RequestLost {
            return Err(UNREACHABLE.to_owned());
        }
        let device = self.devices[who].store().device().unwrap();
        let at_ms = self.around.now_ms();
        let sent = wire::pack(body).unwrap();
        let signature = sign_request(&device.signing_key(), device.device, path, at_ms, &sent);
        let answer = || {
            let hub = self.hub();
            hub.authenticate(device.device, path, at_ms, &sent, &signature)
                .unwrap();
            let request: Q = wire::unpack(&sent).unwrap();
            wire::pack(&work(hub, device.device, &request).unwrap()).unwrap()
        };
        let mut bytes = answer();
        if fate == Fate::Twice {
            bytes = answer();
        }
        if fate == Fate::AnswerLost {
            return Err(UNREACHABLE.to_owned());
        }
        Ok(wire::unpack(&bytes).unwrap())
    }
}

const UNREACHABLE: &str = "hub_unreachable";

fn lost() -> Event {
    Event::Failed(UNREACHABLE.to_owned())
}

fn answered<T>(reply: Result<T, String>, event: impl FnOnce(T) -> Event) -> Event {
    reply.map_or_else(Event::Failed, event)
}
