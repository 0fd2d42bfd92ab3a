//! The last part of a round: the pieces of attachments (rule 27). Whatever happens here, the records had their round.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jisr_client::{ClientError, HubClient};
use jisr_domain::id::AttachmentId;
use jisr_store::{Store, Taken};
use jisr_sync::machine::{Job, Sent, Way};
use jisr_sync::wire::{GetRequest, HaveRequest, MAX_ASKED, PutRequest};

use super::Pieces;
use crate::code::Code;
use crate::error::{CommandError, client};

/// Most pieces moved in one round: 32 MiB. What is written meanwhile does not wait behind a folder of scans.
const PIECES: usize = 128;

/// What one round does with attachments.
#[derive(Default)]
pub(super) struct Attaching {
    /// Pieces moved.
    pub(super) moved: Pieces,
    /// Why some were not.
    pub(super) failure: Option<Code>,
    /// Something here is not what it was: places, or content that arrived.
    pub(super) changed: bool,
}

impl Attaching {
    /// The pieces to be moved: first those the hub lacks, then those missing here, newest first.
    pub(super) fn jobs(
        &mut self,
        store: &Store,
        hub: &HubClient,
        now_ms: u64,
    ) -> Result<Vec<Job>, CommandError> {
        store.sweep_attachments()?;
        let mut jobs = Vec::new();
        let offers = store.attachments_to_offer()?;
        for some in offers.chunks(MAX_ASKED) {
            let asked = HaveRequest {
                attachments: some.iter().map(|offer| offer.id).collect(),
            };
            let held: BTreeMap<AttachmentId, Vec<u32>> = hub
                .attachment_have(&asked, now_ms)?
                .attachments
                .into_iter()
                .map(|held| (held.id, held.pieces))
                .collect();
            for offer in some {
                // Not named: the hub has not taken the record, or it is not for this device any more.
                let Some(pieces) = held.get(&offer.id) else {
                    continue;
                };
                let missing = store.attachment_at_hub(*offer, pieces)?;
                self.changed |= missing.is_empty();
                if !missing.is_empty() && !store.attachment_sound(offer.id)? {
                    self.failure = Some(Code::AttachmentDamaged);
                    continue;
                }
                jobs.extend(missing.into_iter().map(|piece| Job {
                    way: Way::Out,
                    id: offer.id,
                    piece,
                }));
            }
            if jobs.len() >= PIECES {
                break;
            }
        }
        for wanted in store.attachments_wanted()? {
            if jobs.len() >= PIECES {
                break;
            }
            jobs.extend((wanted.from..wanted.pieces).map(|piece| Job {
                way: Way::In,
                id: wanted.id,
                piece,
            }));
        }
        jobs.truncate(PIECES);
        Ok(jobs)
    }

    /// Moves one piece.
    pub(super) fn piece(
        &mut self,
        store: &Store,
        hub: &HubClient,
        job: Job,
        now_ms: u64,
    ) -> Result<Sent, CommandError> {
        let moved = match job.way {
            Way::Out => self.send(store, hub, job, now_ms),
            Way::In => self.fetch(store, hub, job, now_ms),
        };
        match moved {
            // This one is refused; the next may not be.
            Err(CommandError::Client(
                error @ ClientError::Refused {
                    status: 400 | 404, ..
                },
            )) => {
                self.failure = Some(client(&error));
                Ok(Sent::Given(job.id))
            }
            other => other,
        }
    }

    fn send(
        &mut self,
        store: &Store,
        hub: &HubClient,
        job: Job,
        now_ms: u64,
    ) -> Result<Sent, CommandError> {
        let Some(bytes) = store.attachment_piece(job.id, job.piece)? else {
            return Ok(Sent::Given(job.id));
        };
        let taken = hub.attachment_put(
            &PutRequest {
                id: job.id,
                piece: job.piece,
                bytes: URL_SAFE_NO_PAD.encode(bytes),
            },
            now_ms,
        )?;
        store.attachment_sent(job.id, taken.complete)?;
        self.moved.sent += 1;
        self.changed |= taken.complete;
        Ok(if taken.complete {
            Sent::Completed
        } else {
            Sent::Moved
        })
    }

    fn fetch(
        &mut self,
        store: &Store,
        hub: &HubClient,
        job: Job,
        now_ms: u64,
    ) -> Result<Sent, CommandError> {
        let given = hub.attachment_get(
            &GetRequest {
                id: job.id,
                piece: job.piece,
            },
            now_ms,
        )?;
        let bytes = URL_SAFE_NO_PAD.decode(given.bytes).unwrap_or_default();
        self.moved.received += 1;
        match store.take_attachment_piece(job.id, job.piece, &bytes)? {
            Taken::Piece => Ok(Sent::Moved),
            Taken::Whole => {
                self.changed = true;
                Ok(Sent::Moved)
            }
            Taken::Altered | Taken::Dropped => {
                self.failure = Some(Code::HubAttachmentWrong);
                Ok(Sent::Given(job.id))
            }
            Taken::Unasked => Ok(Sent::Given(job.id)),
        }
    }
}
