//! One round: the state machine says what to do, the transport and the database do it.
//!
//! The network is never awaited inside a transaction: bytes arrive first, then one call of the database
//! puts them away.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use jisr_client::{ClientError, HubClient};
use jisr_domain::id::DeviceId;
use jisr_store::{DeviceInfo, Store, StoreError};
use jisr_sync::change::SCHEMA;
use jisr_sync::feed::Cursor;
use jisr_sync::machine::{Effect, Event, Machine, Outcome};
use jisr_sync::wire::{ForkRequest, HelloRequest, PROTOCOL, PullPage};

use super::attach::Attaching;
use super::doubt::ReplyGuard;
use super::{Rounds, SyncReport};
use crate::clock;
use crate::code::Code;
use crate::core::{Core, Host};
use crate::diagnostic::round_ended;
use crate::error::{CommandError, client};
use crate::import::{ImportWriter, bring_back};
use crate::session::publish_profile;

/// Most changes in one push.
const PUSH_CHANGES: usize = 5_000;
/// Most bytes in one push, before compression.
const PUSH_BYTES: usize = 4 << 20;
/// Most rows asked in one page.
const PAGE_ROWS: usize = 5_000;

/// How a round ended.
pub(crate) struct Ended {
    /// What failed; none when everything left and arrived.
    pub(crate) failure: Option<Code>,
    /// Records changed here.
    pub(crate) changed: bool,
    report: SyncReport,
}

/// Runs one whole round now and tells what moved, for the command line.
///
/// # Errors
/// A round that failed, by its code; locked.
pub fn run(core: &Core) -> Result<SyncReport, CommandError> {
    let session = core.session()?;
    if session
        .read(|reader| Ok(reader.device()?.hub_url))?
        .is_none()
    {
        return Err(CommandError::Rule(Code::NoHub));
    }
    if !core.rounds.begin(session.now_ms()) {
        return Err(CommandError::Rule(Code::RoundRunning));
    }
    let ended = round(&session.open.store, core.host.as_ref(), &core.rounds);
    let failure = match &ended {
        Ok(ended) => ended.failure,
        Err(error) => Some(error.code()),
    };
    round_ended(
        &core.incidents,
        session.store(),
        failure,
        session.now_ms(),
        core.host.now_ms(),
    );
    core.rounds.end(
        core.host.now_ms(),
        failure,
        ended.as_ref().is_ok_and(|ended| ended.changed),
    );
    let ended = ended?;
    if ended.changed {
        let _ = publish_profile(&core.keys, &session.open.store, &session.open.unlocked);
        bring_back(&ImportWriter::of(&session))?;
    }
    if let Some(code) = ended.failure {
        return Err(CommandError::Round(code));
    }
    let attention = session.read(|reader| crate::attention::count(reader, &session))?;
    Ok(SyncReport {
        attention,
        ..ended.report
    })
}

struct Round<'a> {
    store: &'a Store,
    host: &'a dyn Host,
    rounds: &'a Rounds,
    client: HubClient,
    url: String,
    report: SyncReport,
    staged_epoch: Option<uuid::Uuid>,
    changed: bool,
    doubt: ReplyGuard,
    asked: Vec<Cursor>,
    attaching: Attaching,
}

/// Runs one round.
pub(crate) fn round(
    store: &Arc<Store>,
    host: &dyn Host,
    rounds: &Rounds,
) -> Result<Ended, CommandError> {
    let device = store.device()?;
    let url = device
        .hub_url
        .clone()
        .ok_or(CommandError::Rule(Code::NoHub))?;
    let client = client_of(&url, &device, rounds)?;
    let mut round = Round {
        store,
        host,
        rounds,
        client,
        url,
        report: SyncReport::default(),
        staged_epoch: None,
        changed: false,
        doubt: ReplyGuard::default(),
        asked: Vec::new(),
        attaching: Attaching::default(),
    };
    let mut machine = Machine::default();
    let mut events = VecDeque::from([Event::Start {
        last: store.last_seq()?,
        mark: store.mark()?,
    }]);
    let mut outcome = Outcome::Done;
    while let Some(event) = events.pop_front() {
        let event = if rounds.stopping.load(Ordering::Relaxed) {
            Event::Stop
        } else {
            event
        };
        for effect in machine.handle(event) {
            if let Effect::Finish(how) = effect {
                outcome = how;
                events.clear();
                break;
            }
            match round.perform(effect) {
                Ok(event) => events.extend(event),
                Err(error) => {
                    // Nothing of what does not hold together stays aside, or the next round would go on from it.
                    if matches!(error, CommandError::Store(StoreError::Incoherent)) {
                        store.discard_staged()?;
                    }
                    return Err(error);
                }
            }
        }
    }
    let traffic = round.client.traffic();
    round.report.pushed.bytes = traffic.sent;
    round.report.pulled.bytes = traffic.received;
    round.report.round_trips = traffic.requests;
    round.report.attachments = round.attaching.moved;
    rounds.attachments_failed(round.attaching.failure);
    let failure = match outcome {
        Outcome::Done => None,
        Outcome::Stopped => Some(Code::SyncStopped),
        Outcome::PushedOnly => Some(Code::VersionTooOld),
        Outcome::Failed(code) => Some(Code::read(&code).unwrap_or(Code::Internal)),
    };
    if failure.is_none() {
        store.set_setting("last_round_ms", Some(&host.now_ms().to_string()))?;
    }
    Ok(Ended {
        failure,
        changed: round.changed || round.attaching.changed,
        report: round.report,
    })
}

