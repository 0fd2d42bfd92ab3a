//! What a write transaction read and wrote already. A push asks for the same case, person and feed for each of its
//! thousands of changes; nobody else writes meanwhile, so that asking once is enough.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use jisr_domain::audience::Feed;

use crate::database::{Key, RecordRow};

/// Empty, and of no use, in a transaction that only reads: there, a page names each record once.
#[derive(Default)]
pub(super) struct Remembered {
    writing: bool,
    records: RefCell<HashMap<Key, Option<RecordRow>>>,
    /// Records that were not there, and are in no feed yet.
    fresh: RefCell<HashSet<Key>>,
    feeds: RefCell<HashMap<Feed, i64>>,
}

impl Remembered {
    pub(super) fn writing() -> Self {
        Self {
            writing: true,
            ..Self::default()
        }
    }

    /// A record, or that there is none; nothing when it was not asked for yet.
    pub(super) fn record(&self, key: &Key) -> Option<Option<RecordRow>> {
        self.records.borrow().get(key).cloned()
    }

    pub(super) fn found(&self, key: &Key, record: Option<&RecordRow>) {
        if !self.writing {
            return;
        }
        if record.is_none() {
            self.fresh.borrow_mut().insert(key.clone());
        }
        self.records
            .borrow_mut()
            .insert(key.clone(), record.cloned());
    }

    pub(super) fn wrote(&self, record: &RecordRow) {
        if self.writing {
            self.records
                .borrow_mut()
                .insert(record.key(), Some(record.clone()));
        }
    }

    /// Whether a record is known to be in no feed.
    pub(super) fn in_no_feed(&self, key: &Key) -> bool {
        self.fresh.borrow().contains(key)
    }

    pub(super) fn entered(&self, key: &Key) {
        self.fresh.borrow_mut().remove(key);
    }

    pub(super) fn feed(&self, feed: Feed) -> Option<i64> {
        self.feeds.borrow().get(&feed).copied()
    }

    pub(super) fn follows(&self, feed: Feed, id: i64) {
        self.feeds.borrow_mut().insert(feed, id);
    }
}
