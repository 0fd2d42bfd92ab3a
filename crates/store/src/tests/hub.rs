//! The hub, as little of it as a laptop can tell from a whole one: it checks chains and signatures, applies in
//! order, keeps one feed for the center and one a device, and can be told to refuse.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::VerifyingKey;
use jisr_domain::audience::Feed;
use jisr_domain::id::DeviceId;
use jisr_sync::feed::{Cursor, Row, RowBody, Verdict, VerdictKind};
use jisr_sync::sign::verify_transaction;
use jisr_sync::wire::{Mark, PullPage, PullRequest, PushRequest};
use jisr_sync::{RecordState, apply};
use uuid::Uuid;

use super::{CENTER, Laptop};
use crate::Changes;

type Name = (String, Uuid);

#[derive(Default)]
pub(super) struct Hub {
    pub(super) states: BTreeMap<Name, RecordState>,
    /// The center's feed: each record at its latest place.
    places: BTreeMap<Name, u64>,
    removed: BTreeMap<Name, u64>,
    head: u64,
    marks: BTreeMap<DeviceId, Mark>,
    verdicts: BTreeMap<DeviceId, Vec<Verdict>>,
    /// Transactions of these records are rejected.
    pub(super) refuses: BTreeSet<Uuid>,
    /// Kinds and fields it does not know yet.
    pub(super) unknown: BTreeSet<String>,
}

impl Hub {
    pub(super) const EPOCH: Uuid = Uuid::from_u128(0xE0);

    pub(super) fn push(&mut self, device: DeviceId, key: &VerifyingKey, request: &PushRequest) {
        let mark = self.marks.entry(device).or_default();
        assert_eq!(request.prev, mark.hash, "the chain goes on from the mark");
        for transaction in &request.transactions {
            let signature: [u8; 64] = URL_SAFE_NO_PAD
                .decode(&transaction.signature)
                .unwrap()
                .try_into()
                .unwrap();
            verify_transaction(
                key,
                transaction.tx,
                transaction.actor,
                &transaction.changes,
                &signature,
            )
            .unwrap();
            let first = mark.seq + 1;
            let changes: Vec<_> = transaction
                .changes
                .iter()
                .map(|logged| (logged, logged.read(device).unwrap()))
                .collect();
            let refused = changes
                .iter()
                .any(|(_, change)| self.refuses.contains(&change.payload.id));
            for (logged, mut change) in changes {
                assert_eq!(logged.seq, mark.seq + 1, "no gap");
                *mark = Mark {
                    seq: logged.seq,
                    hash: mark.hash.then(logged.payload_hash(device)),
                };
                change
                    .payload
                    .patch
                    .retain(|field, _| !self.unknown.contains(field));
                if refused || self.unknown.contains(&change.payload.kind) {
                    continue;
                }
                let name = (change.payload.kind.clone(), change.payload.id);
                apply(
                    self.states.entry(name.clone()).or_default(),
                    &change,
                    change.payload.stamp,
                );
                self.head += 1;
                self.places.insert(name, self.head);
            }
            if refused {
                let verdict = Verdict {
                    tx: transaction.tx,
                    first,
                    last: mark.seq,
                    verdict: VerdictKind::Rejected,
                    code: "not_allowed".into(),
                };
                self.verdicts.entry(device).or_default().push(verdict);
            }
        }
    }

    /// Takes a record away from the center's readers.
    pub(super) fn hide(&mut self, kind: &str, id: Uuid) {
        self.head += 1;
        self.places.remove(&(kind.to_owned(), id));
        self.removed.insert((kind.to_owned(), id), self.head);
    }

    /// A record somebody else wrote, whatever its kind.
    pub(super) fn holds(&mut self, kind: &str, id: Uuid, state: RecordState) {
        self.head += 1;
        self.states.insert((kind.to_owned(), id), state);
        self.places.insert((kind.to_owned(), id), self.head);
    }

    pub(super) fn page(&self, device: DeviceId, request: &PullRequest) -> PullPage {
        let at = |feed: Feed| {
            request
                .cursors
                .iter()
                .find(|c| c.feed == feed)
                .map_or(0, |c| c.seq)
        };
        let (center, own) = (Feed::Center(CENTER), Feed::Device(device));
        // A row's place counts the cursors of the page.
        let place = |feed: Feed| usize::from(feed == own);
        let mut moved: Vec<(u64, Row)> = Vec::new();
        for ((kind, id), seq) in self.places.iter().filter(|(_, seq)| **seq > at(center)) {
            let body = RowBody::Record {
                kind: kind.clone(),
                id: *id,
                entered: true,
                state: self.states[&(kind.clone(), *id)].clone(),
            };
            moved.push((
                *seq,
                Row {
                    cursor: place(center),
                    seq: *seq,
                    body,
                },
            ));
        }
        for ((kind, id), seq) in self.removed.iter().filter(|(_, seq)| **seq > at(center)) {
            moved.push((
                *seq,
                Row {
                    cursor: place(center),
                    seq: *seq,
                    body: RowBody::Remove {
                        kind: kind.clone(),
                        id: *id,
                    },
                },
            ));
        }
        moved.sort_by_key(|(seq, _)| *seq);
        let left = moved.len().saturating_sub(request.limit);
        moved.truncate(request.limit);
        let center_seq = if left > 0 {
            moved.last().unwrap().0
        } else {
            self.head
        };
        let verdicts = self
            .verdicts
            .get(&device)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut rows: Vec<Row> = moved.into_iter().map(|(_, row)| row).collect();
        rows.extend(
            (1..)
                .zip(verdicts)
                .filter(|(seq, _)| *seq > at(own))
                .map(|(seq, verdict)| Row {
                    cursor: place(own),
                    seq,
                    body: RowBody::Verdict(verdict.clone()),
                }),
        );
        PullPage {
            epoch: Self::EPOCH,
            mark: self.mark(device),
            rows,
            cursors: vec![
                Cursor {
                    feed: center,
                    seq: center_seq,
                },
                Cursor {
                    feed: own,
                    seq: verdicts.len() as u64,
                },
            ],
            caught_up: left == 0,
            remaining: left as u64,
            time_ms: 0,
        }
    }

    pub(super) fn mark(&self, device: DeviceId) -> Mark {
        self.marks.get(&device).copied().unwrap_or_default()
    }
}

impl Laptop {
    pub(super) fn device(&self) -> DeviceId {
        self.store().device().unwrap().device
    }

    pub(super) fn pushes(&self, hub: &mut Hub) {
        let device = self.device();
        while let Some(request) = self
            .store()
            .pending_after(hub.mark(device).seq, 100, 1 << 20)
            .unwrap()
        {
            hub.push(device, &self.key.verifying_key(), &request);
        }
    }

    /// Pulls one page of at most `limit` rows and keeps it aside; whether that was the last.
    pub(super) fn stages(&self, hub: &Hub, limit: usize) -> bool {
        let page = hub.page(self.device(), &self.store().pull_request(limit).unwrap());
        self.store().stage(&page).unwrap();
        page.caught_up
    }

    pub(super) fn publishes(&self, hub: &Hub) -> Changes {
        self.store()
            .publish(hub.mark(self.device()), Hub::EPOCH)
            .unwrap()
    }

    pub(super) fn pulls(&self, hub: &Hub) -> Changes {
        while !self.stages(hub, 50) {}
        self.publishes(hub)
    }

    pub(super) fn syncs(&self, hub: &mut Hub) -> Changes {
        self.pushes(hub);
        self.pulls(hub)
    }
}