/// The device's way to its hub. Stopping a round stops an answer half read too: over a poor line a page takes minutes.
fn client_of(url: &str, device: &DeviceInfo, rounds: &Rounds) -> Result<HubClient, ClientError> {
    let client = HubClient::new(url, device.device, device.signing_key())?;
    Ok(client.stopped_by(Arc::clone(&rounds.stopping)))
}

impl Round<'_> {
    fn perform(&mut self, effect: Effect) -> Result<Option<Event>, CommandError> {
        let now = self.host.now_ms();
        Ok(match effect {
            Effect::Hello => {
                let reply = self.client.hello(
                    &HelloRequest {
                        protocol: PROTOCOL,
                        schema: SCHEMA,
                    },
                    now,
                );
                if let Ok(hello) = &reply {
                    ReplyGuard::time(hello.time_ms)?;
                    self.store.greeted(hello)?;
                }
                let mark = reply.as_ref().map_or(0, |hello| hello.mark.seq);
                let own = self.store.link_at(mark)?;
                Some(transport(reply, |reply| Event::Hello { reply, own }))
            }
            Effect::Push { after } => {
                self.doubt.push(after)?;
                let Some(request) = self.store.pending_after(after, PUSH_CHANGES, PUSH_BYTES)?
                else {
                    return Ok(Some(failed(Code::DatabaseError)));
                };
                let records = request
                    .transactions
                    .iter()
                    .map(|tx| tx.changes.len())
                    .sum::<usize>();
                let reply = self.client.push(&request, now);
                if reply.is_ok() {
                    self.report.pushed.records += u64::try_from(records).unwrap_or(0);
                }
                let sent = request.transactions.iter().flat_map(|tx| &tx.changes);
                let to = sent.last().map_or(after, |change| change.seq);
                Some(transport(reply, |reply| Event::Pushed { to, reply }))
            }
            Effect::Pull => {
                let request = self.store.pull_request(PAGE_ROWS)?;
                let reply = self.client.pull(&request, now);
                self.asked = request.cursors;
                Some(transport(reply, |page: PullPage| {
                    Event::Page(Box::new(page))
                }))
            }
            Effect::Stage(page) => {
                ReplyGuard::page(&self.asked, &page)?;
                self.report.pulled.records += u64::try_from(page.rows.len()).unwrap_or(0);
                self.staged_epoch = Some(page.epoch);
                self.store.stage(&page)?;
                None
            }
            Effect::Publish { mark } => {
                let Some(epoch) = self.staged_epoch else {
                    return Ok(Some(failed(Code::Internal)));
                };
                let changes = self.store.publish(mark, epoch)?;
                self.changed |= !changes.records.is_empty();
                Some(Event::Published)
            }
            Effect::Attachments => {
                let jobs = self.attaching.jobs(self.store, &self.client, now);
                Some(self.attached(jobs, Event::Jobs))
            }
            Effect::Piece(job) => {
                let sent = self.attaching.piece(self.store, &self.client, job, now);
                Some(self.attached(sent, Event::Piece))
            }
            Effect::Reidentify { from } => {
                self.doubt.rename()?;
                let mut bytes = [0u8; 16];
                self.host.random(&mut bytes);
                let device = DeviceId(uuid::Uuid::from_bytes(bytes));
                match self.client.fork(&ForkRequest { device }, now) {
                    Ok(reply) => {
                        self.store.reidentify(from, device, &reply.device_label)?;
                        self.client = client_of(&self.url, &self.store.device()?, self.rounds)?;
                        self.changed = true;
                        Some(Event::Reidentified {
                            last: self.store.last_seq()?,
                        })
                    }
                    Err(error) => Some(failed(client(&error))),
                }
            }
            Effect::AdoptTime(hub_ms) => {
                ReplyGuard::time(hub_ms)?;
                self.store.adopt_time(hub_ms, now)?;
                clock::meet(self.store, hub_ms, now)?;
                None
            }
            Effect::Report(progress) => {
                let traffic = self.client.traffic();
                self.rounds
                    .report(progress, traffic.sent + traffic.received);
                None
            }
            Effect::Finish(_) => None,
        })
    }

    /// What fails among attachments ends that part of the round and is told beside it; the records had theirs.
    fn attached<T>(&mut self, done: Result<T, CommandError>, event: fn(T) -> Event) -> Event {
        match done {
            Ok(done) => event(done),
            Err(error) => {
                self.attaching.failure = Some(error.code());
                failed(error.code())
            }
        }
    }
}

fn transport<T>(reply: Result<T, ClientError>, event: impl FnOnce(T) -> Event) -> Event {
    match reply {
        Ok(reply) => event(reply),
        Err(error) => failed(client(&error)),
    }
}

/// The state machine knows codes as texts only.
fn failed(code: Code) -> Event {
    Event::Failed(code.text().to_owned())
}
