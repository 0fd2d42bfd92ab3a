//! Feeds: heads and rows.

use std::collections::BTreeMap;

use jisr_domain::audience::Feed;
use jisr_sync::feed::Verdict;
use uuid::Uuid;

use super::Key;
use crate::HubError;

/// How a record stands in one feed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Membership {
    /// Its place.
    pub seq: u64,
    /// Where it last entered.
    pub entered: u64,
    /// It is no longer for these readers.
    pub removed: bool,
    /// Fields moved since it entered, and where.
    pub moved: BTreeMap<String, u64>,
    /// Earlier stays: from where it entered to where it left.
    pub past: Vec<(u64, u64)>,
}

impl Membership {
    /// Whether the record stood in this feed at `first`, or at any place after it up to `last`.
    pub fn stood(&self, first: u64, last: u64) -> bool {
        let left = if self.removed { self.seq } else { u64::MAX };
        let stays = self.past.iter().copied().chain([(self.entered, left)]);
        stays
            .into_iter()
            .any(|(entered, left)| entered <= last && first < left)
    }
}

/// A row of a feed, as kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRow {
    /// Kind code; `verdict` in the feed of a device.
    pub kind: String,
    /// Which record, or which transaction.
    pub id: Uuid,
    /// How it stands.
    pub membership: Membership,
    /// The verdict, in the feed of a device.
    pub verdict: Option<Verdict>,
}

/// Row operations on feeds.
pub trait Feeds {
    /// The last place given out in a feed.
    fn head(&self, feed: Feed) -> Result<u64, HubError>;
    /// Takes the next place: gapless, in commit order (rule 13).
    fn next(&self, feed: Feed) -> Result<u64, HubError>;
    /// The feeds a record is or was in, and how it stands there.
    fn memberships(&self, key: &Key) -> Result<Vec<(Feed, Membership)>, HubError>;
    /// Moves a record to its place.
    fn put_member(&self, feed: Feed, key: &Key, membership: &Membership) -> Result<(), HubError>;
    /// Moves a verdict to its place.
    fn put_verdict(&self, feed: Feed, seq: u64, verdict: &Verdict) -> Result<(), HubError>;
    /// At most `limit` rows after `seq`, in order.
    fn rows(&self, feed: Feed, seq: u64, limit: usize) -> Result<Vec<StoredRow>, HubError>;
    /// How many rows are after `seq`.
    fn count(&self, feed: Feed, seq: u64) -> Result<u64, HubError>;
    /// Every feed.
    fn every_feed(&self) -> Result<Vec<Feed>, HubError>;
}
