//! What a host that stays does by itself, every few seconds.

use std::sync::atomic::Ordering;

use crate::core::Core;

/// Minutes between two rounds in the background.
const ROUND_EVERY_MINUTES: u64 = 5;

impl Core {
    /// The wait for the lock begins anew.
    pub(crate) fn somebody_is_here(&self) {
        self.active_ms.store(self.host.now_ms(), Ordering::Relaxed);
    }

    /// Called every few seconds by a host that stays: locks after a while without anybody, runs a round in the background,
    /// compares those who came with those who are here. Gives whether it locked.
    pub fn tick(&self) -> bool {
        let Ok(session) = self.session() else {
            return false;
        };
        let now = self.host.now_ms();
        // A clock set back begins the wait anew: nothing stays open until the old time comes round.
        let active_ms = self.active_ms.fetch_min(now, Ordering::Relaxed).min(now);
        let idle_ms = now.saturating_sub(active_ms);
        if idle_ms > u64::from(session.auto_lock_minutes()) * 60_000 {
            self.lock();
            return true;
        }
        self.incidents.flush(session.store());
        // A disk that refuses is told by what somebody writes, not by this.
        let _ = crate::clock::keep(session.store(), now);
        if self.rounds.due(now, ROUND_EVERY_MINUTES * 60_000) {
            // Without a hub, or with one out of reach, there is nothing to tell: the status says it.
            let _ = crate::sync::start(&session, crate::view::Empty {});
        }
        // A list being written goes first. What fails is tried again at the next beat, and by whoever opens the list.
        let compares = session.me().role.meets_people() && self.imports.running().is_none();
        if compares && crate::duplicate::scan_in_background(&session).unwrap_or(false) {
            self.rounds.data_moved();
        }
        false
    }
}
