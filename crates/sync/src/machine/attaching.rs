//! The last part of a round: pieces of attachments, one after the other (rule 27).

use std::collections::VecDeque;

use jisr_domain::id::AttachmentId;

use super::{Phase, Progress};

/// Which way a piece goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the hub.
    Out,
    /// To the device.
    In,
}

/// One piece to be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// Which way.
    pub way: Way,
    /// Of which attachment.
    pub id: AttachmentId,
    /// Which piece, from 0.
    pub piece: u32,
}

/// What became of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Moved.
    Moved,
    /// Moved, and with it the hub holds the whole attachment.
    Completed,
    /// Not moved: nothing more of this attachment in this round. The others go on.
    Given(AttachmentId),
}

#[derive(Clone, Debug, Default)]
pub(super) struct Attaching {
    /// This part was reached.
    pub(super) begun: bool,
    /// The hub completed something.
    pub(super) completed: bool,
    jobs: VecDeque<Job>,
    done: u64,
}

impl Attaching {
    pub(super) fn take(&mut self, jobs: Vec<Job>) {
        self.jobs = jobs.into();
    }

    pub(super) fn next(&mut self) -> Option<Job> {
        self.jobs.pop_front()
    }

    pub(super) fn settle(&mut self, sent: Sent) {
        match sent {
            Sent::Moved => self.done += 1,
            Sent::Completed => {
                self.done += 1;
                self.completed = true;
            }
            Sent::Given(id) => self.jobs.retain(|job| job.id != id),
        }
    }

    /// While one piece, taken from the list, is under way.
    pub(super) fn progress(&self) -> Progress {
        Progress {
            phase: Phase::Attaching,
            done: self.done,
            total: self.done + 1 + u64::try_from(self.jobs.len()).unwrap_or(0),
        }
    }
}
